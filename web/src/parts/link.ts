import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import { fragmentOf, type Place } from '../place.ts';

/** A link to another place. Its address is a fragment that is made here, never a text from a file. */
export function link(app: App, place: Partial<Place>, content: unknown, options: { class?: string; current?: string | undefined } = {}): TemplateResult {
  const target = { ...app.place, ...place };
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    app.go(place);
  };
  return html`<a href=${fragmentOf(target)} class=${options.class ?? nothing} aria-current=${options.current ?? nothing} @click=${follow}>${content}</a>`;
}
