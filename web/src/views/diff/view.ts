import { html, nothing, type TemplateResult } from 'lit';
import type { App, Layout } from '../../app.ts';
import type { ChangeRow, Diff, History, Revision, Workload } from '../../core/answers.ts';
import { Question } from '../../core/question.ts';
import { copyButton } from '../../parts/command.ts';
import { newer, older, swap } from '../../parts/icons.ts';
import { clock, count, grouped, plain, plainText } from '../../parts/text.ts';
import { sideNamed, type Side } from '../../place.ts';
import { workloadHeader } from '../header.ts';
import { PrintedSide } from './printed.ts';
import { StructureDiff } from './structure.ts';
import { TextDiff } from './text.ts';

const words: Record<Layout, string> = { structure: 'Structure', split: 'Side by side', unified: 'Unified' };

/** Two revisions of a workload held against each other. */
export class DiffView {
  readonly #history: Question<History>;
  readonly #diff: Question<Diff>;
  readonly #structure: StructureDiff;
  readonly #text: TextDiff;
  readonly #sides: [from: PrintedSide, to: PrintedSide];
  #pair: [from: Side, to: Side] | null = null;
  /** What can be compared, newest first; the live template stands above all where it is that of no revision. */
  #offered: Side[] = [];

  constructor(private readonly app: App) {
    this.#history = new Question(() => app.requestUpdate());
    this.#diff = new Question(() => app.requestUpdate());
    this.#structure = new StructureDiff(app);
    this.#text = new TextDiff(app);
    this.#sides = [new PrintedSide(app), new PrintedSide(app)];
  }

  render(workload: Workload): TemplateResult {
    const { app } = this;
    const { edition } = app.reader;
    const history = this.#history.ask(`${edition} ${workload.id}`, () => app.reader.history(workload.id));
    return html`<main class="main wide">
      ${workloadHeader(app, workload, { wide: true })}
      ${this.#history.error ? html`<div class="note bad"><h3>The history could not be made</h3><p>${plain(this.#history.error)}</p></div>` : history ? this.#compare(workload, history) : html`<p class="wait muted">Comparing</p>`}
    </main>`;
  }

  /** Moves both sides to the pair of neighbours that is older or newer. */
  step(direction: 'older' | 'newer'): void {
    const pair = this.#neighbours(direction);
    if (pair) this.app.go({ from: pair[0], to: pair[1] });
  }

  cycleLayout(): void {
    const order: Layout[] = this.app.narrow ? ['structure', 'unified'] : ['structure', 'split', 'unified'];
    this.app.setLayout(order[(order.indexOf(this.app.layout) + 1) % order.length]!);
  }

  #compare(workload: Workload, history: History): TemplateResult {
    const { app } = this;
    const { revisions, pending } = history;
    this.#offered = [...(pending ? ['live' as const] : []), ...revisions.map((revision) => revision.number)];
    const pair = this.#chosen(app.place.from, app.place.to);
    this.#pair = pair;
    if (!pair) {
      const [only] = this.#offered;
      return html`<p class="muted">${only === undefined ? 'There is no revision to compare.' : 'There is one revision, and nothing to compare it with.'}</p>
        ${only === undefined ? nothing : this.#printed(workload, only, only)}`;
    }
    const [from, to] = pair;
    const diff = this.#diff.ask(`${app.reader.edition} ${workload.id} ${from} ${to}`, () => app.reader.diff(workload.id, from, to));
    return html`<div class="sec-head">
        ${this.#pickers(revisions, from, to)}
        <div class="end">
          <div class="seg" role="group" aria-label="View">${this.#layouts().map((layout) => this.#layoutButton(layout))}</div>
          ${diff && diff.unified !== '' ? copyButton(app, diff.unified, 'the unified text') : nothing}
        </div>
      </div>
      ${this.#diff.error ? html`<div class="note bad"><h3>The two cannot be compared</h3><p>${plain(this.#diff.error)}</p></div>` : diff ? html`${this.#result(diff)}${this.#printed(workload, from, to)}` : html`<p class="wait muted">Comparing</p>`}`;
  }

  /** What the address asks for; without it, the newest revision and the one before. */
  #chosen(from: Side | null, to: Side | null): [from: Side, to: Side] | null {
    const newest = to ?? this.#offered[0];
    if (newest === undefined) return null;
    const before = from ?? this.#offered[this.#offered.indexOf(newest) + 1];
    return before === undefined ? null : [before, newest];
  }

  #neighbours(direction: 'older' | 'newer'): [from: Side, to: Side] | null {
    if (!this.#pair) return null;
    const at = this.#offered.indexOf(this.#pair[1]) + (direction === 'older' ? 1 : -1);
    const [to, from] = [this.#offered[at], this.#offered[at + 1]];
    return to === undefined || from === undefined ? null : [from, to];
  }

  #pickers(revisions: Revision[], from: Side, to: Side): TemplateResult {
    const { app } = this;
    const picker = (side: 'from' | 'to', chosen: Side): TemplateResult => {
      const offered = this.#offered.includes(chosen) ? this.#offered : [chosen, ...this.#offered];
      const pick = (event: Event): void => app.go({ from, to, [side]: sideNamed((event.target as HTMLSelectElement).value) });
      return html`<select class="sel" aria-label=${side === 'from' ? 'From' : 'To'} .value=${String(chosen)} @change=${pick}>
        ${offered.map((one) => html`<option value=${one} ?selected=${one === chosen}>${optionText(one, revisions)}</option>`)}
      </select>`;
    };
    return html`<div class="pick">
      <button class="btn quiet" aria-label="Older pair" ?disabled=${!this.#neighbours('older')} @click=${() => this.step('older')}>${older}<kbd aria-hidden="true">[</kbd></button>
      ${picker('from', from)}<span class="arr" aria-hidden="true">→</span>${picker('to', to)}
      <button class="btn quiet" aria-label="Newer pair" ?disabled=${!this.#neighbours('newer')} @click=${() => this.step('newer')}><kbd aria-hidden="true">]</kbd>${newer}</button>
      <button class="btn quiet" @click=${() => app.go({ from: to, to: from })}>${swap}Swap</button>
    </div>`;
  }

  #layouts(): Layout[] {
    return this.app.narrow ? ['structure', 'unified'] : ['structure', 'split', 'unified'];
  }

  /** Two columns have no room in a narrow element: there the lines stand in one. */
  get #layout(): Layout {
    return this.app.narrow && this.app.layout === 'split' ? 'unified' : this.app.layout;
  }

  #layoutButton(layout: Layout): TemplateResult {
    return html`<button aria-pressed=${this.#layout === layout} @click=${() => this.app.setLayout(layout)}>${words[layout]}</button>`;
  }

  #printed(workload: Workload, from: Side, to: Side): TemplateResult {
    return html`<section>${this.#sides[0].render(workload, from)}${from === to ? nothing : this.#sides[1].render(workload, to)}</section>`;
  }

  #result(diff: Diff): TemplateResult {
    const notes = diff.notes.map((note) => html`<div class="note gap-1"><p>${plain(note)}</p></div>`);
    if (diff.changes.length === 0 && diff.lines.every((line) => line.operation === 'equal')) {
      return html`<p class="diff-lead"><b class="b">No difference</b> between ${plain(diff.from)} and ${plain(diff.to)}.</p>
        ${notes}`;
    }
    return html`<p class="diff-lead">${lead(diff.changes)}</p>
      ${notes}
      <div class="diff-view">${this.#layout === 'structure' ? this.#structure.render(diff.changes) : this.#text.render(diff, this.#layout === 'split')}</div>`;
  }
}

function optionText(offered: Side, revisions: Revision[]): string {
  if (offered === 'live') return 'live template';
  const revision = revisions.find((one) => one.number === offered);
  const image = revision?.images[0]?.split('/').at(-1);
  return [`${offered}`, [image && plainText(image), revision?.created ? clock(revision.created) : ''].filter(Boolean).join(', ')].filter(Boolean).join('\u00a0 ');
}

function lead(changes: ChangeRow[]): TemplateResult {
  const by = (operation: ChangeRow['operation']): number => changes.filter((change) => change.operation === operation).length;
  const parts = [
    [by('changed'), 'changed'],
    [by('added'), 'added'],
    [by('removed'), 'removed'],
    [by('moved'), 'moved'],
  ].filter(([amount]) => amount !== 0);
  const images = changes.filter((change) => change.field === 'image' && change.operation === 'changed').length;
  return html`<b class="b">${count(changes.length, 'change')}</b>: ${parts.map(([amount, word]) => `${grouped(amount as number)} ${word}`).join(', ')}${images > 0 ? `; ${count(images, 'image')} among them` : nothing}`;
}
