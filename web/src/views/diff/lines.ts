import type { Diff, LineRow } from '../../core/answers.ts';

/** Unchanged lines that are kept around a change. */
export const context = 3;

/** A row of the text views: the same line on both sides, or what stands on either side. */
export interface Pair {
  old: LineRow | null;
  new: LineRow | null;
}

/** A pair, or lines that are folded away. */
export type TextRow = Pair | { folded: number; start: number };

export function differs(pair: Pair): boolean {
  return pair.old !== pair.new;
}

/** The lines as two sides, as the core sets them beside each other. */
export function sideBySide({ lines, beside }: Diff): Pair[] {
  const olds = lines.filter((line) => line.operation !== 'insert');
  const news = lines.filter((line) => line.operation !== 'delete');
  return beside.map((row) => {
    const [older, newer] = [row.old === null ? null : olds[row.old - 1]!, row.new === null ? null : news[row.new - 1]!];
    return { old: older, new: newer };
  });
}

/** The lines in one column: an unchanged line stands on both sides, a changed one on its own. */
export function inOneColumn(lines: LineRow[]): Pair[] {
  return lines.map((line) => ({ old: line.operation === 'insert' ? null : line, new: line.operation === 'delete' ? null : line }));
}

/** Folds unchanged rows that are far from any change, but for those that were opened. */
export function fold(rows: Pair[], opened: ReadonlySet<number>): TextRow[] {
  const kept = new Uint8Array(rows.length);
  rows.forEach((row, index) => {
    if (differs(row)) kept.fill(1, Math.max(index - context, 0), index + context + 1);
  });
  const folded: TextRow[] = [];
  for (let index = 0; index < rows.length; ) {
    if (kept[index]) {
      folded.push(rows[index++]!);
      continue;
    }
    const start = index;
    while (index < rows.length && !kept[index]) index += 1;
    // One line folded away takes as much room as the line itself.
    if (opened.has(start) || index - start < 2) folded.push(...rows.slice(start, index));
    else folded.push({ folded: index - start, start });
  }
  return folded;
}
