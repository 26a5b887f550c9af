import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { App } from '../app.ts';
import type { Workload } from '../core/answers.ts';
import { groupOf, groups, healthMark, urgency, wordOf, type Group } from '../parts/health.ts';
import { search } from '../parts/icons.ts';
import { link } from '../parts/link.ts';
import { Memo } from '../parts/memo.ts';
import { clock, count, grouped, namespacePart, plain, plainText, shortKind } from '../parts/text.ts';
import { gapItem, isWindowed, RowWindow } from '../parts/window.ts';

/** One line of the list: the head of a group, or a workload. */
type Row = { group: Group; count: number } | Workload;

/** The list of workloads, by state, with its filter. */
export class Rail {
  #filter = '';
  #kind = '';
  #namespace = '';
  readonly #shown = new Memo<Workload[]>();
  readonly #rows = new Memo<Row[]>();
  readonly #window: RowWindow;

  constructor(private readonly app: App) {
    this.#window = new RowWindow(28, () => app.requestUpdate());
  }

  /** The workloads that the filter lets through, in the order of the list. */
  get shown(): Workload[] {
    const { workloads } = this.app.reader;
    return this.#shown.get([workloads, this.#filter, this.#kind, this.#namespace], () => {
      const words = this.#filter.toLowerCase().split(/\s+/).filter(Boolean);
      return workloads.filter((workload) => this.#lets(workload, words)).toSorted((one, other) => urgency(one.state) - urgency(other.state));
    });
  }

  render(): TemplateResult {
    const { app } = this;
    const { workloads } = app.reader;
    const shown = this.shown;
    const rows = this.#rows.get([shown], () => withHeads(shown));
    const windowed = isWindowed(app, rows.length);
    return html`<nav class=${windowed ? 'rail windowed' : 'rail'} id="workloads" aria-label="Workloads">
      <div class="rail-in" ${windowed ? ref(this.#window.attach) : nothing}>
        <div class="tools">
          <label class="field">
            ${search}<input type="search" placeholder="Filter ${count(workloads.length, 'workload')}" aria-label="Filter workloads" .value=${this.#filter} @input=${this.#onFilter} />
            <kbd aria-hidden="true">/</kbd>
          </label>
          ${workloads.length > 12 ? this.#selects(workloads) : nothing}
        </div>
        ${windowed
          ? this.#window.rows(rows.length, (index) => this.#row(rows[index]!, true), gapItem)
          : repeat(
              rows,
              (row) => ('id' in row ? row.id : row.group),
              (row) => this.#row(row, false),
            )}
        ${shown.length === 0 ? html`<p class="none">No workload matches the filter.</p>` : nothing}
      </div>
    </nav>`;
  }

  /** Empties the filter, and tells whether there was one. */
  clear(): boolean {
    const had = Boolean(this.#filter || this.#kind || this.#namespace);
    this.#filter = this.#kind = this.#namespace = '';
    if (had) this.app.requestUpdate();
    return had;
  }

  #lets(workload: Workload, words: string[]): boolean {
    if (this.#kind && workload.kind !== this.#kind) return false;
    if (this.#namespace && workload.namespace !== this.#namespace) return false;
    const text = `${workload.namespace}/${workload.name} ${workload.kind} ${wordOf(workload.state)} ${workload.images.join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  }

  #row(row: Row, oneLine: boolean): TemplateResult {
    if ('group' in row) return html`<h2><span>${row.group}</span><span>${grouped(row.count)}</span></h2>`;
    const { app } = this;
    const current = row.id === app.place.workload;
    const calm = oneLine || (groupOf(row.state) === 'Settled' && !current);
    const content = html`${healthMark(row.state)}<span class="name">${namespacePart(row)}${plain(row.name)}</span>${calm
        ? html`<span class="rev"><span class="sr">${wordOf(row.state)}, </span>${row.revisions} rev</span>`
        : html`<span class="rev">${row.changed ? clock(row.changed) : nothing}</span><span class="state">${this.#stateOf(row)}</span><span class="when">${shortKind(row.kind)} · ${row.revisions} rev</span>`}`;
    const place = { view: 'history' as const, workload: row.id, from: null, to: null };
    return link(app, place, content, { class: calm ? 'wl one-line' : 'wl', current: current ? 'true' : undefined });
  }

  /** What kubectl says of a rollout that goes well is long and tells no more than the word. */
  #stateOf({ state, stateText }: Workload): unknown {
    const calm = groupOf(state) === 'Settled' || groupOf(state) === 'Rolling out' || groupOf(state) === 'Unknown';
    return calm ? wordOf(state) : html`<span class="sr">${wordOf(state)}: </span>${plain(stateText)}`;
  }

  #selects(workloads: Workload[]): TemplateResult {
    const kinds = [...new Set(workloads.map((workload) => workload.kind))].toSorted();
    const namespaces = [...new Set(workloads.map((workload) => workload.namespace))].toSorted();
    return html`<div class="two">
      <select class="sel" aria-label="Kind" @change=${this.#onKind}>
        <option value="">Any kind</option>
        ${kinds.map((kind) => option(kind, this.#kind))}
      </select>
      <select class="sel" aria-label="Namespace" @change=${this.#onNamespace}>
        <option value="">Any namespace</option>
        ${namespaces.map((namespace) => option(namespace, this.#namespace))}
      </select>
    </div>`;
  }

  readonly #onFilter = (event: Event): void => {
    this.#filter = (event.target as HTMLInputElement).value;
    this.app.requestUpdate();
  };

  readonly #onKind = (event: Event): void => {
    this.#kind = (event.target as HTMLSelectElement).value;
    this.app.requestUpdate();
  };

  readonly #onNamespace = (event: Event): void => {
    this.#namespace = (event.target as HTMLSelectElement).value;
    this.app.requestUpdate();
  };
}

function option(value: string, chosen: string): TemplateResult {
  return html`<option value=${value} ?selected=${value === chosen}>${plainText(value)}</option>`;
}

function withHeads(shown: Workload[]): Row[] {
  const rows: Row[] = [];
  for (const group of groups) {
    const members = shown.filter((workload) => groupOf(workload.state) === group);
    if (members.length > 0) rows.push({ group, count: members.length }, ...members);
  }
  return rows;
}
