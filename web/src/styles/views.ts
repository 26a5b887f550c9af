import { css } from 'lit';

/** Start, progress, findings, history, undo. */
export const views = css`
.start { max-inline-size: 720px; margin-inline: auto; padding: 72px var(--rollscope-5) var(--rollscope-7); }
.start h1 { font-size: var(--rollscope-fs-6); line-height: 36px; font-weight: 600; letter-spacing: -.02em; text-wrap: balance; overflow-wrap: anywhere; }
.start .lead { font-size: var(--rollscope-fs-4); line-height: 26px; color: var(--rollscope-ink-2); margin-block-start: var(--rollscope-3); max-inline-size: 62ch; }
.start .drop { margin-block: var(--rollscope-6); }
.drop { display: grid; justify-items: center; gap: var(--rollscope-3); padding: 36px var(--rollscope-5); border: 1.5px dashed var(--rollscope-line-strong); border-radius: 8px; background: var(--rollscope-bg-sunken); text-align: center; }
.drop .acts { justify-content: center; }
.drop .big { font-size: var(--rollscope-fs-4); font-weight: 500; }
.drop .paste { justify-self: stretch; display: grid; gap: var(--rollscope-2); text-align: start; }
.over { position: fixed; inset: 0; z-index: 10; display: grid; place-items: center; border: 2px solid var(--rollscope-accent); background: color-mix(in oklab, var(--rollscope-accent-soft) 88%, transparent); font-size: var(--rollscope-fs-5); font-weight: 600; pointer-events: none; }
.samples li { border-block-start: 1px solid var(--rollscope-line); }
.samples li:last-child { border-block-end: 1px solid var(--rollscope-line); }
.samples button { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: var(--rollscope-4); inline-size: 100%; padding: 9px 0; border: 0; background: none; color: var(--rollscope-ink); font: inherit; text-align: start; cursor: pointer; }
.samples button:hover { background: var(--rollscope-bg-hover); }
.samples .q { font-weight: 500; }
.samples .a { color: var(--rollscope-ink-2); font-size: var(--rollscope-fs-2); grid-column: 1; }
.samples .go { grid-row: 1 / 3; grid-column: 2; align-self: center; color: var(--rollscope-accent); }
.policy { margin-block-start: var(--rollscope-2); }

.prog { display: grid; gap: var(--rollscope-2); margin-block-start: var(--rollscope-4); }
.prog-row { display: flex; justify-content: space-between; align-items: center; gap: 12px; }
.meter { block-size: 6px; inline-size: 100%; appearance: none; border: 0; border-radius: 3px; background: var(--rollscope-line); overflow: clip; }
.meter::-webkit-progress-bar { background: var(--rollscope-line); }
.meter::-webkit-progress-value { background: var(--rollscope-accent); }
.meter::-moz-progress-bar { background: var(--rollscope-accent); }

.finding { display: grid; grid-template-columns: 20px minmax(0, 1fr); column-gap: var(--rollscope-3); padding-block: var(--rollscope-4); border-block-start: 1px solid var(--rollscope-line); }
.finding > .hz { inline-size: 16px; block-size: 16px; margin-block-start: 3px; }
.finding h2 { font-size: var(--rollscope-fs-4); font-weight: 600; line-height: 22px; text-wrap: pretty; overflow-wrap: anywhere; }
.finding p { text-wrap: pretty; color: var(--rollscope-ink-2); max-inline-size: var(--rollscope-measure); margin-block-start: 2px; overflow-wrap: anywhere; }
.finding .acts { margin-block-start: var(--rollscope-3); }
.finding.first { border-block-start: 2px solid var(--rollscope-bad); padding-block: var(--rollscope-5); }
.finding.first.calm { border-block-start: 1px solid var(--rollscope-line-strong); }
.finding.first > .hz { inline-size: 20px; block-size: 20px; margin-block-start: 4px; }
.finding.first h2 { text-wrap: balance; font-size: 22px; line-height: 30px; letter-spacing: -.012em; }
.finding.first p { font-size: 15px; line-height: 24px; margin-block-start: var(--rollscope-2); }
.finding.min { padding-block: 10px; }
.finding.min h2 { font-size: var(--rollscope-fs-3); line-height: 20px; font-weight: 500; }
.finding.min p { font-size: var(--rollscope-fs-2); }
.sec-head.tight { margin-block-end: 0; flex-wrap: nowrap; align-items: baseline; }
.sec-head.tight .end { flex: none; flex-wrap: nowrap; font-size: var(--rollscope-fs-2); gap: var(--rollscope-4); }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px var(--rollscope-4); font-size: var(--rollscope-fs-2); margin-block-start: var(--rollscope-3); }
.facts dt { color: var(--rollscope-ink-3); }
.facts dd { overflow-wrap: anywhere; }
.facts dd code { font-size: 12px; }
.diags { display: grid; gap: var(--rollscope-4); }

.note + .hist, .note + .scroll { margin-block-start: var(--rollscope-4); }
.hist .pods { min-inline-size: 128px; }
.hist td:nth-child(4) { min-inline-size: 16em; max-inline-size: 26em; }
.hist td:nth-child(5) { min-inline-size: 15em; max-inline-size: 26em; }
.hist td:first-child { inline-size: 34px; }
.hist td:first-child label { display: grid; place-items: center; inline-size: 20px; block-size: 20px; cursor: pointer; }
.hist td:first-child input { margin: 0; }
.hist .holder { min-inline-size: 9em; overflow-wrap: anywhere; }
.rev-n { font: 600 15px/20px var(--rollscope-sans); }
.short-chg { display: block; overflow-wrap: anywhere; }
.facts .one .short-chg { display: inline; margin-inline-end: var(--rollscope-2); }
.short-chg + .short-chg { margin-block-start: 2px; }
.short-chg .key { color: inherit; }
.ab { display: inline-grid; place-items: center; inline-size: 18px; block-size: 18px; border-radius: 50%; background: var(--rollscope-accent); color: var(--rollscope-accent-ink); font: 600 var(--rollscope-fs-0)/1 var(--rollscope-sans); }
.hist td:first-child .ab { position: absolute; pointer-events: none; }
.hist td:first-child input:checked { opacity: 0; }
.hist td:first-child input:checked:focus-visible + .ab { outline: 2px solid var(--rollscope-accent); outline-offset: 2px; }
.hist td:first-child label { position: relative; }
.windowed .hist tbody tr:not(.gap) { block-size: 40px; }
.windowed .hist tr:not(.gap) > :is(td, th[scope=row]) { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-inline-size: 22em; block-size: 40px; padding-block: 9px; }
.windowed .hist td:nth-child(4) { min-inline-size: 0; max-inline-size: 18em; }
.windowed .hist td:nth-child(5) { min-inline-size: 0; max-inline-size: 15em; }
.windowed .hist :is(del, ins) { white-space: pre; }
.windowed .hist br { display: none; }
.windowed .hist .short-chg { overflow: hidden; text-overflow: ellipsis; }
.hist .pods { flex-wrap: nowrap; }
.windowed .hist .sub, .windowed .hist .short-chg + .short-chg { display: none; }
.bar { position: sticky; inset-block-end: 0; display: flex; flex-wrap: wrap; align-items: center; gap: var(--rollscope-2) var(--rollscope-3); padding-block: var(--rollscope-3); background: var(--rollscope-bg); border-block-start: 1px solid var(--rollscope-line-strong); margin-block-start: -1px; overflow-wrap: anywhere; }
.bar .end { margin-inline-start: auto; display: flex; flex-wrap: wrap; gap: var(--rollscope-2); }
.bar .side { display: inline-flex; align-items: center; gap: 8px; min-inline-size: 0; }
.arr { color: var(--rollscope-ink-3); padding-inline: 3px; font-family: var(--rollscope-sans); }

.targets { border: 1px solid var(--rollscope-line-strong); border-radius: var(--rollscope-radius); overflow: clip; }
.targets.tall { max-block-size: 360px; overflow-y: auto; }
.targets label { display: grid; grid-template-columns: 20px 40px minmax(0, 1fr) auto; gap: 8px; align-items: baseline; padding: 7px 12px; cursor: pointer; font-size: var(--rollscope-fs-2); overflow-wrap: anywhere; }
.targets label + label { border-block-start: 1px solid var(--rollscope-line); }
.targets label:has(:checked) { background: var(--rollscope-accent-soft); }
.targets label:has(:focus-visible) { outline: 2px solid var(--rollscope-accent); outline-offset: -2px; }
.targets input { margin: 3px 0 0; align-self: start; }
.targets .tags { display: flex; flex-wrap: wrap; gap: 4px; justify-content: flex-end; }
.two-col { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--rollscope-6) var(--rollscope-7); align-items: start; }
.steps { counter-reset: s; display: grid; gap: var(--rollscope-3); }
.steps > li { counter-increment: s; display: grid; grid-template-columns: 22px minmax(0, 1fr); align-items: baseline; }
.steps > li::before { content: counter(s) '.'; color: var(--rollscope-ink-3); }
.steps .cmd pre { font-size: 12px; }
.annotations td:first-child { min-inline-size: 11em; overflow-wrap: break-word; }
.fold-sec summary { font-weight: 600; }
.fold-sec summary span { font-weight: 400; }
.fold-sec .cmd { margin-block-start: var(--rollscope-2); }

@container rollscope (max-width: 1023px) {
  .two-col { grid-template-columns: minmax(0, 1fr); gap: var(--rollscope-5); }
  .hist :is(td, th):nth-child(6) { display: none; }
  .hist td:nth-child(4), .hist td:nth-child(5) { min-inline-size: 0; }
}
@container rollscope (max-width: 640px) {
  .start { padding: 32px var(--rollscope-4); }
  .start h1 { font-size: 24px; line-height: 32px; }
  .drop { padding: 24px var(--rollscope-4); }
  .finding { grid-template-columns: 16px minmax(0, 1fr); column-gap: 10px; }
  .finding.first h2 { font-size: 19px; line-height: 26px; }
  .finding.first > .hz { inline-size: 16px; block-size: 16px; margin-block-start: 5px; }
  .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .facts dd + dt { margin-block-start: 6px; }
  .sec-head.tight { flex-wrap: wrap; }
  .sec-head.tight .end { margin-inline-start: 0; order: 3; inline-size: 100%; }
  .targets label { grid-template-columns: 20px 28px minmax(0, 1fr); }
  .targets .tags { grid-column: 3; justify-content: flex-start; }
  .bar .end { margin-inline-start: 0; inline-size: 100%; }
  .hist td:nth-child(6) { display: block; }
  .hist td:nth-child(4), .hist td:nth-child(5) { max-inline-size: none; }
  .hist td:first-child, .hist tbody th { display: inline-block; vertical-align: top; margin-inline-end: 10px; inline-size: auto; }
  /* A row of a long history has one line: its number and what changed. */
  .windowed .hist tbody tr:not(.gap) { display: grid; grid-template-columns: 30px 84px minmax(0, 1fr); align-items: center; padding-block: 0; }
  .windowed .hist tbody tr:not(.gap) > :is(:nth-child(3), :nth-child(5), :nth-child(6), :nth-child(7)) { display: none; }
  .windowed .hist :is(td, tbody th) { margin: 0; padding-block: 0; block-size: auto; }
  .windowed .hist td[data-th] { padding-inline-start: 0; min-block-size: 0; }
  .windowed .hist td[data-th]::before { content: none; }
}
`;
