import { html, noChange, nothing, type TemplateResult } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import type { App } from '../app.ts';

/** Above this many rows a list shows only those that can be seen. */
const windowAbove = 500;

/** Whether a list of that length is drawn in part. On paper, all of it is. */
export function isWindowed({ printing }: App, rows: number): boolean {
  return rows > windowAbove && !printing;
}

/** Rows that are drawn beyond each edge, so that scrolling meets no gap. */
const margin = 12;

/** Which rows of a long list are drawn. All its rows have one fixed height, so a place is a plain product. */
export class RowWindow {
  /** Pixels of a row, as the style sheet has them. */
  rowHeight: number;
  #top = 0;
  #height = 900;
  /** The first row that could be seen when the rows were drawn. */
  #drawn = 0;

  constructor(
    rowHeight: number,
    private readonly changed: () => void,
  ) {
    this.rowHeight = rowHeight;
  }

  /** Belongs on the element that scrolls, as its listener for `scroll`. */
  readonly onScroll = (event: Event): void => {
    const scroller = event.currentTarget as HTMLElement;
    this.#top = scroller.scrollTop;
    this.#height = scroller.clientHeight;
    if (Math.abs(this.#first() - this.#drawn) >= margin / 3) this.changed();
  };

  /** Belongs on the same element, as its `ref`: another element starts at its top. */
  readonly attach = (scroller?: Element): void => {
    this.#top = scroller?.scrollTop ?? 0;
  };

  /** The rows between two gaps that keep the length of the list. */
  rows(count: number, row: (index: number) => unknown, gap: (pixels: number) => TemplateResult): TemplateResult {
    const [start, end] = this.#range(count);
    this.#drawn = this.#first();
    const drawn = Array.from({ length: Math.max(end - start, 0) }, (_, index) => row(start + index));
    return html`${start > 0 ? gap(start * this.rowHeight) : nothing}${drawn}${end < count ? gap((count - end) * this.rowHeight) : nothing}`;
  }

  /** The first row drawn, and the one after the last. */
  #range(count: number): [start: number, end: number] {
    const start = Math.max(0, Math.min(this.#first(), count - 1) - margin);
    return [start, Math.min(count, this.#first() + Math.ceil(this.#height / this.rowHeight) + margin * 2)];
  }

  #first(): number {
    return Math.floor(this.#top / this.rowHeight);
  }
}

class BlockSize extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('blockSize belongs on an element');
  }

  override update({ element }: ElementPart, [pixels]: [number]): typeof noChange {
    (element as HTMLElement).style.blockSize = `${pixels}px`;
    return noChange;
  }

  render(_pixels: number): typeof noChange {
    return noChange;
  }
}

/** Sets a height that depends on data: the policy of the page refuses style attributes. */
const blockSize = directive(BlockSize);

/** A gap in a table of so many columns. */
export function gapRow(columns: number): (pixels: number) => TemplateResult {
  return (pixels) => html`<tr class="gap" aria-hidden="true"><td colspan=${columns}><div ${blockSize(pixels)}></div></td></tr>`;
}

export function gapItem(pixels: number): TemplateResult {
  return html`<div class="gap" aria-hidden="true" ${blockSize(pixels)}></div>`;
}
