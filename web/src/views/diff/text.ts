import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { App } from '../../app.ts';
import type { Diff, LineRow } from '../../core/answers.ts';
import { runs } from '../../parts/change.ts';
import { unfold } from '../../parts/icons.ts';
import { Memo } from '../../parts/memo.ts';
import { count, plain } from '../../parts/text.ts';
import { gapRow, isWindowed, RowWindow } from '../../parts/window.ts';
import { differs, fold, inOneColumn, sideBySide, type TextRow } from './lines.ts';

/** The two templates as lines, in two columns or in one. */
export class TextDiff {
  readonly #opened = new Set<number>();
  #openedOf: Diff | undefined;
  #split = false;
  readonly #rows = new Memo<TextRow[]>();
  readonly #window: RowWindow;

  constructor(private readonly app: App) {
    this.#window = new RowWindow(20, () => app.requestUpdate());
  }

  render(diff: Diff, split: boolean): TemplateResult {
    if (this.#openedOf !== diff || this.#split !== split) {
      this.#openedOf = diff;
      this.#split = split;
      this.#opened.clear();
    }
    const rows = this.#rows.get([diff, split, this.#opened.size], () => fold(split ? sideBySide(diff) : inOneColumn(diff.lines), this.#opened));
    const windowed = isWindowed(this.app, rows.length);
    const row = (index: number): TemplateResult => this.#row(rows[index]!, split, windowed ? index + 2 : null);
    const table = html`<table class="tdiff" aria-rowcount=${windowed ? rows.length + 1 : nothing}>
      <colgroup>
        ${split ? html`<col class="c-ln" /><col class="c-sg" /><col /><col class="c-ln" /><col class="c-sg" /><col />` : html`<col class="c-ln" /><col class="c-ln" /><col class="c-sg" /><col />`}
      </colgroup>
      <thead>
        <tr>
          ${split ? html`<th colspan="3" scope="colgroup">${plain(diff.from)}</th><th colspan="3" scope="colgroup" class="mid">${plain(diff.to)}</th>` : html`<th colspan="4" scope="colgroup">${plain(diff.from)} → ${plain(diff.to)}</th>`}
        </tr>
      </thead>
      <tbody>
        ${windowed ? this.#window.rows(rows.length, row, gapRow(split ? 6 : 4)) : rows.map((_, index) => row(index))}
      </tbody>
    </table>`;
    return windowed ? html`<div class="windowed scroll" tabindex="0" role="region" aria-label="Lines" ${ref(this.#window.attach)}>${table}</div>` : table;
  }

  #row(row: TextRow, split: boolean, rowIndex: number | null): TemplateResult {
    if ('folded' in row) return this.#fold(row, split, rowIndex);
    if (split) return html`<tr aria-rowindex=${rowIndex ?? nothing}>${side(row.old, differs(row), 'old')}${side(row.new, differs(row), 'new')}</tr>`;
    const line = (row.old ?? row.new)!;
    const kind = line.operation === 'equal' ? '' : line.operation === 'delete' ? 'l-del' : 'l-add';
    return html`<tr aria-rowindex=${rowIndex ?? nothing} data-row=${kind ? '' : nothing} tabindex=${kind ? -1 : nothing}>
      <td class="ln ${kind}">${row.old?.old ?? nothing}</td><td class="ln ${kind}">${row.new?.new ?? nothing}</td>${sign(line, kind)}<td class=${kind}>${runs(line.runs)}</td>
    </tr>`;
  }

  #fold({ folded, start }: { folded: number; start: number }, split: boolean, rowIndex: number | null): TemplateResult {
    const open = (): void => {
      this.#opened.add(start);
      this.app.requestUpdate();
    };
    return html`<tr class="fold-row" aria-rowindex=${rowIndex ?? nothing}>
      <td colspan=${split ? 6 : 4}><button class="fold" @click=${open}>${unfold}${count(folded, 'unchanged line')}</button></td>
    </tr>`;
  }
}

function side(line: LineRow | null, changed: boolean, which: 'old' | 'new'): TemplateResult {
  const mid = which === 'new' ? 'mid' : '';
  if (!line) return html`<td class="ln l-none ${mid}"></td><td class="sg l-none"></td><td class="l-none"></td>`;
  const kind = !changed ? '' : which === 'old' ? 'l-del' : 'l-add';
  return html`<td class="ln ${mid} ${kind}">${which === 'old' ? line.old : line.new}</td>${sign(line, kind)}<td class=${kind}>${runs(line.runs)}</td>`;
}

function sign({ operation }: LineRow, kind: string): TemplateResult {
  const shape = { equal: nothing, delete: html`<span aria-hidden="true">−</span><span class="sr">removed</span>`, insert: html`<span aria-hidden="true">+</span><span class="sr">added</span>` };
  return html`<td class="sg ${kind}">${shape[operation]}</td>`;
}
