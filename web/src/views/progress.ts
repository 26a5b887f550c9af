import { html, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import { lock } from '../parts/icons.ts';
import { grouped, plain, size, sizeOf } from '../parts/text.ts';
import type { Reading } from '../worker/protocol.ts';

/** Shares of the work, as measured on an export of 40 MB with 900 workloads: loading, reading, and the rest for looking. */
const loadShare = 0.15;
const readShare = 0.55;

function fraction(progress: Reading | null): number {
  if (!progress || progress.bytesTotal === 0) return 0;
  const part = Math.min(progress.bytes / progress.bytesTotal, 1);
  if (progress.phase === 'load') return part * loadShare;
  return loadShare + part * readShare;
}

/** What is shown while a large export is read. */
export function progressView(app: App, cancel: () => void): TemplateResult {
  const { inputs, progress } = app.reader.reading!;
  const total = inputs.reduce((sum, input) => sum + input.data.size, 0);
  const percent = Math.floor(fraction(progress) * 100);
  return html`<main class="start">
    <h1 tabindex="-1">Reading ${inputs.length === 1 ? plain(inputs[0]!.name) : `${grouped(inputs.length)} files`}</h1>
    <div class="prog">
      <progress class="meter" max="100" .value=${percent} aria-label="Read"></progress>
      <div class="prog-row">
        <span><b class="b">${progress ? sizeOf(progress.bytes, progress.bytesTotal) : size(total)}</b> &nbsp;<span class="muted">${percent}%</span></span>
        <button class="btn" @click=${cancel}>Cancel <kbd>Esc</kbd></button>
      </div>
      <p class="label">${stage(progress)}</p>
    </div>
    <section class="icon-text muted">${lock}<p>Read in this tab. Cancel drops what was read of it.</p></section>
  </main>`;
}

function stage(progress: Reading | null): TemplateResult {
  if (!progress) return html`Starting`;
  if (progress.phase === 'load') return html`Loading <code class="data">${plain(progress.name)}</code>`;
  if (progress.phase === 'look') return html`Finding out how each rollout stands`;
  return html`${grouped(progress.objects)} objects found`;
}
