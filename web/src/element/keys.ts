import { html, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import type { Workload } from '../core/answers.ts';
import type { View } from '../place.ts';
import { inField } from './field.ts';

/** What the keys act on. */
export interface KeyTarget {
  app: App;
  root: ShadowRoot;
  /** Keys of one letter or sign act. */
  shortcuts: boolean;
  workloads(): Workload[];
  escape(): void;
  clearFilter(): void;
  step(direction: 'older' | 'newer'): void;
  cycleLayout(): void;
  /** The two revisions taken in the history of a workload. */
  pairOf(workload: string): [from: number, to: number] | null;
}

/** Shortcuts act only with the focus inside the element, and never where text is typed. */
export function onKey(event: KeyboardEvent, target: KeyTarget): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target.root.querySelector('dialog[open]')) return;
  if (inField(event)) {
    if (event.key === 'Escape') leaveField(event, target);
    return;
  }
  const act = actions[event.key];
  if (!act || (!target.shortcuts && event.key.length === 1) || act(target) === false) return;
  event.preventDefault();
}

function leaveField(event: KeyboardEvent, target: KeyTarget): void {
  const field = event.composedPath()[0] as HTMLElement;
  if (field.matches('input[type=search]')) target.clearFilter();
  field.blur();
  event.preventDefault();
}

const actions: Record<string, (target: KeyTarget) => void | false> = {
  '?': ({ root }) => root.querySelector('dialog')?.showModal(),
  '/': ({ root }) => focus(root.querySelector<HTMLElement>('#workloads input')),
  Escape: (target) => target.escape(),
  j: (target) => move(target, 1),
  k: (target) => move(target, -1),
  Enter: (target) => openRow(target),
  f: ({ app }) => app.go({ view: 'overview', workload: null, from: null, to: null }),
  h: (target) => show(target, 'history'),
  d: (target) => compare(target),
  u: (target) => show(target, 'undo'),
  '[': (target) => target.step('older'),
  ']': (target) => target.step('newer'),
  s: ({ app, ...target }) => (app.place.view === 'diff' ? target.cycleLayout() : false),
};

function focus(element: HTMLElement | null): void | false {
  if (!element) return false;
  element.focus();
}

/** The workload that a key is about: the one shown, else the first of the list. */
function show({ app, workloads }: KeyTarget, view: View): void | false {
  const workload = app.place.workload ?? workloads()[0]?.id;
  if (!workload) return false;
  if (app.place.view !== view) app.go({ view, workload, from: null, to: null });
}

/** The two revisions taken in the history, else the newest and the one before. */
function compare(target: KeyTarget): void | false {
  const { app, root, workloads } = target;
  // Below what the overview finds stands the history of one workload, whichever the list has first.
  const workload = app.place.workload ?? root.querySelector<HTMLElement>('[data-of]')?.dataset['of'] ?? workloads()[0]?.id;
  const pair = workload && app.place.view !== 'diff' ? target.pairOf(workload) : null;
  if (!workload || !pair) return show(target, 'diff');
  app.go({ view: 'diff', workload, from: pair[0], to: pair[1] });
}

/** The rows of the view: revisions, changes or targets where there are some, else workloads. */
function move({ root }: KeyTarget, step: 1 | -1): void | false {
  const inMain = [...root.querySelectorAll<HTMLElement>('main [data-row]')];
  const rows = inMain.length > 0 && !root.activeElement?.matches('.wl') ? inMain : [...root.querySelectorAll<HTMLElement>('.wl')];
  if (rows.length === 0) return false;
  const at = rows.indexOf(root.activeElement as HTMLElement);
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)]!;
  next.scrollIntoView({ block: 'nearest' });
  next.focus({ preventScroll: true });
}

/** Enter on a revision opens what it changed. Links and buttons do what they do. */
function openRow({ app, root }: KeyTarget): void | false {
  const { of, open } = (root.activeElement as HTMLElement | null)?.dataset ?? {};
  const [from, to] = open?.split(' ') ?? [];
  if (!of || !from || !to) return false;
  app.go({ view: 'diff', workload: of, from: Number(from), to: Number(to) });
}

const help: [title: string, keys: [keys: string[], what: string][]][] = [
  ['Views', [[['f'], 'What needs attention'], [['h'], 'History'], [['d'], 'Diff'], [['u'], 'Undo']]],
  ['Lists', [[['/'], 'Filter workloads'], [['j', 'k'], 'Next, previous row'], [['Space'], 'Take a revision for comparing'], [['Enter'], 'Open what a revision changed']]],
  ['Diff', [[['[', ']'], 'Older, newer pair'], [['s'], 'Structure, side by side, unified']]],
  ['Everywhere', [[['Esc'], 'Cancel, clear, back'], [['?'], 'This help']]],
];

/** The keys, and a switch for those that speech input or a slip of the hand can press (WCAG 2.1.4). */
export function keyHelp(shortcuts: boolean, onSwitch: () => void): TemplateResult {
  return html`<dialog class="dlg" aria-labelledby="keys-title">
    <div class="dlg-head">
      <h2 id="keys-title">Keyboard</h2>
      <form method="dialog"><button class="btn quiet">Close <kbd aria-hidden="true">Esc</kbd></button></form>
    </div>
    <div class="keys">
      ${help.map(
        ([title, keys]) => html`<section>
          <h3>${title}</h3>
          <dl>${keys.map(([caps, what]) => html`<div><dt>${caps.map((cap) => html`<kbd>${cap}</kbd>`)}</dt><dd>${what}</dd></div>`)}</dl>
        </section>`,
      )}
    </div>
    <label class="switch"><input type="checkbox" .checked=${shortcuts} @change=${onSwitch} /> Shortcuts of one letter or sign are on</label>
  </dialog>`;
}
