import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app.ts';
import type { Workload } from '../../core/answers.ts';
import { Question } from '../../core/question.ts';
import { printed } from '../../parts/command.ts';
import { plain } from '../../parts/text.ts';
import { live } from '../../place.ts';

/** One side of a comparison as a program prints it, asked for when somebody opens it. */
export class PrintedSide {
  #open = false;
  readonly #text: Question<string>;

  constructor(private readonly app: App) {
    this.#text = new Question(() => app.requestUpdate());
  }

  render(workload: Workload, revision: number): TemplateResult {
    const isLive = revision === live;
    const title = isLive ? `The ${workload.kind} as exported` : `Revision ${revision} as kubectl prints it`;
    return html`<details class="fold-sec lazy gap-1" .open=${this.#open} @toggle=${this.#onToggle}>
      <summary>${title} <span class="faint">${isLive ? 'YAML' : `kubectl rollout history --revision=${revision}`}</span></summary>
      ${this.#open ? this.#content(workload, revision, title) : nothing}
    </details>`;
  }

  #content({ id }: Workload, revision: number, title: string): TemplateResult {
    const { app } = this;
    const text = this.#text.ask(`${app.reader.edition} ${id} ${revision}`, () => (revision === live ? app.reader.manifest(id, revision) : app.reader.describe(id, revision)));
    if (this.#text.error) return html`<p class="muted">${plain(this.#text.error)}</p>`;
    return text === undefined ? html`<p class="wait muted">Printing</p>` : printed(app, text, title);
  }

  readonly #onToggle = (event: Event): void => {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (open === this.#open) return;
    this.#open = open;
    this.app.requestUpdate();
  };
}
