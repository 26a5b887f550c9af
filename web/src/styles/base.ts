import { css } from 'lit';

/** The element itself, plain HTML in it, and the few words that every view uses. */
export const base = css`
*, *::before, *::after { box-sizing: border-box; }
:host { display: block; container: rollscope / inline-size; background: var(--rollscope-bg); color: var(--rollscope-ink); font: 400 var(--rollscope-fs-3)/20px var(--rollscope-sans); font-variant-numeric: tabular-nums; text-align: start; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
:where(h1, h2, h3, p, ul, ol, dl, dd, figure, pre, fieldset) { margin: 0; padding: 0; }
:where(fieldset) { border: 0; min-inline-size: 0; }
:where(ul, ol) { list-style: none; }
a { color: var(--rollscope-accent); text-decoration: none; }
a:hover { text-decoration: underline; text-underline-offset: 3px; }
:where(code, kbd) { font-family: var(--rollscope-mono); font-size: .92em; }
code { unicode-bidi: isolate; }
svg { display: block; }
table { border-collapse: collapse; inline-size: 100%; }
th { text-align: start; font-weight: 400; }
summary { cursor: pointer; }
:focus-visible { outline: 2px solid var(--rollscope-accent); outline-offset: 2px; border-radius: 3px; }
:where(h1, main):focus { outline: none; }
.sr { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.muted { color: var(--rollscope-ink-2); }
.faint { color: var(--rollscope-ink-3); }
.nowrap { white-space: nowrap; }
.b { font-weight: 600; }
.gap-1 { margin-block-start: var(--rollscope-2); }
.label { font-size: var(--rollscope-fs-1); color: var(--rollscope-ink-3); }
.label code { white-space: nowrap; }
.data { overflow-wrap: anywhere; unicode-bidi: isolate; }
.pre { white-space: pre-wrap; }
.ctl { font: 400 var(--rollscope-fs-0)/16px var(--rollscope-mono); padding-inline: 3px; margin-inline: 1px; border: 1px solid var(--rollscope-line-strong); border-radius: 3px; color: var(--rollscope-ink-2); }
.h-sec { font-size: var(--rollscope-fs-3); font-weight: 600; line-height: 24px; }
.icon { inline-size: 16px; block-size: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.icon-text { display: flex; gap: 8px; align-items: flex-start; }
.icon-text .icon { margin-block-start: 2px; }
.wait { animation: appear 0s .25s both; }
@keyframes appear { from { visibility: hidden; } }
`;
