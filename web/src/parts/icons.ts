import { svg, type SVGTemplateResult, type TemplateResult, html } from 'lit';

function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;
}

export const lock = icon(svg`<path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3.5 7h9v6.5h-9z"/>`);
export const moon = icon(svg`<path d="M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z"/>`);
export const copy = icon(svg`<path d="M5.5 5.5h7v8h-7z M3.5 10.5v-8h7"/>`);
export const search = icon(svg`<path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z M10.3 10.3l3.2 3.2"/>`);
export const older = icon(svg`<path d="M10 3.5L5.5 8l4.5 4.5"/>`);
export const newer = icon(svg`<path d="M6 3.5L10.5 8 6 12.5"/>`);
export const swap = icon(svg`<path d="M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13"/>`);
export const unfold = icon(svg`<path d="M5 6l3-3 3 3M5 10l3 3 3-3"/>`);

/** The mark of rollscope: steps up, and the way back. */
export const mark = html`<svg viewBox="0 0 20 20" aria-hidden="true"
  ><path d="M3 16.5V12h4.5V8H12V4h5" fill="none" stroke="currentColor" stroke-width="2"/><path
    d="M17 8.5c0 4.5-3 7-7.5 7" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.5 2"/><path
    d="M11 13l-3 2.5 3 2.5z" fill="currentColor"
/></svg>`;
