import { html, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import { copy } from './icons.ts';
import { plain } from './text.ts';

/** Copies a text, says so for two seconds, and announces it. `what` is for those who hear the button without seeing where it stands. */
export function copyButton(app: App, text: string, what: string): TemplateResult {
  return html`<button class="btn quiet" @click=${() => app.copy(text)}>${copy}<span>${app.copied === text ? 'Copied' : 'Copy'}</span><span class="sr"> ${what}</span></button>`;
}

/** A command to type: what cannot be seen in it is shown, and copied as it is. */
export function command(app: App, text: string): TemplateResult {
  return html`<div class="cmd"><pre>${plain(broken(text))}</pre>${copyButton(app, text, 'the command')}</div>`;
}

/** A long command breaks after a backslash and never inside a flag: what is copied can be typed as it is seen. */
function broken(text: string): string {
  if (text.length <= 60 || text.includes('\n') || /['"]/.test(text)) return text;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 58) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? word : `    ${word}`);
  }
  return lines.join(' \\\n');
}

/** Text as a program prints it, with Copy, which gives every byte of it. */
export function printed(app: App, text: string, label: string): TemplateResult {
  return html`<div class="cmd plain"><pre tabindex="0" role="region" aria-label=${label}>${plain(text)}</pre>${copyButton(app, text, label)}</div>`;
}

/** Exports what rollscope reads. */
export const exportCommand = `kubectl get deploy,rs,ds,sts,controllerrevisions.apps,pods,events \\
    -A -o yaml --show-managed-fields > rollout.yaml`;
