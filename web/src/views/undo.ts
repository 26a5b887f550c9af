import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import type { AnnotationRow, Choice, Outcome, Undo, Workload } from '../core/answers.ts';
import { Question } from '../core/question.ts';
import { changeRow } from '../parts/change.ts';
import { command, printed } from '../parts/command.ts';
import { link } from '../parts/link.ts';
import { count, plain } from '../parts/text.ts';
import { workloadHeader } from './header.ts';

/** What an undo would do. Nothing here does it: the page gives text to copy. */
export class UndoView {
  readonly #undo: Question<Undo>;

  constructor(private readonly app: App) {
    this.#undo = new Question(() => app.requestUpdate());
  }

  render(workload: Workload): TemplateResult {
    const { app } = this;
    const { to } = app.place;
    const revision = typeof to === 'number' ? to : 0;
    const undo = this.#undo.ask(`${app.reader.edition} ${workload.id} ${revision}`, () => app.reader.undo(workload.id, revision));
    return html`<main class="main wide">
      ${workloadHeader(app, workload, { wide: true })}
      ${this.#undo.error ? html`<div class="note bad"><h3>The undo could not be worked out</h3><p>${plain(this.#undo.error)}</p></div>` : undo ? this.#plan(undo) : html`<p class="wait muted">Working out the undo</p>`}
    </main>`;
  }

  /** Chooses the next older or newer target. */
  step(direction: 'older' | 'newer'): void {
    const choices = this.#undo.value?.choices ?? [];
    const at = choices.findIndex((choice) => choice.number === this.#undo.value?.target);
    const next = choices[at + (direction === 'older' ? 1 : -1)];
    if (at >= 0 && next) this.app.go({ to: next.number });
  }

  #plan(undo: Undo): TemplateResult {
    return html`<div class="two-col">
      <div>${this.#choices(undo)}${this.#outcome(undo)}${this.#template(undo)}${this.#annotations(undo)}</div>
      <div>${this.#warnings(undo)}${this.#commands(undo)}${this.#after(undo)}${this.#papers(undo)}</div>
    </div>`;
  }

  #choices({ choices, target }: Undo): TemplateResult {
    return html`<section>
      <div class="sec-head">
        <h2 class="h-sec">Undo to</h2>
        <span class="label">${choices.length === 0 ? 'no revision can be gone to' : `${count(choices.length, 'revision')} to choose from`}</span>
      </div>
      ${choices.length > 0
        ? html`<div class=${choices.length > 12 ? 'targets tall' : 'targets'} role="radiogroup" aria-label="Undo to">${choices.map((choice) => this.#choice(choice, choice.number === target))}</div>`
        : nothing}
    </section>`;
  }

  #choice({ number, images, changeCause, live, default: plainUndo }: Choice, chosen: boolean): TemplateResult {
    return html`<label>
      <input type="radio" name="target" .checked=${chosen} @change=${() => this.app.go({ to: number })} />
      <span class="b">${number}</span>
      <span><code>${plain(images.join(', '))}</code>${changeCause ? html` &nbsp;<span class="faint">${plain(changeCause)}</span>` : nothing}</span>
      <span class="tags">${live ? html`<span class="tag live">live</span>` : nothing}${plainUndo ? html`<span class="tag">plain undo picks this</span>` : nothing}</span>
    </label>`;
  }

  #outcome({ outcome, message, target }: Undo): TemplateResult {
    const sentences: Record<Outcome, string> = {
      'rolled-back': `The pod template becomes that of revision ${target}.`,
      skipped: `Nothing changes: the pod template is that of revision ${target} already.`,
      refused: 'kubectl refuses, and nothing changes.',
    };
    return html`<section>
      <div class="note ${outcome === 'refused' ? 'warn' : ''}">
        <h3>${sentences[outcome]}</h3>
        <p>kubectl prints <code class="data">${plain(message)}</code></p>
      </div>
    </section>`;
  }

  #template({ workload, changes, target }: Undo): TemplateResult | typeof nothing {
    if (changes.length === 0) return nothing;
    const from = workload.live;
    return html`<section>
      <div class="sec-head">
        <h2 class="h-sec">What changes in the pods</h2>
        <div class="end">${from !== null && target !== null ? link(this.app, { view: 'diff', from, to: target }, `Diff ${from}..${target}`) : nothing}</div>
      </div>
      <div class="chg-list" role="table" aria-label="Changes of the pod template">${changes.map((change) => changeRow(change, change.path))}</div>
    </section>`;
  }

  #annotations({ workload, annotations, outcome }: Undo): TemplateResult | typeof nothing {
    if (outcome !== 'rolled-back') return nothing;
    if (annotations.length === 0) return html`<section><p class="muted">The annotations of the ${workload.kind} stay as they are.</p></section>`;
    return html`<section>
      <div class="sec-head"><h2 class="h-sec">What changes in the annotations of the ${workload.kind}</h2></div>
      <table class="tbl stack dense flush annotations">
        <thead>
          <tr><th scope="col">Annotation</th><th scope="col">Now</th><th scope="col">After undo</th></tr>
        </thead>
        <tbody>${annotations.map(annotation)}</tbody>
      </table>
    </section>`;
  }

  #warnings({ warnings }: Undo): TemplateResult | typeof nothing {
    if (warnings.length === 0) return nothing;
    return html`<section>
      <div class="sec-head"><h2 class="h-sec">Before you run it</h2></div>
      ${warnings.map((warning) => html`<div class="note warn"><p>${plain(warning)}</p></div>`)}
    </section>`;
  }

  #commands({ commands }: Undo): TemplateResult | typeof nothing {
    if (commands.length === 0) return nothing;
    return html`<section>
      <div class="sec-head"><h2 class="h-sec">Run</h2></div>
      ${commands.length === 1 ? command(this.app, commands[0]!) : html`<ol class="steps">${commands.map((text) => html`<li>${command(this.app, text)}</li>`)}</ol>`}
    </section>`;
  }

  #after({ historyAfter, outcome }: Undo): TemplateResult | typeof nothing {
    if (historyAfter.length === 0 || outcome !== 'rolled-back') return nothing;
    const newest = historyAfter.at(-1)!.revision;
    return html`<section>
      <div class="sec-head"><h2 class="h-sec">History afterwards</h2></div>
      <table class="tbl stack dense flush">
        <thead>
          <tr><th scope="col">Revision</th><th scope="col">Change-cause</th></tr>
        </thead>
        <tbody>
          ${historyAfter.toReversed().map(
            ({ revision, changeCause, was }) => html`<tr>
              <td class="nowrap"><b class="b">${revision}</b> ${revision === newest ? html`<span class="tag live">live</span>` : nothing} ${was === null ? nothing : html`<span class="faint">was ${was}</span>`}</td>
              <td data-th="Cause" class=${changeCause === null ? 'empty' : 'pre data'}>${changeCause === null ? nothing : plain(changeCause)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  #papers({ patch, manifest, workload }: Undo): TemplateResult | typeof nothing {
    if (!patch && manifest === null) return nothing;
    return html`<section>
      ${patch
        ? html`<details class="fold-sec">
            <summary>The patch kubectl sends <span class="faint">${patch.mediaType}</span></summary>
            ${printed(this.app, JSON.stringify(patch.body, null, 2), 'Patch')}
          </details>`
        : nothing}
      ${manifest === null
        ? nothing
        : html`<details class="fold-sec gap-1">
            <summary>The ${workload.kind} afterwards <span class="faint">YAML</span></summary>
            ${printed(this.app, manifest, 'Manifest')}
          </details>`}
    </section>`;
  }
}

function annotation({ name, before, after }: AnnotationRow): TemplateResult {
  return html`<tr>
    <td><code>${name.split(/(?<=\/)/).map((part) => html`${plain(part)}<wbr />`)}</code></td>
    <td data-th="Now" class="data">${before === null ? html`<span class="faint">none</span>` : html`<del>${plain(before)}</del>`}</td>
    <td data-th="After undo" class="data">${after === null ? html`<span class="tag warn">lost</span>` : html`<ins>${plain(after)}</ins>`}</td>
  </tr>`;
}
