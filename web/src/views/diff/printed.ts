import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../../app.ts';
import type { Workload } from '../../core/answers.ts';
import { Question } from '../../core/question.ts';
import { printed } from '../../parts/command.ts';
import { plain } from '../../parts/text.ts';
import type { Side } from '../../place.ts';

/** One side of a comparison as a program prints it, asked for when somebody opens it. */
export class PrintedSide {
  #open = false;
  readonly #text: Question<string>;

  constructor(private readonly app: App) {
    this.#text = new Question(() => app.requestUpdate());
  }

  render(workload: Workload, side: Side): TemplateResult {
    const isLive = side === 'live';
    const title = isLive ? `The ${workload.kind} as exported` : `Revision ${side} as kubectl prints it`;
    return html`<details class="fold-sec lazy gap-1" .open=${this.#open} @toggle=${this.#onToggle}>
      <summary>${title} <span class="faint">${isLive ? 'YAML' : `kubectl rollout history --revision=${side}`}</span></summary>
      ${this.#open ? this.#content(workload, side, title) : nothing}
    </details>`;
  }

  #content({ id }: Workload, side: Side, title: string): TemplateResult {
    const { app } = this;
    const text = this.#text.ask(`${app.reader.edition} ${id} ${side}`, () => (side === 'live' ? app.reader.manifest(id, side) : app.reader.describe(id, side)));
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
