import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnostic, KindCount, Overview } from '../core/answers.ts';
import type { App } from '../app.ts';
import { command, exportCommand } from '../parts/command.ts';
import { count, plain } from '../parts/text.ts';

/** More than these are counted, not listed: the list is for a person. */
const listed = 50;

/** What could not be read, and what still holds. */
export function diagnostics(overview: Overview): TemplateResult | typeof nothing {
  const { diagnostics: rows, diagnosticCount: all } = overview;
  if (all === 0) return nothing;
  const objects = overview.kinds.reduce((sum, kind) => sum + kind.count, 0);
  const errors = rows.some((row) => row.severity === 'error');
  return html`<section aria-label="Problems of reading">
    <div class="sec-head">
      <h2 class="h-sec">${errors ? 'Some of it could not be read' : 'Notes on reading'}</h2>
      <span class="label">${count(all, 'note')}; ${count(objects, 'object')} read${errors ? ' and shown' : ''}</span>
    </div>
    <div class="diags">${rows.slice(0, listed).map(diagnostic)}</div>
    ${all > listed ? html`<p class="label gap-1">${count(all - listed, 'more note')} like these.</p>` : nothing}
  </section>`;
}

function diagnostic({ severity, code, message, hint, location }: Diagnostic): TemplateResult {
  return html`<div class="note ${severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : ''}">
    <h3>${plain(sentence(message))}</h3>
    <p><code class="data">${plain(`${location.source}:${location.line}:${location.column}`)}</code> &nbsp;<span class="faint">${code}</span></p>
    ${hint ? html`<p>${plain(hint)}</p>` : nothing}
  </div>`;
}

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}

/** What the export lacks, and what cannot be known without it. */
export function missing(app: App, kinds: KindCount[]): TemplateResult | typeof nothing {
  const has = (kind: string): boolean => kinds.some((row) => row.kind === kind && row.count > 0);
  const sets = has('DaemonSet') || has('StatefulSet');
  const lacks: [kind: string, consequence: string][] = [];
  if (has('Deployment') && !has('ReplicaSet')) lacks.push(['ReplicaSet', 'Deployments show no history.']);
  if (sets && !has('ControllerRevision')) lacks.push(['ControllerRevision', 'DaemonSets and StatefulSets show no history.']);
  if ((has('Deployment') || sets) && !has('Pod')) lacks.push(['Pod', 'Why a rollout does not go on is not known.']);
  if (lacks.length === 0) return nothing;
  return html`<section aria-label="What this export is missing">
    <div class="sec-head"><h2 class="h-sec">What this export is missing</h2></div>
    <div class="note">
      ${lacks.map(([kind, consequence]) => html`<p><b class="b">${kind}</b>: ${consequence}</p>`)}
      ${command(app, exportCommand)}
    </div>
  </section>`;
}
