import { css } from 'lit';

/** Changed words, the structural diff, the text diff. */
export const diff = css`
del, ins { text-decoration: none; border-radius: 2px; padding: 1px 2px; margin: 0 -1px; box-decoration-break: clone; -webkit-box-decoration-break: clone; unicode-bidi: isolate; white-space: pre-wrap; }
del { background: var(--rollscope-del-bg); color: var(--rollscope-del); }
ins { background: var(--rollscope-add-bg); color: var(--rollscope-add); }
mark { background: none; color: inherit; text-decoration: underline; text-underline-offset: 2px; border-radius: 2px; }
del mark, .l-del mark { background: var(--rollscope-del-mark); }
ins mark, .l-add mark { background: var(--rollscope-add-mark); }

.pick { display: flex; flex-wrap: wrap; align-items: center; gap: var(--rollscope-2); min-inline-size: 0; }
.pick .sel { max-inline-size: 260px; }
.diff-lead { margin-block: var(--rollscope-1) var(--rollscope-2); }
.diff-view { margin-block-start: var(--rollscope-4); }
.split { display: grid; grid-template-columns: 216px minmax(0, 1fr); gap: var(--rollscope-6); align-items: start; }
.outline { position: sticky; inset-block-start: var(--rollscope-4); font-size: var(--rollscope-fs-2); max-block-size: calc(100vh - 32px); overflow-y: auto; }
.outline button { display: flex; justify-content: space-between; gap: 8px; inline-size: 100%; padding: 3px 8px 3px 10px; border: 0; border-inline-start: 2px solid var(--rollscope-line); background: none; color: var(--rollscope-ink-2); font: inherit; text-align: start; overflow-wrap: anywhere; cursor: pointer; }
.outline button:hover { color: var(--rollscope-ink); }
.outline button:focus-visible { outline-offset: -2px; }
.outline .n { color: var(--rollscope-ink-3); }
.outline h2 { margin-block: 0 4px; font-size: var(--rollscope-fs-1); font-weight: 400; color: var(--rollscope-ink-3); }
.grp { margin-block-end: var(--rollscope-5); scroll-margin-block-start: var(--rollscope-2); }
.path { position: sticky; inset-block-start: 0; z-index: 1; display: flex; align-items: baseline; gap: var(--rollscope-3); padding-block: 6px; background: var(--rollscope-bg); border-block-end: 1px solid var(--rollscope-line-strong); font-family: var(--rollscope-mono); font-size: 12px; line-height: 20px; overflow-wrap: anywhere; }
.path .dim { color: var(--rollscope-ink-3); }
.path .key { color: var(--rollscope-accent); font-weight: 600; }
.path .end { margin-inline-start: auto; font-family: var(--rollscope-sans); color: var(--rollscope-ink-3); white-space: nowrap; }
.chg-list { border-block-start: 1px solid var(--rollscope-line-strong); }
.chg-row { display: grid; grid-template-columns: 22px minmax(0, 18fr) minmax(0, 28fr); column-gap: 10px; padding: 5px 0; border-block-end: 1px solid var(--rollscope-line); font: 400 12px/20px var(--rollscope-mono); }
.chg-row:hover { background: var(--rollscope-bg-hover); }
.chg-row:focus { outline: none; box-shadow: inset 2px 0 0 var(--rollscope-accent); background: var(--rollscope-accent-soft); }
.chg-row .m { text-align: center; font-weight: 700; }
.chg-row :is(.f, .v) { overflow-wrap: anywhere; }
.chg-row .m.add { color: var(--rollscope-add); }
.chg-row .m.del { color: var(--rollscope-del); }
.chg-row .m.mod { color: var(--rollscope-ink-2); }
.chg-row .f .key { color: var(--rollscope-accent); }
.windowed .path { position: static; block-size: 32px; overflow: hidden; white-space: nowrap; }
.windowed .chg-row { block-size: 32px; white-space: nowrap; }
.windowed .chg-row :is(.f, .v) { overflow: hidden; text-overflow: ellipsis; }
.windowed .chg-row :is(del, ins) { white-space: pre; }
.windowed .chg-row br { display: none; }
.two-col .chg-row { grid-template-columns: 22px minmax(0, 20fr) minmax(0, 24fr); }

.fold { display: flex; align-items: center; gap: 8px; inline-size: 100%; padding: 3px 10px; border: 0; background: var(--rollscope-bg-sunken); color: var(--rollscope-ink-2); font: 400 var(--rollscope-fs-1)/20px var(--rollscope-sans); text-align: start; cursor: pointer; }
.fold:hover { color: var(--rollscope-ink); }
.fold:focus-visible { outline-offset: -2px; }
.tdiff { table-layout: fixed; font: 400 12px/20px var(--rollscope-mono); border: 1px solid var(--rollscope-line); }
.tdiff td { padding: 0 8px; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; unicode-bidi: isolate; }
.tdiff .ln { inline-size: 44px; text-align: end; color: var(--rollscope-ink-3); user-select: none; padding-inline: 4px 8px; }
.tdiff .sg { inline-size: 18px; text-align: center; padding: 0; user-select: none; font-weight: 700; }
.tdiff .l-del { background: var(--rollscope-del-bg); }
.tdiff .l-add { background: var(--rollscope-add-bg); }
.tdiff .l-none { background: repeating-linear-gradient(135deg, var(--rollscope-bg-sunken) 0 4px, var(--rollscope-bg) 4px 8px); }
.tdiff .sg.l-del { color: var(--rollscope-del); }
.tdiff .sg.l-add { color: var(--rollscope-add); }
.tdiff .mid { border-inline-start: 1px solid var(--rollscope-line); }
.tdiff thead th { position: sticky; inset-block-start: 0; z-index: 1; background: var(--rollscope-bg-sunken); border-block-end: 1px solid var(--rollscope-line-strong); padding: 5px 10px; font-weight: 400; overflow-wrap: anywhere; }
.tdiff .fold-row td { padding: 0; }
.tdiff .c-ln { inline-size: 44px; }
.tdiff .c-sg { inline-size: 18px; }
.windowed .tdiff { border: 0; border-collapse: separate; border-spacing: 0; }
.windowed .fold { padding-block: 0; }
.windowed .tdiff td { block-size: 20px; white-space: pre; overflow: hidden; }

@container rollscope (max-width: 1023px) {
  .split { grid-template-columns: minmax(0, 1fr); gap: var(--rollscope-5); }
  .outline { display: none; }
}
@container rollscope (max-width: 640px) {
  .chg-row, .two-col .chg-row { grid-template-columns: 18px minmax(0, 1fr); }
  .chg-row .v { grid-column: 2; }
  .path .end { display: none; }
  .windowed .chg-row, .windowed .path { block-size: 52px; }
  .windowed .chg-row { grid-template-rows: 20px 20px; }
  .tdiff .ln, .tdiff .c-ln { inline-size: 32px; padding-inline: 2px 4px; }
}
`;
