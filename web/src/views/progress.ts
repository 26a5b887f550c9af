import { html, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import { lock } from '../parts/icons.ts';
import { grouped, plain, size, sizeOf } from '../parts/text.ts';
import type { Reading } from '../worker/protocol.ts';

/** Loading is the shorter part of the work: measured on large exports, about a fifth of it. */
const loadShare = 0.2;

export function fraction(progress: Reading | null): number {
  if (!progress || progress.bytesTotal === 0) return 0;
  const part = Math.min(progress.bytes / progress.bytesTotal, 1);
  return progress.phase === 'load' ? part * loadShare : loadShare + part * (1 - loadShare);
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
  return html`${grouped(progress.objects)} objects found`;
}
