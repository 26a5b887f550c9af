import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import type { Workload } from '../core/answers.ts';
import { wordOf } from '../parts/health.ts';
import { link } from '../parts/link.ts';
import { count, grouped, namespacePart, plain, plainText } from '../parts/text.ts';
import type { View } from '../place.ts';

const tabs: [view: View, word: string][] = [
  ['history', 'History'],
  ['diff', 'Diff'],
  ['undo', 'Undo'],
];

/** Name, state and tabs of a workload. `wide` views have no list beside them, so the way back stands above. */
export function workloadHeader(app: App, workload: Workload, options: { wide?: boolean } = {}): TemplateResult {
  return html`<p class=${options.wide ? 'crumb' : 'crumb narrow'}>${link(app, { view: 'overview', workload: null, from: null, to: null }, 'All workloads')} &nbsp;<span class="faint">${grouped(app.reader.workloads.length)}</span></p>
    <div class="title">
      <h1 tabindex="-1">${namespacePart(workload)}${plain(workload.name)}</h1>
      <p>${workload.kind} &nbsp;·&nbsp; ${summary(workload)}</p>
    </div>
    <nav class="tabs" aria-label="Views of ${plainText(workload.name)}">
      ${tabs.map(([view, word]) => {
        const current = app.place.view === view;
        const place = current ? { view } : { view, workload: workload.id, from: null, to: null };
        return link(app, place, word, { current: current ? 'page' : undefined });
      })}
    </nav>`;
}

function summary(workload: Workload): TemplateResult {
  const { live, pods, images, state } = workload;
  return html`${live === null ? 'the live template is that of no revision' : `revision ${live} live`}, ${state === 'unknown' ? nothing : html`${wordOf(state)}, `}${pods.ready} of ${count(pods.desired, 'pod')} ready${
    images.length > 0 ? html`, <span>image${images.length === 1 ? '' : 's'} ${images.map((image, index) => html`${index > 0 ? ', ' : ''}<code class="data">${plain(image)}</code>`)}</span>` : nothing
  }`;
}
