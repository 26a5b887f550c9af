import { RollscopeViewer } from './viewer.ts';

declare global {
  interface HTMLElementTagNameMap {
    'rollscope-viewer': RollscopeViewer;
  }
}

if (!customElements.get('rollscope-viewer')) customElements.define('rollscope-viewer', RollscopeViewer);
