import { css } from 'lit';

/** Buttons, fields, segmented control, tags, a command with Copy, notes, dialog. */
export const controls = css`
.btn { display: inline-flex; align-items: center; gap: 6px; min-block-size: 30px; padding: 4px 11px; border: 1px solid var(--rollscope-line-strong); border-radius: var(--rollscope-radius); background: var(--rollscope-bg); color: var(--rollscope-ink); font: 500 var(--rollscope-fs-2)/20px var(--rollscope-sans); cursor: pointer; white-space: nowrap; }
.btn:hover { background: var(--rollscope-bg-hover); }
a.btn:hover { text-decoration: none; }
.btn.primary { background: var(--rollscope-accent); border-color: var(--rollscope-accent); color: var(--rollscope-accent-ink); }
.btn.primary:hover { background: color-mix(in oklab, var(--rollscope-accent) 88%, var(--rollscope-ink)); }
.btn.quiet { border-color: transparent; background: none; color: var(--rollscope-ink-2); padding-inline: 7px; }
.btn.quiet:hover { background: var(--rollscope-bg-hover); color: var(--rollscope-ink); }
.btn:disabled { color: var(--rollscope-ink-3); border-color: var(--rollscope-line); cursor: default; background: none; }
.btn.quiet:disabled { border-color: transparent; }
kbd { display: inline-block; min-inline-size: 18px; padding: 0 4px; border: 1px solid var(--rollscope-line-strong); border-radius: 3px; font: 400 var(--rollscope-fs-0)/16px var(--rollscope-mono); text-align: center; color: var(--rollscope-ink-2); background: var(--rollscope-bg); }
.btn.primary kbd { color: inherit; background: none; border-color: currentColor; }
.acts { display: flex; flex-wrap: wrap; gap: var(--rollscope-2); }

.seg { display: inline-flex; border: 1px solid var(--rollscope-line-strong); border-radius: var(--rollscope-radius); overflow: clip; }
.seg button { font: 500 var(--rollscope-fs-1)/20px var(--rollscope-sans); padding: 4px 10px; border: 0; background: var(--rollscope-bg); color: var(--rollscope-ink-2); cursor: pointer; white-space: nowrap; }
.seg button + button { border-inline-start: 1px solid var(--rollscope-line-strong); }
.seg [aria-pressed='true'] { background: var(--rollscope-accent-soft); color: var(--rollscope-accent); font-weight: 600; }
.seg :focus-visible { outline-offset: -2px; }

.field { display: flex; align-items: center; gap: 8px; min-block-size: 32px; padding-inline: 9px; border: 1px solid var(--rollscope-line-strong); border-radius: var(--rollscope-radius); background: var(--rollscope-bg); color: var(--rollscope-ink-3); }
.field:focus-within { outline: 2px solid var(--rollscope-accent); outline-offset: 1px; }
.field input { flex: 1; min-inline-size: 0; border: 0; background: none; outline: 0; color: var(--rollscope-ink); font: inherit; font-size: var(--rollscope-fs-2); }
.field input::placeholder { color: var(--rollscope-ink-3); opacity: 1; }
.sel { font: 400 var(--rollscope-fs-2)/20px var(--rollscope-sans); min-block-size: 30px; padding: 3px 6px; border: 1px solid var(--rollscope-line-strong); border-radius: var(--rollscope-radius); background: var(--rollscope-bg); color: var(--rollscope-ink); max-inline-size: 100%; min-inline-size: 0; }
textarea { display: block; inline-size: 100%; min-block-size: 180px; padding: 9px 12px; border: 1px solid var(--rollscope-line-strong); border-radius: var(--rollscope-radius); background: var(--rollscope-bg); color: var(--rollscope-ink); font: 400 var(--rollscope-fs-2)/20px var(--rollscope-mono); resize: vertical; }
input[type='checkbox'], input[type='radio'], progress { accent-color: var(--rollscope-accent); }

.tag { display: inline-block; font: 500 var(--rollscope-fs-0)/16px var(--rollscope-sans); padding: 0 6px; border: 1px solid var(--rollscope-line-strong); border-radius: 9px; color: var(--rollscope-ink-2); white-space: nowrap; vertical-align: 1px; }
.tag.live { border-color: var(--rollscope-accent); background: var(--rollscope-accent); color: var(--rollscope-accent-ink); }
.tag.warn { border-color: var(--rollscope-warn); color: var(--rollscope-warn); }

.cmd { display: flex; align-items: flex-start; background: var(--rollscope-bg-sunken); border: 1px solid var(--rollscope-line); border-radius: var(--rollscope-radius); }
.cmd pre { flex: 1; min-inline-size: 0; padding: 9px 12px; font: 400 var(--rollscope-fs-2)/20px var(--rollscope-mono); white-space: pre-wrap; overflow-wrap: anywhere; }
.cmd pre::before { content: '$ '; color: var(--rollscope-ink-3); }
.cmd.plain pre { white-space: pre; overflow-x: auto; overflow-wrap: normal; }
.cmd.plain pre::before { content: none; }
.cmd .btn { margin: 4px; }
.cmd + .label { margin-block-start: var(--rollscope-2); }

.note { border-inline-start: 2px solid var(--rollscope-line-strong); padding-inline-start: var(--rollscope-4); }
.note.warn { border-inline-start-color: var(--rollscope-warn); }
.note.bad { border-inline-start-color: var(--rollscope-bad); }
.note :is(h1, h3) { font-size: var(--rollscope-fs-3); font-weight: 600; line-height: 22px; overflow-wrap: anywhere; }
.note p { color: var(--rollscope-ink-2); max-inline-size: var(--rollscope-measure); overflow-wrap: anywhere; }
.note .cmd { margin-block-start: var(--rollscope-2); }
.note + .note { margin-block-start: var(--rollscope-4); }

.dlg { border: 1px solid var(--rollscope-line-strong); border-radius: 8px; background: var(--rollscope-bg-raised); color: var(--rollscope-ink); padding: var(--rollscope-5); inline-size: min(680px, calc(100vw - 32px)); box-shadow: 0 16px 48px rgb(0 0 0 / .18); }
.dlg::backdrop { background: rgb(20 22 24 / .36); }
.dlg-head { display: flex; justify-content: space-between; align-items: center; margin-block-end: var(--rollscope-3); }
.dlg h2 { font-size: var(--rollscope-fs-4); font-weight: 600; }
.keys { display: grid; grid-template-columns: 1fr 1fr; gap: 0 var(--rollscope-6); }
.keys section { margin: 0; }
.keys h3 { font-size: var(--rollscope-fs-1); font-weight: 400; color: var(--rollscope-ink-3); margin-block: var(--rollscope-3) 2px; }
.keys dl > div { display: grid; grid-template-columns: 88px 1fr; padding-block: 4px; border-block-end: 1px solid var(--rollscope-line); font-size: var(--rollscope-fs-2); }
.switch { display: flex; gap: var(--rollscope-2); align-items: center; margin-block-start: var(--rollscope-4); font-size: var(--rollscope-fs-2); cursor: pointer; }
.switch input { margin: 0; }
:host([no-shortcuts]) :is(.acts, .field, .pick, .bar .primary) kbd { display: none; }
.keys dt { display: flex; gap: 3px; align-items: center; }

@container rollscope (max-width: 640px) {
  .cmd .btn span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .cmd .btn { padding-inline: 6px; }
  .acts kbd, .bar kbd, .field kbd, .pick kbd, .seg kbd { display: none; }
  .seg button { padding-inline: 8px; }
  .keys { grid-template-columns: minmax(0, 1fr); }
}
.btn:hover, .wl:hover { transition: background-color .12s; }
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { transition: none; scroll-behavior: auto; } }
@media (forced-colors: active) { .tag, .btn, .seg, .field { border-color: CanvasText; } }
`;
