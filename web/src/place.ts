import { plainText } from './parts/text.ts';

export const views = ['start', 'overview', 'history', 'diff', 'undo'] as const;
export type View = (typeof views)[number];

/** One side of a comparison: the number of a revision, or the workload's own template. */
export type Side = number | 'live';

/** What is shown. It stands in the address; content never does. */
export interface Place {
  view: View;
  workload: string | null;
  /** The revisions of a diff; `to` alone is the target of an undo. */
  from: Side | null;
  to: Side | null;
  sample: string | null;
}

export function viewNamed(name: string | null): View {
  return views.find((view) => view === name) ?? 'overview';
}

/** A side as it stands in an attribute and in the address. A number below 0 is one that a ReplicaSet can have, too. */
export function sideNamed(name: string | null): Side | null {
  if (name === 'live') return name;
  return name !== null && /^-?\d{1,15}$/.test(name) ? Number(name) : null;
}

/** The place as the fragment of an address: `#view=diff&workload=deployment/shop/web&from=2&to=3`. */
export function fragmentOf(place: Place): string {
  const parts = new URLSearchParams();
  if (place.view !== 'overview') parts.set('view', place.view);
  if (place.workload && place.view !== 'start') parts.set('workload', place.workload);
  if (place.view === 'diff' && place.from !== null) parts.set('from', String(place.from));
  if ((place.view === 'diff' || place.view === 'undo') && place.to !== null) parts.set('to', String(place.to));
  if (place.sample) parts.set('sample', place.sample);
  return `#${parts.toString().replaceAll('%2F', '/')}`;
}

export function placeOf(fragment: string): Place {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  return {
    view: viewNamed(parts.get('view')),
    workload: parts.get('workload'),
    from: sideNamed(parts.get('from')),
    to: sideNamed(parts.get('to')),
    sample: parts.get('sample'),
  };
}

const titles: Record<Exclude<View, 'overview'>, string> = { start: 'Open an export', history: 'History', diff: 'Diff', undo: 'Undo' };

/** The place in words, for the title of the window: `Diff of shop/web: rollscope`. */
export function titleOf({ view, workload }: Place): string {
  const of = workload && view !== 'overview' && view !== 'start' ? ` of ${plainText(workload.split('/').slice(1).join('/'))}` : '';
  return view === 'overview' ? 'rollscope' : `${titles[view]}${of}: rollscope`;
}
