import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import { command, exportCommand } from '../parts/command.ts';
import { lock } from '../parts/icons.ts';
import { link } from '../parts/link.ts';
import { samples } from '../samples.ts';

/** Where files come in: drop, open, paste, or a recorded sample. */
export class StartView {
  #pasting = false;

  constructor(private readonly app: App) {}

  render(): TemplateResult {
    const { app } = this;
    return html`<main class="start">
      ${app.reader.overview ? html`<p class="crumb">${link(app, { view: 'overview' }, 'Back to what is open')}</p>` : nothing}
      <h1 tabindex="-1">See what a Kubernetes rollout changed, why it is stuck, and what undo would do.</h1>
      <p class="lead">rollscope reads exported objects and rebuilds the rollout history of every Deployment, DaemonSet and StatefulSet in them. It needs no cluster.</p>
      <div class="drop">
        <p class="big">Drop files or a folder here</p>
        <div class="acts">
          <button class="btn primary" @click=${() => app.pick('files')}>Open files</button>
          <button class="btn" @click=${() => app.pick('folder')}>Open a folder</button>
          <button class="btn" aria-expanded=${this.#pasting} @click=${this.#togglePaste}>Paste text</button>
        </div>
        ${this.#pasting ? this.#pasteBox() : nothing}
        <p class="label">YAML, JSON, NDJSON, as <code>kubectl</code> writes them</p>
      </div>
      <section>
        <div class="sec-head"><h2 class="h-sec">Or look at a real recording</h2></div>
        <ul class="samples">
          ${samples.map(
            (sample) => html`<li>
              <button @click=${() => app.openSample(sample.id)}><span class="q">${sample.title}</span><span class="a">${sample.text}</span><span class="go">Open</span></button>
            </li>`,
          )}
        </ul>
      </section>
      <section>
        <div class="sec-head"><h2 class="h-sec">Export everything with one command</h2></div>
        ${command(app, exportCommand)}
        <p class="label">It asks for no Secrets. Without <code>controllerrevisions</code>, DaemonSets and StatefulSets show no history.</p>
      </section>
      <section>${privacy()}</section>
    </main>`;
  }

  #pasteBox(): TemplateResult {
    return html`<form class="paste" @submit=${this.#read}>
      <label for="pasted">Text of an export</label>
      <textarea id="pasted" name="text" spellcheck="false" autocomplete="off" @paste=${pasteFast}></textarea>
      <div class="acts"><button class="btn primary">Read the text</button></div>
    </form>`;
  }

  readonly #togglePaste = (): void => {
    this.#pasting = !this.#pasting;
    this.app.requestUpdate();
  };

  readonly #read = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get('text') ?? '');
    if (text.trim() === '') return this.app.say('There is no text to read.');
    this.#pasting = false;
    this.app.openText(text);
  };
}

/** Chromium needs a minute to paste 200 kB into a text area by itself, and no time to set them. */
function pasteFast(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain');
  if (!text) return;
  event.preventDefault();
  const area = event.currentTarget as HTMLTextAreaElement;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
}

/** The page carries its policy, and shows it as it is; an element in another page lives under the policy of that page. */
function privacy(): TemplateResult {
  const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;
  return html`<div class="icon-text muted">
    ${lock}
    <div>
      <p>This page makes no network requests. Files are read in this tab, and it works with the network off.</p>
      ${policy
        ? html`<details class="policy">
            <summary>The policy that enforces it</summary>
            <div class="cmd plain"><pre tabindex="0" role="region" aria-label="Content security policy">${policy.split('; ').join('\n')}</pre></div>
          </details>`
        : nothing}
    </div>
  </div>`;
}
