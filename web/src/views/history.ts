import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { App } from '../app.ts';
import type { History, Revision, Workload } from '../core/answers.ts';
import { Question } from '../core/question.ts';
import { shortChange } from '../parts/change.ts';
import { printed } from '../parts/command.ts';
import { link } from '../parts/link.ts';
import { pods } from '../parts/pods.ts';
import { clock, count, day, holderKind, namespacePart, plain, span } from '../parts/text.ts';
import { gapRow, isWindowed, RowWindow } from '../parts/window.ts';
import { workloadHeader } from './header.ts';

/** The revisions of a workload, two of which can be taken for comparing. */
export class HistoryView {
  /** The revisions taken, the one taken first in front. */
  #taken: number[] = [];
  /** Whose they are, and of which edition. */
  #takenOf = '';
  readonly #history: Question<History>;
  readonly #window: RowWindow;

  constructor(private readonly app: App) {
    this.#history = new Question(() => app.requestUpdate());
    this.#window = new RowWindow(40, () => app.requestUpdate());
  }

  render(workload: Workload): TemplateResult {
    return html`<main class="main">${workloadHeader(this.app, workload)}${this.table(workload)}</main>`;
  }

  /** The revisions as a section of their own; `named` where no header says whose they are. */
  table(workload: Workload, options: { named?: boolean } = {}): TemplateResult {
    const { app } = this;
    const key = this.#keyOf(workload.id);
    const history = this.#history.ask(key, () => app.reader.history(workload.id));
    if (this.#takenOf !== key) {
      this.#takenOf = key;
      this.#taken = [];
    }
    if (this.#history.error) return html`<section><div class="note bad"><h3>The history could not be made</h3><p>${plain(this.#history.error)}</p></div></section>`;
    if (!history) return html`<section aria-busy="true"><p class="wait muted">Making the history</p></section>`;
    return html`<section>
      <div class="sec-head">
        <h2 class="h-sec">${options.named ? html`${namespacePart(workload)}${plain(workload.name)}: ` : nothing}${count(history.revisionCount, 'revision')}</h2>
        <span class="label">${this.#note(history)}</span>
      </div>
      ${history.pending ? this.#pending(history) : nothing}
      ${history.revisions.length === 0 ? this.#none(workload) : this.#revisions(history)}
      ${this.#taken.length === 2 ? this.#bar(history) : nothing}
      <details class="fold-sec gap-1">
        <summary>As kubectl prints it <span class="faint">kubectl rollout history</span></summary>
        ${printed(app, history.table, 'kubectl rollout history')}
      </details>
    </section>`;
  }

  /** Takes nothing any more, and tells whether something was taken. */
  clear(): boolean {
    const had = this.#taken.length > 0;
    this.#taken = [];
    if (had) this.app.requestUpdate();
    return had;
  }

  /** The two revisions taken of a workload, older first. */
  pairOf(workload: string): [from: number, to: number] | null {
    return this.#takenOf === this.#keyOf(workload) ? this.#pair : null;
  }

  get #pair(): [from: number, to: number] | null {
    const [one, other] = this.#taken;
    return one === undefined || other === undefined ? null : [Math.min(one, other), Math.max(one, other)];
  }

  #keyOf(workload: string): string {
    return `${this.app.reader.edition} ${workload}`;
  }

  #note(history: History): string {
    const renumbered = history.revisions.filter((revision) => revision.formerNumbers.length > 0).length;
    const newest = this.app.reader.overview?.newestTime;
    return [renumbered > 0 ? `${count(renumbered, 'template')} ${renumbered === 1 ? 'has' : 'have'} a new number` : '', newest ? `newest time in the export ${day(newest)} ${clock(newest)}Z` : ''].filter(Boolean).join('; ');
  }

  #pending({ workload, revisions }: History): TemplateResult {
    const newest = revisions[0];
    return html`<div class="note warn">
      <h3>The template of the ${workload.kind} is that of no revision</h3>
      <p>
        ${workload.state === 'paused' ? 'It is paused: the change becomes a revision when it is resumed.' : 'The controller has not made a revision of it yet.'}
        ${newest ? link(this.app, { view: 'diff', workload: workload.id, from: newest.number, to: 'live' }, `Diff ${newest.number}..live`) : nothing}
      </p>
    </div>`;
  }

  #none(workload: Workload): TemplateResult {
    return html`<p class="muted">The export holds no ${holderKind(workload.kind)} of this ${workload.kind}.</p>`;
  }

  #revisions(history: History): TemplateResult {
    const { revisions, workload } = history;
    const windowed = isWindowed(this.app, revisions.length);
    const counted = revisions.some((revision) => revision.pods !== null);
    const row = (index: number): TemplateResult => this.#row(history, index, counted);
    const table = html`<table class="tbl stack hist" aria-rowcount=${windowed ? revisions.length + 1 : nothing}>
      <thead>
        <tr>
          <th scope="col"><span class="sr">Compare</span></th>
          <th scope="col">Revision</th>
          <th scope="col">Created, UTC</th>
          <th scope="col">What changed</th>
          <th scope="col">Change-cause as recorded</th>
          <th scope="col">${holderKind(workload.kind)}</th>
          ${counted ? html`<th scope="col">Pods</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${windowed ? this.#window.rows(revisions.length, row, gapRow(counted ? 7 : 6)) : revisions.map((_, index) => row(index))}
      </tbody>
    </table>`;
    return windowed ? html`<div class="windowed scroll" tabindex="0" role="region" aria-label="Revisions" ${ref(this.#window.attach)}>${table}</div>` : table;
  }

  #row({ workload, revisions }: History, index: number, counted: boolean): TemplateResult {
    const revision = revisions[index]!;
    const { number } = revision;
    const taken = this.#taken.includes(number);
    const letter = !taken ? '' : this.#pair && number === this.#pair[1] ? 'B' : 'A';
    return html`<tr class=${taken ? 'taken' : nothing} aria-rowindex=${isWindowed(this.app, revisions.length) ? index + 2 : nothing}>
      <td>
        <label>
          <input type="checkbox" aria-label="Compare revision ${number}" .checked=${taken} data-row data-of=${workload.id} data-open="${revisions[index + 1]?.number ?? ''} ${number}" @change=${() => this.#take(number)} />
          ${letter ? html`<span class="ab" aria-hidden="true">${letter}</span>` : nothing}
        </label>
      </td>
      <th scope="row">
        <span class="rev-n">${number}</span> ${revision.live ? html`<span class="tag live">live</span>` : nothing}
        ${revision.formerNumbers.length > 0 ? html`<span class="sub">was ${revision.formerNumbers.join(', ')}</span>` : nothing}
      </th>
      <td data-th="Created" class=${revision.created ? 'nowrap' : 'empty'}>${this.#when(revision)}</td>
      <td data-th="Changed">${this.#changes(workload, revisions, index)}</td>
      <td data-th="Cause" class=${revision.changeCause === null ? 'empty' : 'pre data'}>${revision.changeCause === null ? nothing : plain(revision.changeCause)}</td>
      <td data-th="Held by" class="holder"><code>${plain(ownPart(revision.holder, workload.name))}</code></td>
      ${counted ? html`<td data-th="Pods" class=${revision.pods ? nothing : 'empty'}>${revision.pods ? pods(revision.pods) : nothing}</td>` : nothing}
    </tr>`;
  }

  /** A template that is used again keeps the time it was first made at, and the number it had then. */
  #when({ created, formerNumbers }: Revision): TemplateResult | typeof nothing {
    const newest = this.app.reader.overview?.newestTime;
    if (!created) return nothing;
    const sameDay = newest && day(newest) === day(created);
    return html`${clock(created)}<span class="sub">${sameDay ? `${span(created, newest)} ago` : day(created)}${formerNumbers.length > 0 ? `, as ${formerNumbers[0]}` : nothing}</span>`;
  }

  #changes(workload: Workload, revisions: Revision[], index: number): TemplateResult {
    const revision = revisions[index]!;
    const before = revisions[index + 1];
    const { changes, changeCount } = revision;
    if (changeCount === null) return html`<span class="muted">${before ? 'its template cannot be read' : 'nothing older to compare with'}</span>`;
    if (changeCount === 0) return html`<span class="muted">the same template as revision ${before?.number}</span>`;
    const alone = revision.images.length < 2;
    const more = changeCount - changes.length;
    return html`${changes.map((change) => shortChange(change, alone))}${more > 0 && before
      ? html`<span class="short-chg">${link(this.app, { view: 'diff', workload: workload.id, from: before.number, to: revision.number }, `and ${count(more, 'more change')}`)}</span>`
      : nothing}`;
  }

  #bar({ workload, revisions }: History): TemplateResult {
    const [from, to] = this.#pair!;
    const side = (letter: string, number: number): TemplateResult => {
      const revision = revisions.find((one) => one.number === number);
      return html`<span class="side"><span class="ab">${letter}</span> revision ${number} <code class="data">${plain(revision?.images[0] ?? '')}</code></span>`;
    };
    return html`<div class="bar" role="group" aria-label="Compare">
      ${side('A', from)}<span class="arr" aria-hidden="true">→</span>${side('B', to)}
      <div class="end">
        ${link(this.app, { view: 'diff', workload: workload.id, from, to }, html`Diff ${from}..${to} <kbd aria-hidden="true">d</kbd>`, { class: 'btn primary' })}
        ${link(this.app, { view: 'undo', workload: workload.id, from: null, to: from }, `Undo to ${from}`, { class: 'btn' })}
        <button class="btn quiet" @click=${() => this.clear()}>Clear <kbd aria-hidden="true">Esc</kbd></button>
      </div>
    </div>`;
  }

  /** A third one takes the place of the older of two. */
  #take(number: number): void {
    if (this.#taken.includes(number)) this.#taken = this.#taken.filter((one) => one !== number);
    else this.#taken = [...this.#taken.toSorted((one, other) => one - other).slice(-1), number];
    if (this.#pair) this.app.say(`Revisions ${this.#pair[0]} and ${this.#pair[1]} are taken for comparing.`);
    this.app.requestUpdate();
  }
}

/** The end of a holder's name that its workload's name does not say already. */
function ownPart(holder: string, workload: string): string {
  return holder.startsWith(`${workload}-`) ? holder.slice(workload.length + 1) : holder;
}
