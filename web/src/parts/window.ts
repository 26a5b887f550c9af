import { html, noChange, nothing, type TemplateResult } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import { repeat } from 'lit/directives/repeat.js';
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
  #scroller: Element | undefined;
  #top = 0;
  /** No list is higher than the window. */
  #height = innerHeight;
  /** Which rows could be seen when the rows were drawn. */
  #drawn = { first: 0, count: 0 };
  readonly #size = new ResizeObserver(() => this.#look());

  constructor(
    rowHeight: number,
    private readonly changed: () => void,
  ) {
    this.rowHeight = rowHeight;
  }

  /** Belongs on the element that scrolls, as its `ref`. */
  readonly attach = (scroller?: Element): void => {
    this.#size.disconnect();
    // A row takes the focus after it was scrolled to, and before the browser tells of the scrolling: who walks fast meets no end.
    for (const moved of ['scroll', 'focusin']) {
      this.#scroller?.removeEventListener(moved, this.#look);
      scroller?.addEventListener(moved, this.#look);
    }
    this.#scroller = scroller;
    // Another element starts at its top.
    this.#top = scroller?.scrollTop ?? 0;
    if (scroller) this.#size.observe(scroller);
  };

  /** The rows between two gaps that keep the length of the list. A row keeps its node, and with it the focus, for as long as it is drawn. */
  rows(count: number, row: (index: number) => unknown, gap: (pixels: number) => TemplateResult): TemplateResult {
    this.#drawn = { first: this.#first, count: this.#count };
    const start = Math.max(0, Math.min(this.#first, count - 1) - margin);
    const end = Math.min(count, this.#first + this.#count + margin * 2);
    const indices = Array.from({ length: Math.max(end - start, 0) }, (_, index) => start + index);
    const drawn = repeat(indices, (index) => index, row);
    return html`${start > 0 ? gap(start * this.rowHeight) : nothing}${drawn}${end < count ? gap((count - end) * this.rowHeight) : nothing}`;
  }

  /** Draws again when rows that are not drawn are about to be seen. */
  readonly #look = (): void => {
    if (!this.#scroller) return;
    this.#top = this.#scroller.scrollTop;
    this.#height = this.#scroller.clientHeight;
    if (Math.abs(this.#first - this.#drawn.first) >= margin / 3 || this.#count > this.#drawn.count) this.changed();
  };

  /** The first row that can be seen. */
  get #first(): number {
    return Math.floor(this.#top / this.rowHeight);
  }

  /** How many can be seen. */
  get #count(): number {
    return Math.ceil(this.#height / this.rowHeight);
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
