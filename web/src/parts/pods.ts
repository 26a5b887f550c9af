import { html, svg, type TemplateResult } from 'lit';
import type { PodCount } from '../core/answers.ts';

const ready = html`<svg viewBox="0 0 12 12" aria-hidden="true">${svg`<rect class="pod-ready" x="1" y="1" width="10" height="10" rx="1.5"/>`}</svg>`;
const starting = html`<svg viewBox="0 0 12 12" aria-hidden="true">${svg`<rect class="pod-start" x="1.75" y="1.75" width="8.5" height="8.5" rx="1"/>`}</svg>`;

/** One square a pod up to twenty, then ten and the number; always the number as text. */
export function pods({ desired, ready: there }: PodCount): TemplateResult {
  const all = Math.max(desired, there);
  const shown = all > 20 ? 10 : all;
  const full = all === 0 ? 0 : Math.round((shown * there) / all);
  return html`<span class="pods"
    >${Array.from({ length: shown }, (_, index) => (index < full ? ready : starting))}<span>${all === 0 ? '0' : `${there} of ${desired}`}</span></span
  >`;
}
