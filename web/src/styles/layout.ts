import { css } from 'lit';

/** Top bar, rail, main column, workload header, tables. */
export const layout = css`
.top { display: flex; align-items: center; gap: var(--rollscope-4); block-size: 48px; padding-inline: var(--rollscope-5); border-block-end: 1px solid var(--rollscope-line); }
.mark { display: flex; align-items: center; gap: 9px; font-weight: 600; font-size: 15px; letter-spacing: -.01em; color: var(--rollscope-ink); }
a.mark:hover { text-decoration: none; }
.mark svg { inline-size: 20px; block-size: 20px; color: var(--rollscope-accent); }
.top .source { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--rollscope-ink-2); font-size: var(--rollscope-fs-2); padding-inline-start: var(--rollscope-4); border-inline-start: 1px solid var(--rollscope-line); }
.top .source code { color: var(--rollscope-ink); }
.top .end { margin-inline-start: auto; display: flex; align-items: center; gap: var(--rollscope-2); flex: none; }
.net { display: inline-flex; align-items: center; gap: 6px; color: var(--rollscope-ink-3); font-size: var(--rollscope-fs-1); white-space: nowrap; margin-inline-end: var(--rollscope-2); }

.frame { display: grid; grid-template-columns: var(--rollscope-rail) minmax(0, 1fr); min-block-size: calc(100vh - 48px); }
.rail { border-inline-end: 1px solid var(--rollscope-line); background: var(--rollscope-bg-sunken); }
.rail-in { position: sticky; inset-block-start: 0; max-block-size: calc(100vh - 48px); overflow-y: auto; padding-block: var(--rollscope-3); scrollbar-width: thin; }
.rail .tools { position: sticky; inset-block-start: calc(-1 * var(--rollscope-3)); z-index: 1; padding-block: var(--rollscope-3) 4px; margin-block-start: calc(-1 * var(--rollscope-3)); background: var(--rollscope-bg-sunken); display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--rollscope-2); padding-inline: var(--rollscope-4); margin-block-end: 4px; }
.rail .tools .two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--rollscope-2); }
.rail h2 { display: flex; justify-content: space-between; font-size: var(--rollscope-fs-1); line-height: 16px; font-weight: 500; color: var(--rollscope-ink-3); padding: var(--rollscope-3) var(--rollscope-4) var(--rollscope-1); }
.rail .none { padding: var(--rollscope-3) var(--rollscope-4); color: var(--rollscope-ink-2); font-size: var(--rollscope-fs-2); }
.rail.windowed h2 { block-size: 28px; padding-block: 8px 4px; }
.rail.windowed .wl { block-size: 28px; }
.wl { display: grid; grid-template-columns: 14px minmax(0, 1fr) auto; column-gap: 9px; align-items: center; padding: 5px var(--rollscope-4); border-inline-start: 2px solid transparent; line-height: 18px; color: var(--rollscope-ink); }
a.wl:hover { text-decoration: none; background: var(--rollscope-bg-hover); }
.wl:focus-visible { outline-offset: -2px; }
.wl .name { font-size: var(--rollscope-fs-2); font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.wl .name span { color: var(--rollscope-ink-3); font-weight: 400; }
.wl .rev { font-size: var(--rollscope-fs-1); color: var(--rollscope-ink-3); text-align: end; white-space: nowrap; }
.wl .state { grid-column: 2; font-size: var(--rollscope-fs-1); color: var(--rollscope-ink-2); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.wl .when { font-size: var(--rollscope-fs-1); color: var(--rollscope-ink-3); text-align: end; white-space: nowrap; }
.wl[aria-current='page'], .wl[aria-current='true'] { border-inline-start-color: var(--rollscope-accent); background: var(--rollscope-accent-soft); }
.wl.one-line { padding-block: 4px; }

.hz { inline-size: 12px; block-size: 12px; flex: none; color: var(--rollscope-ok); }
.hz.bad { color: var(--rollscope-bad); }

.main { min-inline-size: 0; padding: var(--rollscope-5) var(--rollscope-6) var(--rollscope-7); }
.main.wide { max-inline-size: 1400px; }
.col { max-inline-size: 960px; }
section + section, .two-col + section, .prog + section { margin-block-start: var(--rollscope-6); }
.sec-head { display: flex; flex-wrap: wrap; align-items: center; gap: var(--rollscope-2) var(--rollscope-4); margin-block-end: var(--rollscope-2); }
.sec-head .end { margin-inline-start: auto; display: flex; align-items: center; gap: var(--rollscope-2); flex-wrap: wrap; }
.sec-head .jump { display: none; }
section.banner { margin: 0; }
.banner { display: flex; flex-wrap: wrap; align-items: center; gap: var(--rollscope-2) var(--rollscope-4); padding: 10px var(--rollscope-5); border-block-end: 1px solid var(--rollscope-line); background: var(--rollscope-bg-sunken); }
.banner p { flex: 1 1 320px; min-inline-size: 0; overflow-wrap: anywhere; color: var(--rollscope-ink-2); }
.banner p b { font-weight: 600; color: var(--rollscope-ink); }
.banner.trouble { box-shadow: inset 2px 0 0 var(--rollscope-bad); }

.crumb { font-size: var(--rollscope-fs-2); color: var(--rollscope-ink-3); margin-block-end: 2px; }
.crumb.narrow { display: none; }
.title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px var(--rollscope-3); }
.title h1 { font-size: var(--rollscope-fs-5); line-height: 28px; font-weight: 600; letter-spacing: -.012em; overflow-wrap: anywhere; }
.title h1 span { color: var(--rollscope-ink-3); font-weight: 400; }
.title p { color: var(--rollscope-ink-2); font-size: var(--rollscope-fs-2); overflow-wrap: anywhere; }
.tabs { display: flex; gap: var(--rollscope-5); border-block-end: 1px solid var(--rollscope-line); margin-block: var(--rollscope-3) var(--rollscope-5); overflow-x: auto; overflow-y: hidden; scrollbar-width: none; }
.tabs a { padding-block: 6px 8px; color: var(--rollscope-ink-2); font-size: var(--rollscope-fs-2); font-weight: 500; white-space: nowrap; border-block-end: 2px solid transparent; }
.tabs a:hover { color: var(--rollscope-ink); text-decoration: none; }
.tabs a:focus-visible { outline-offset: -2px; }
.tabs a[aria-current] { color: var(--rollscope-ink); border-block-end-color: var(--rollscope-accent); }

.tbl { font-size: var(--rollscope-fs-2); }
.tbl thead th { font-size: var(--rollscope-fs-1); color: var(--rollscope-ink-3); padding: 4px 12px 6px 0; border-block-end: 1px solid var(--rollscope-line-strong); white-space: nowrap; vertical-align: bottom; }
.tbl td, .tbl tbody th { padding: 8px 12px 8px 0; border-block-end: 1px solid var(--rollscope-line); vertical-align: top; }
.tbl tbody tr:hover { background: var(--rollscope-bg-hover); }
.tbl tbody tr.taken { background: var(--rollscope-accent-soft); }
.tbl .sub { display: block; font-size: var(--rollscope-fs-1); line-height: 16px; color: var(--rollscope-ink-3); }
.tbl td code { font-size: 12px; }
.tbl td:first-child, .tbl thead th:first-child { padding-inline-start: 8px; }
.tbl.flush :is(td, th):first-child { padding-inline-start: 0; }
.tbl.dense td, .tbl.dense tbody th { padding-block: 5px; }
.tbl .gap td { padding: 0; border: 0; }
.scroll { position: relative; overflow: auto; max-block-size: min(80vh, 900px); border-block: 1px solid var(--rollscope-line); }
.scroll, .rail-in { overflow-anchor: none; }
.scroll { scroll-padding-block-start: 48px; }
.rail-in { scroll-padding-block-start: 96px; }
.scroll .tbl thead th, .scroll .tdiff thead th { position: sticky; inset-block-start: 0; z-index: 1; background: var(--rollscope-bg); }

.pods { display: flex; flex-wrap: wrap; align-items: center; gap: 3px; min-block-size: 20px; }
.pods svg { inline-size: 12px; block-size: 12px; }
.pods span { margin-inline-start: 4px; color: var(--rollscope-ink-2); }
.pods span:first-child { margin-inline-start: 0; }
.pod-ready { fill: var(--rollscope-ink-2); }
.pod-start { fill: none; stroke: var(--rollscope-ink-2); stroke-width: 1.5; }

@container rollscope (max-width: 1023px) {
  .frame { display: flex; flex-direction: column; min-block-size: 0; }
  .frame > .main { order: 1; }
  .frame > .rail { order: 2; border-inline-end: 0; border-block-start: 1px solid var(--rollscope-line); }
  .rail-in { position: static; max-block-size: none; }
  .rail.windowed .rail-in { max-block-size: 80vh; }
  .frame.detail > .rail { display: none; }
  .crumb.narrow, .sec-head .jump { display: block; }
  .main { padding: var(--rollscope-4) var(--rollscope-5) var(--rollscope-6); }
  .net { display: none; }
}
@container rollscope (max-width: 640px) {
  .top { padding-inline: var(--rollscope-4); gap: var(--rollscope-3); }
  .top .source { display: none; }
  .banner { padding-inline: var(--rollscope-4); }
  .banner p { flex-basis: 100%; }
  .main { padding-inline: var(--rollscope-4); }
  .tabs { gap: var(--rollscope-4); margin-inline: calc(-1 * var(--rollscope-4)); padding-inline: var(--rollscope-4); }
  /* Tables become records: the first cell is the head line, each other cell shows the name of its column. */
  .stack thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack, .stack tbody, .stack tr, .stack td, .stack tbody th { display: block; }
  .stack tr { padding-block: 8px; border-block-end: 1px solid var(--rollscope-line); }
  .stack tr.gap { padding: 0; border: 0; }
  .stack td, .stack tbody th { border: 0; padding: 1px 0; }
  .stack td[data-th] { position: relative; padding-inline-start: 100px; min-block-size: 22px; }
  .stack td[data-th]::before { content: attr(data-th); position: absolute; inset-inline-start: 0; color: var(--rollscope-ink-3); font-size: 12px; }
  .stack td.empty { display: none; }
  .tbl.stack td:first-child { padding-inline-start: 0; }
}
`;
