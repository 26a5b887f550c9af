import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app.ts';
import type { ChangeRow, Diff, History, Workload } from '../core/answers.ts';
import { Question } from '../core/question.ts';
import { shortChange } from '../parts/change.ts';
import { command, exportCommand } from '../parts/command.ts';
import { groupOf, healthMark, urgency } from '../parts/health.ts';
import { link } from '../parts/link.ts';
import { pods } from '../parts/pods.ts';
import { clock, count, day, namespacePart, plain } from '../parts/text.ts';
import type { Side } from '../place.ts';
import { diagnostics, missing } from './diagnostics.ts';
import type { HistoryView } from './history.ts';

/** More findings than these are only counted: the list beside them holds all. */
const listed = 60;

/** What needs a look, first; else the history of the first workload. */
export class OverviewView {
  readonly #first: Question<History>;
  readonly #waiting: Question<Diff>;

  constructor(
    private readonly app: App,
    private readonly history: HistoryView,
  ) {
    this.#first = new Question(() => app.requestUpdate());
    this.#waiting = new Question(() => app.requestUpdate());
  }

  render(): TemplateResult {
    const { overview, workloads } = this.app.reader;
    const looked = workloads.filter((workload) => groupOf(workload.state) === 'Needs attention' || groupOf(workload.state) === 'On hold');
    const findings = looked.toSorted((one, other) => urgency(one.state) - urgency(other.state));
    return html`<main class="main">
      <div class="col">
        ${overview && overview.diagnostics.some((row) => row.severity === 'error') ? diagnostics(overview) : nothing}
        ${workloads.length === 0 ? this.#none() : findings.length > 0 ? this.#findings(findings) : this.#calm()}
        ${overview && overview.diagnostics.every((row) => row.severity !== 'error') ? diagnostics(overview) : nothing}
        ${overview ? missing(this.app, overview.kinds) : nothing}
      </div>
    </main>`;
  }

  #findings(findings: Workload[]): TemplateResult {
    const { workloads } = this.app.reader;
    const bad = findings.filter((workload) => groupOf(workload.state) === 'Needs attention').length;
    const title = workloads.length === 1 ? (bad > 0 ? 'This rollout needs attention' : 'This rollout is on hold') : bad > 0 ? `${bad} of ${count(workloads.length, 'rollout')} ${bad === 1 ? 'needs' : 'need'} attention` : `${findings.length} of ${count(workloads.length, 'rollout')} ${findings.length === 1 ? 'is' : 'are'} on hold`;
    return html`<section>
        <div class="sec-head">
          <h1 class="h-sec" tabindex="-1">${title}</h1>
          <span class="label">${this.#rest(findings.length - bad, bad)}</span>
          <a class="jump end" href="#workloads" @click=${toWorkloads}>Workloads</a>
        </div>
        ${findings.slice(0, listed).map((workload, index) => (index === 0 ? this.#firstFinding(workload) : this.#finding(workload)))}
        ${findings.length > listed ? html`<p class="label gap-1">${count(findings.length - listed, 'more rollout')} in the list of workloads.</p>` : nothing}
      </section>
      ${workloads.length === 1 ? this.history.table(workloads[0]!) : nothing}`;
  }

  #rest(onHold: number, bad: number): string {
    const { workloads } = this.app.reader;
    const settled = workloads.filter((workload) => groupOf(workload.state) === 'Settled').length;
    const rolling = workloads.filter((workload) => groupOf(workload.state) === 'Rolling out').length;
    const parts = [settled > 0 ? `${settled} settled` : '', rolling > 0 ? `${rolling} rolling out` : '', bad > 0 && onHold > 0 ? `${onHold} on hold` : ''];
    return parts.filter(Boolean).join(', ');
  }

  #firstFinding(workload: Workload): TemplateResult {
    const { app } = this;
    const history = this.#first.ask(`${app.reader.edition} ${workload.id}`, () => app.reader.history(workload.id));
    const newest = history?.revisions[0];
    const before = history?.revisions[1];
    const bad = groupOf(workload.state) === 'Needs attention';
    // A change that waits is what there is to look at; else, what came with the newest revision.
    const waiting = history?.pending && newest ? this.#waiting.ask(`${app.reader.edition} ${workload.id}`, () => app.reader.diff(workload.id, newest.number, 'live')) : undefined;
    const pair: [from: Side, to: Side] | null = !newest ? null : history?.pending ? [newest.number, 'live'] : before ? [before.number, newest.number] : null;
    return html`<article class=${bad ? 'finding first' : 'finding first calm'}>
      ${healthMark(workload.state)}
      <div>
        <h2>${headline(workload)}</h2>
        ${bad ? html`<p>${capacity(workload)}</p>` : nothing}
        <dl class="facts">
          ${workload.changed ? html`<dt>${bad ? 'Since' : 'Newest revision'}</dt><dd>${clock(workload.changed)}Z, ${day(workload.changed)}${newest ? `, with revision ${newest.number}` : nothing}</dd>` : nothing}
          ${waiting ? fact('Waits', waiting.changes.slice(0, 4), waiting.changes.length, workload) : newest && before ? fact('Changed', newest.changes, newest.changeCount, workload) : nothing}
          <dt>Pods</dt><dd>${pods(workload.pods)}</dd>
          ${newest?.changeCause ? html`<dt>Cause</dt><dd class="pre">${plain(newest.changeCause)}</dd>` : nothing}
        </dl>
        <div class="acts">
          ${pair ? link(app, { view: 'diff', workload: workload.id, from: pair[0], to: pair[1] }, `Diff ${pair[0]}..${pair[1]}`, { class: 'btn primary' }) : nothing}
          ${link(app, { view: 'undo', workload: workload.id, from: null, to: null }, html`Undo <kbd aria-hidden="true">u</kbd>`, { class: 'btn' })}
          ${link(app, { view: 'history', workload: workload.id, from: null, to: null }, 'History', { class: 'btn quiet' })}
        </div>
      </div>
    </article>`;
  }

  #finding(workload: Workload): TemplateResult {
    const { app } = this;
    const place = { workload: workload.id, from: null, to: null };
    return html`<article class="finding min">
      ${healthMark(workload.state)}
      <div>
        <div class="sec-head tight">
          <h2>${headline(workload)}</h2>
          <span class="end">${link(app, { ...place, view: 'diff' }, 'Diff')} ${link(app, { ...place, view: 'undo' }, 'Undo')} ${link(app, { ...place, view: 'history' }, 'History')}</span>
        </div>
        ${groupOf(workload.state) === 'Needs attention' ? html`<p>${capacity(workload)}</p>` : nothing}
      </div>
    </article>`;
  }

  #calm(): TemplateResult {
    const { workloads } = this.app.reader;
    return html`<section>
        <div class="sec-head">
          <h1 class="h-sec" tabindex="-1">No rollout needs attention</h1>
          <span class="label">${this.#rest(0, 0)}</span>
          <a class="jump end" href="#workloads" @click=${toWorkloads}>Workloads</a>
        </div>
      </section>
      ${this.history.table(workloads[0]!, { named: true })}`;
  }

  #none(): TemplateResult {
    return html`<section>
      <div class="sec-head"><h1 class="h-sec" tabindex="-1">No Deployment, DaemonSet or StatefulSet in it</h1></div>
      <p class="muted">An export that rollscope can read comes from this command.</p>
      <div class="gap-1">${command(this.app, exportCommand)}</div>
    </section>`;
  }
}

/** The first few changes as one of the facts. */
function fact(term: string, changes: ChangeRow[], all: number | null, { images }: Workload): TemplateResult | typeof nothing {
  if (changes.length === 0) return nothing;
  const more = (all ?? changes.length) - changes.length;
  return html`<dt>${term}</dt>
    <dd class=${changes.length === 1 ? 'one' : nothing}>${changes.map((change) => shortChange(change, images.length < 2))}<span class="muted">${all === 1 ? 'the only change' : more > 0 ? `and ${count(more, 'more change')}` : nothing}</span></dd>`;
}

function headline(workload: Workload): TemplateResult {
  const name = html`${namespacePart(workload)}${plain(workload.name)}`;
  const text = plain(workload.stateText);
  if (workload.state === 'stuck') return html`Rollout of ${name} is stuck: ${text}`;
  if (workload.state === 'failing') return html`Rollout of ${name} is failing: ${text}`;
  return html`${name}: ${text}`;
}

/** What the pods of a workload in trouble still do, and that its controller gave up. Why it fails, the headline says. */
function capacity({ kind, state, pods: { desired, ready } }: Workload): string {
  const there = ready >= desired ? `All ${count(desired, 'pod')} asked for ${desired === 1 ? 'is' : 'are'} ready, so no capacity is lost.` : `${ready} of ${count(desired, 'pod')} asked for ${ready === 1 || desired === 1 ? 'is' : 'are'} ready.`;
  return kind === 'Deployment' && state === 'stuck' ? `${there} The progress deadline of the Deployment is exceeded.` : there;
}

function toWorkloads(event: Event): void {
  event.preventDefault();
  const list = ((event.currentTarget as HTMLElement).getRootNode() as ShadowRoot).getElementById('workloads');
  list?.scrollIntoView();
  list?.querySelector<HTMLElement>('input, a')?.focus({ preventScroll: true });
}
