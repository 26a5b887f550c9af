import { css } from 'lit';

/** Every value that a component may use. A host page can set any of them on the element. */
export const tokens = css`
:host {
  color-scheme: light dark;

  /* surfaces: paper, a sunken well for code and rails, a raised sheet for dialogs */
  --rollscope-bg:          light-dark(#ffffff, #121416);
  --rollscope-bg-sunken:   light-dark(#f7f7f5, #0d0f10);
  --rollscope-bg-raised:   light-dark(#ffffff, #1a1d20);
  --rollscope-bg-hover:    light-dark(#f1f1ee, #1c1f22);

  /* ink: three strengths, all AA on all surfaces at their size */
  --rollscope-ink:         light-dark(#191c20, #e8eaeb);
  --rollscope-ink-2:       light-dark(#4a5159, #b0b7bd);
  --rollscope-ink-3:       light-dark(#626970, #929aa1);

  /* lines: a hairline that divides, and a line that is the edge of a control (3:1) */
  --rollscope-line:        light-dark(#e4e4e0, #282c30);
  --rollscope-line-strong: light-dark(#868c92, #6f777e);

  /* one accent: links, selection, focus, the current thing */
  --rollscope-accent:      light-dark(#0a655d, #5fcabd);
  --rollscope-accent-ink:  light-dark(#ffffff, #07211e);
  --rollscope-accent-soft: light-dark(#e3f1ee, #12302c);

  /* added, coming, new: blue. removed, going, old: orange. Always with + / - or a shape */
  --rollscope-add:         light-dark(#0a56b3, #80b8ff);
  --rollscope-add-bg:      light-dark(#eef4fd, #0e2038);
  --rollscope-add-mark:    light-dark(#c6defb, #184078);
  --rollscope-del:         light-dark(#9a4600, #ffae6b);
  --rollscope-del-bg:      light-dark(#fdf3e9, #2d1b0b);
  --rollscope-del-mark:    light-dark(#fbd6b1, #6b3b11);

  /* marks of the charts: the same two hues, fit for areas */
  --rollscope-new:         light-dark(#2f78cf, #5b9ff0);
  --rollscope-old:         light-dark(#cc7526, #d18540);

  /* health. Healthy has no colour: only what needs a person has one */
  --rollscope-bad:         light-dark(#b0142c, #ff8f98);
  --rollscope-bad-soft:    light-dark(#fceef0, #33141a);
  --rollscope-warn:        light-dark(#765700, #e3c05c);
  --rollscope-ok:          light-dark(#626970, #929aa1);

  /* type */
  --rollscope-sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  --rollscope-mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
  --rollscope-fs-0: 11px;   /* axis labels, key caps */
  --rollscope-fs-1: 12px;   /* meta, table heads, chips */
  --rollscope-fs-2: 13px;   /* tables, code */
  --rollscope-fs-3: 14px;   /* body */
  --rollscope-fs-4: 16px;   /* lead */
  --rollscope-fs-5: 20px;   /* page title, first finding */
  --rollscope-fs-6: 28px;   /* start page only */

  /* rhythm: 4 px unit, 8 px steps */
  --rollscope-1: 4px;
  --rollscope-2: 8px;
  --rollscope-3: 12px;
  --rollscope-4: 16px;
  --rollscope-5: 24px;
  --rollscope-6: 32px;
  --rollscope-7: 48px;
  --rollscope-row: 32px;    /* one table row; 28 when dense, 40 on touch */
  --rollscope-radius: 5px;
  --rollscope-rail: 304px;
  --rollscope-measure: 72ch;
}
:host([theme='light']) { color-scheme: light; }
:host([theme='dark']) { color-scheme: dark; }
@media (pointer: coarse) { :host { --rollscope-row: 40px; } }
@media print { :host, :host([theme]) { color-scheme: light; } }
`;
