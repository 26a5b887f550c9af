import { css } from 'lit';

/** On paper: what was found, without what it takes to use the page. It comes last, as it takes back what the others set. */
export const print = css`
@media print {
  .top .end, .rail, .acts, .tabs, .bar, .btn, .seg, .crumb, .crumb.narrow, .sec-head .jump, .outline, .over, .drop, .samples, kbd, .fold .icon, .hist :is(th, td):first-child:not([scope=row]), .lazy:not([open]) { display: none; }
  .top { block-size: auto; padding: 0 0 8px; }
  .top .source { display: block; white-space: normal; }
  .title { margin-block-end: var(--rollscope-4); }
  .banner { padding: 8px 0; }
  .frame, .split, .two-col { display: block; min-block-size: 0; }
  .two-col > * + * { margin-block-start: var(--rollscope-6); }
  .main, .start { padding: 16px 0 0; max-inline-size: none; }
  .sel { appearance: none; border: 0; padding: 0; background: none; color: inherit; }
  .path, .tdiff thead th { position: static; }
  .scroll, .targets.tall { max-block-size: none; overflow: visible; }
  .cmd.plain pre { white-space: pre-wrap; overflow: visible; overflow-wrap: anywhere; }
  summary { list-style: none; }
  h2, h3, tr, .finding, .chg-row { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  thead { display: table-header-group; }
  del, ins, mark, .l-del, .l-add, .tag { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
