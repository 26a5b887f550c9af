import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { State } from '../core/answers.ts';

const diamond = svg`<path fill="currentColor" d="M6 .4 11.6 6 6 11.6.4 6z"/><path d="M6 3.3v3" stroke="var(--rollscope-bg)" stroke-width="1.4"/><circle cx="6" cy="8.3" r=".9" fill="var(--rollscope-bg)"/>`;
const halfDisc = svg`<circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path fill="currentColor" d="M6 2.5a3.5 3.5 0 0 1 0 7z"/>`;
const bars = svg`<path fill="currentColor" d="M3 2.5h2v7H3zM7 2.5h2v7H7z"/>`;
const ring = svg`<circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" stroke-width="1.5"/>`;
const dot = svg`<circle cx="6" cy="6" r="3.5" fill="currentColor"/>`;
const dashedRing = svg`<circle cx="6" cy="6" r="3.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 1.5"/>`;

/** The groups of the workload list, in its order. */
export const groups = ['Needs attention', 'On hold', 'Rolling out', 'Settled', 'Unknown'] as const;
export type Group = (typeof groups)[number];

interface Health {
  group: Group;
  word: string;
  shape: SVGTemplateResult;
  bad?: boolean;
}

const health: Record<State, Health> = {
  stuck: { group: 'Needs attention', word: 'stuck', shape: diamond, bad: true },
  failing: { group: 'Needs attention', word: 'failing', shape: diamond, bad: true },
  paused: { group: 'On hold', word: 'paused', shape: bars },
  held: { group: 'On hold', word: 'held by its partition', shape: halfDisc },
  'on-delete': { group: 'On hold', word: 'waits for deleted pods', shape: halfDisc },
  progressing: { group: 'Rolling out', word: 'rolling out', shape: halfDisc },
  zero: { group: 'Settled', word: 'scaled to 0', shape: ring },
  settled: { group: 'Settled', word: 'settled', shape: dot },
  unknown: { group: 'Unknown', word: 'no status', shape: dashedRing },
};

export function groupOf(state: State): Group {
  return health[state].group;
}

/** By group; what the controller reports as failed comes before what it still tries. */
export function urgency(state: State): number {
  return groups.indexOf(health[state].group) + (state === 'stuck' ? 0 : 0.5);
}

export function wordOf(state: State): string {
  return health[state].word;
}

/** The shape of a state. It says nothing to a screen reader: its word stands beside it. */
export function healthMark(state: State): TemplateResult {
  const { shape, bad } = health[state];
  return html`<svg class=${bad ? 'hz bad' : 'hz'} viewBox="0 0 12 12" aria-hidden="true">${shape}</svg>`;
}
