import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { App } from '../../app.ts';
import type { ChangeRow } from '../../core/answers.ts';
import { changeRow, path } from '../../parts/change.ts';
import { Memo } from '../../parts/memo.ts';
import { count } from '../../parts/text.ts';
import { gapItem, isWindowed, RowWindow } from '../../parts/window.ts';

interface Group {
  name: string;
  changes: ChangeRow[];
}

/** The changes by field, under the part of the template they belong to. */
export class StructureDiff {
  readonly #groups = new Memo<Group[]>();
  readonly #window: RowWindow;

  constructor(private readonly app: App) {
    this.#window = new RowWindow(32, () => app.requestUpdate());
  }

  render(changes: ChangeRow[]): TemplateResult {
    const groups = this.#groups.get([changes], () => grouped(changes));
    if (isWindowed(this.app, changes.length)) return this.#windowed(groups);
    const list = html`<div>${groups.map(group)}</div>`;
    return groups.length > 2 ? html`<div class="split">${outline(groups)}${list}</div>` : list;
  }

  #windowed(groups: Group[]): TemplateResult {
    // A narrow row has its values under the field.
    this.#window.rowHeight = this.app.narrow ? 52 : 32;
    const rows = groups.flatMap((one): (Group | ChangeRow)[] => [one, ...one.changes]);
    const row = (index: number): TemplateResult => {
      const one = rows[index]!;
      return 'changes' in one ? html`<div role="row"><div role="rowheader">${head(one)}</div></div>` : changeRow(one, one.field);
    };
    return html`<div class="windowed scroll" tabindex="0" role="region" aria-label="Changes" ${ref(this.#window.attach)}>
      <div role="table" aria-label="Changes" aria-rowcount=${rows.length}>${this.#window.rows(rows.length, row, gapItem)}</div>
    </div>`;
  }
}

function grouped(changes: ChangeRow[]): Group[] {
  const groups = new Map<string, ChangeRow[]>();
  for (const change of changes) {
    const group = groups.get(change.group);
    if (group) group.push(change);
    else groups.set(change.group, [change]);
  }
  return [...groups].map(([name, changes]) => ({ name, changes }));
}

function group(one: Group): TemplateResult {
  return html`<div class="grp" data-group=${one.name}>
    ${head(one)}
    <div role="table" aria-label=${one.name}>${one.changes.map((change) => changeRow(change, change.field))}</div>
  </div>`;
}

function head({ name, changes }: Group): TemplateResult {
  return html`<div class="path"><span><span class="dim">spec.template.</span>${path(name)}</span><span class="end">${count(changes.length, 'change')}</span></div>`;
}

/** What changed where, as a list to jump from. */
function outline(groups: Group[]): TemplateResult {
  return html`<nav class="outline" aria-label="Changed parts">
    <h2>spec.template</h2>
    <ul>
      ${groups.map((one) => html`<li><button @click=${(event: Event) => jump(event, one.name)}><span>${path(shortName(one.name))}</span><span class="n">${one.changes.length || nothing}</span></button></li>`)}
    </ul>
  </nav>`;
}

function jump(event: Event, name: string): void {
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  const target = [...root.querySelectorAll<HTMLElement>('[data-group]')].find((element) => element.dataset['group'] === name);
  target?.scrollIntoView({ block: 'start' });
  target?.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true });
}

/** `spec.containers[name=web]` is known by its last part. */
function shortName(name: string): string {
  return name.replace(/^spec\.(?=.)/, '');
}
