import type { Reader } from './core/reader.ts';
import type { Place } from './place.ts';

/** What the views need of the element they are drawn in. */
export interface App {
  readonly reader: Reader;
  readonly place: Place;
  readonly layout: Layout;
  /** The element is at most 640 px wide. */
  readonly narrow: boolean;
  /** What is drawn goes on paper: all rows, nothing to scroll. */
  readonly printing: boolean;
  /** The text that was copied in the last two seconds. */
  readonly copied: string | null;
  /** Shows another place. */
  go(place: Partial<Place>): void;
  setLayout(layout: Layout): void;
  copy(text: string): void;
  /** Says something to those who do not see the page change. */
  say(text: string): void;
  openSample(id: string): void;
  /** Asks for files or a folder. */
  pick(what: 'files' | 'folder'): void;
  openText(text: string): void;
  requestUpdate(): void;
}

export const layouts = ['structure', 'split', 'unified'] as const;
/** How a diff is shown. */
export type Layout = (typeof layouts)[number];
