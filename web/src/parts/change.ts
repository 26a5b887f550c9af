import { html, nothing, type TemplateResult } from 'lit';
import type { ChangeRow, Operation, Run } from '../core/answers.ts';
import { count, plain } from './text.ts';

/** Runs of text with the words that the other side lacks marked. A value that differs as a whole needs no marks. */
export function runs(pieces: Run[]): TemplateResult {
  const whole = pieces.every((piece) => piece.changed);
  return html`${pieces.map(({ text, changed }) => (changed && !whole ? html`<mark>${plain(text)}</mark>` : plain(text)))}`;
}

const signs: Record<Operation, [kind: string, sign: string, word: string]> = {
  added: ['add', '+', 'added'],
  removed: ['del', '−', 'removed'],
  changed: ['mod', '~', 'changed'],
  moved: ['mod', '↕', 'moved'],
};

function lengthOf(pieces: Run[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length, 0);
}

/** Before → after on one line if both are short, else below each other. */
function fromTo({ before, after, operation }: ChangeRow): TemplateResult {
  const old = before.length > 0 ? html`<del>${runs(before)}</del>` : nothing;
  const now = after.length > 0 ? html`<ins>${runs(after)}</ins>` : nothing;
  if (old === nothing || now === nothing) return html`${old}${now}${old === nothing && now === nothing && operation === 'moved' ? 'other place in its list' : nothing}`;
  const long = lengthOf(before) + lengthOf(after) > 60 || [...before, ...after].some((piece) => piece.text.includes('\n'));
  return long ? html`${old}<br />${now}` : html`${old}<span class="arr">→</span>${now}`;
}

/** A path with its list keys set apart: `spec.containers[name=web].image`. */
export function path(text: string): TemplateResult {
  return html`${text.split(/(\[[^\]]*\])/).map((piece) =>
    piece.startsWith('[') ? html`[<span class="key">${plain(piece.slice(1, -1))}</span>]` : html`${piece.split(/(?=\.)/).map((part, index) => (index > 0 ? html`<wbr />${plain(part)}` : plain(part)))}`,
  )}`;
}

/** One row of the structural diff. */
export function changeRow(change: ChangeRow, field: string): TemplateResult {
  const [kind, sign, word] = signs[change.operation];
  return html`<div class="chg-row" role="row" tabindex="-1" data-row>
    <span class="m ${kind}" role="cell"><span aria-hidden="true">${sign}</span><span class="sr">${word}</span></span>
    <span class="f" role="rowheader">${path(field)}</span>
    <span class="v" role="cell">${fromTo(change)}</span>
  </div>`;
}

/** A value that takes several lines is told by their number: the diff has them all. */
function briefly(change: ChangeRow): TemplateResult {
  const lines = Math.max(...[change.before, change.after].map((pieces) => pieces.map((piece) => piece.text).join('').trimEnd().split('\n').length));
  return lines > 1 ? html`<span class="muted">${count(lines, 'line')}</span>` : html`<code>${fromTo(change)}</code>`;
}

/** A change in a few words, for a table that holds other things too: the field without its group where that says enough. */
export function shortChange(change: ChangeRow, alone: boolean): TemplateResult {
  const container = /^spec\.(?:initC|ephemeralC|c)ontainers\[name=([^\]]+)\]$/.exec(change.group);
  const field = container && !alone ? `${container[1]} ${change.field}` : change.field;
  const [, sign] = signs[change.operation];
  return html`<span class="short-chg"><code>${change.operation === 'changed' ? nothing : `${sign} `}${path(shortKey(field))}</code> ${briefly(change)}</span>`;
}

/** `annotations[kubectl.kubernetes.io/restartedAt]` is known by its last word. */
function shortKey(field: string): string {
  return field.replace(/^(?:annotations|labels)\[(?:[^\]/]*\/)?([^\]]+)\]$/, '$1');
}
