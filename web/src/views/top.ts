import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import { lock, mark, moon } from '../parts/icons.ts';
import { link } from '../parts/link.ts';
import { clock, count, day, grouped, plain, size } from '../parts/text.ts';
import { sampleNamed } from '../samples.ts';

/** Mark, what is open, and what can be done anywhere. */
export function topBar(app: App, { help, switchTheme }: { help: () => void; switchTheme: () => void }): TemplateResult {
  return html`<header class="top">
    ${link(app, { view: 'overview', workload: null, from: null, to: null }, html`${mark}rollscope`, { class: 'mark' })} ${source(app)}
    <div class="end">
      <span class="net">${lock}No network requests</span>
      ${link(app, { view: 'start' }, 'Open…', { class: 'btn quiet' })}
      <button class="btn quiet" aria-label="Keyboard shortcuts" @click=${help}><kbd aria-hidden="true">?</kbd></button>
      <button class="btn quiet" aria-label="Light or dark" @click=${switchTheme}>${moon}</button>
    </div>
  </header>`;
}

function source(app: App): TemplateResult | typeof nothing {
  const { overview, workloads } = app.reader;
  if (!overview) return nothing;
  const { sources, newestTime } = overview;
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);
  const objects = sources.reduce((sum, source) => sum + source.objects, 0);
  const name = sources.length === 1 ? plain(sources[0]!.name) : `${grouped(sources.length)} files`;
  return html`<div class="source">
    <code>${name}</code> &nbsp;${size(bytes)} &nbsp;·&nbsp; ${count(workloads.length, 'workload')} in ${count(objects, 'object')}${newestTime ? html` &nbsp;·&nbsp; newest time ${day(newestTime)} ${clock(newestTime)}Z` : nothing}
  </div>`;
}

/** What went wrong with reading as a whole. */
export function trouble({ reader }: App, dismiss: () => void): TemplateResult | typeof nothing {
  if (!reader.trouble) return nothing;
  return html`<section class="banner trouble" aria-label="Message">
    <p role="alert">${plain(reader.trouble)}</p>
    <button class="btn quiet" @click=${dismiss}>Dismiss</button>
  </section>`;
}

/** Says that it is a sample, and at the first look what this page is for. */
export function sampleLine(app: App): TemplateResult | typeof nothing {
  const { sample } = app.reader.opened;
  if (sample === null || app.place.view === 'start') return nothing;
  const { title } = sampleNamed(sample);
  return html`<section class="banner" aria-label="Sample">
    <p>
      <b>Sample: ${title.charAt(0).toLowerCase()}${title.slice(1)}</b>, recorded from a real cluster.${app.place.view === 'overview' ? ' rollscope reads exported objects and shows what each rollout changed and what undo would do.' : nothing}
    </p>
    ${link(app, { view: 'start' }, 'Open your own', { class: 'btn primary' })}
  </section>`;
}
