import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { layouts, type App, type Layout } from '../app.ts';
import type { Workload } from '../core/answers.ts';
import { Reader } from '../core/reader.ts';
import { link } from '../parts/link.ts';
import { reasonOf } from '../parts/reason.ts';
import { count, plain } from '../parts/text.ts';
import { fragmentOf, sideNamed, viewNamed, type Place } from '../place.ts';
import { sampleInput, sampleNamed } from '../samples.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { diff } from '../styles/diff.ts';
import { layout } from '../styles/layout.ts';
import { print } from '../styles/print.ts';
import { tokens } from '../styles/tokens.ts';
import { views } from '../styles/views.ts';
import { DiffView } from '../views/diff/view.ts';
import { HistoryView } from '../views/history.ts';
import { OverviewView } from '../views/overview.ts';
import { progressView } from '../views/progress.ts';
import { Rail } from '../views/rail.ts';
import { StartView } from '../views/start.ts';
import { sampleLine, topBar, trouble } from '../views/top.ts';
import { UndoView } from '../views/undo.ts';
import { Client } from '../worker/client.ts';
import { startWorker, wasmBytes } from '../worker/start.ts';
import { writeClipboard } from './clipboard.ts';
import { inField } from './field.ts';
import { droppedInputs, pickInputs, type Gathered } from './files.ts';
import { keyHelp, onKey } from './keys.ts';
import { remember, remembered } from './memory.ts';
import { SelectEvent } from './select-event.ts';

/** Reading that takes longer than this shows how far it has come; what is quicker would only flash. */
const progressAfterMs = 200;

/** `<rollscope-viewer>`: everything that can be asked of an export of Kubernetes objects. Registered in register.ts. */
export class RollscopeViewer extends LitElement implements App {
  static override styles = [tokens, base, controls, layout, views, diff, print];

  static override properties = {
    view: { reflect: true },
    workload: { reflect: true },
    from: { reflect: true },
    to: { reflect: true },
    sample: { reflect: true },
    layout: { reflect: true },
    theme: { reflect: true },
    noShortcuts: { attribute: 'no-shortcuts', type: Boolean, reflect: true },
    narrow: { state: true },
    copied: { state: true },
    printing: { state: true },
  };

  /** `start`, `overview`, `history`, `diff` or `undo`. */
  declare view: string | null;
  /** The workload shown, as `deployment/shop/web`. */
  declare workload: string | null;
  /** The older side of a diff: a number, or `live`. */
  declare from: string | null;
  /** The newer side of a diff, or the target of an undo. */
  declare to: string | null;
  /** The recorded sample that is open. */
  declare sample: string | null;
  /** How a diff is shown. */
  declare layout: Layout;
  /** `light` or `dark`; without it, as the system has it. */
  declare theme: string | null;
  /** Keys of one letter or sign do nothing. Without the attribute, as the reader of the page chose last. */
  declare noShortcuts: boolean;
  declare narrow: boolean;
  declare printing: boolean;
  declare copied: string | null;

  readonly reader = new Reader(new Client(startWorker, wasmBytes), () => this.#readerChanged());

  readonly #overview: OverviewView;
  readonly #history: HistoryView;
  readonly #diff: DiffView;
  readonly #undo: UndoView;
  readonly #start: StartView;
  readonly #rail: Rail;
  #spoken = '';
  #dragged = false;
  #showProgress = false;
  #progressTimer: ReturnType<typeof setTimeout> | undefined;
  #copyTimer: ReturnType<typeof setTimeout> | undefined;
  #size: ResizeObserver | undefined;
  #moveFocus = false;
  #print: MediaQueryList | undefined;
  /** What was opened for printing, to be closed afterwards. */
  #unfolded: HTMLDetailsElement[] = [];
  /** The sample that is open or being read; null once the user's own files are, undefined before anything is. */
  #sampleRead: string | null | undefined;
  /** The sample to begin with is not at hand yet: until it is, there is nothing to show, and no reason to ask for a file. */
  #unpacking = true;

  constructor() {
    super();
    this.view = null;
    this.workload = null;
    this.from = null;
    this.to = null;
    this.sample = null;
    this.theme = null;
    this.layout = 'structure';
    this.noShortcuts = false;
    this.narrow = false;
    this.printing = false;
    this.copied = null;
    this.#history = new HistoryView(this);
    this.#overview = new OverviewView(this, this.#history);
    this.#diff = new DiffView(this);
    this.#undo = new UndoView(this);
    this.#start = new StartView(this);
    this.#rail = new Rail(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.theme ??= remembered('theme', ['light', 'dark']);
    if (!this.hasAttribute('layout')) this.layout = remembered('layout', layouts) ?? 'structure';
    if (!this.hasAttribute('no-shortcuts')) this.noShortcuts = remembered('shortcuts', ['off']) !== null;
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('dragover', this.#onDrag);
    this.addEventListener('dragleave', this.#onDragEnd);
    this.addEventListener('drop', this.#onDrop);
    this.addEventListener('paste', this.onPaste);
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrint);
    this.#print ??= matchMedia('print');
    this.#print.addEventListener('change', this.#onPrint);
    this.#size = new ResizeObserver(([entry]) => (this.narrow = (entry?.contentRect.width ?? 1024) <= 640));
    this.#size.observe(this);
    this.reader.wake();
  }

  /** Not before the first update: until then, the page says which sample its address names. */
  protected override firstUpdated(): void {
    if (this.#sampleRead === undefined) void this.#readSample();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#onKey);
    this.removeEventListener('dragover', this.#onDrag);
    this.removeEventListener('dragleave', this.#onDragEnd);
    this.removeEventListener('drop', this.#onDrop);
    this.removeEventListener('paste', this.onPaste);
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrint);
    this.#print?.removeEventListener('change', this.#onPrint);
    this.#size?.disconnect();
    // An element that is only moved is in the page again at once.
    queueMicrotask(() => !this.isConnected && this.#rest());
  }

  /** Nobody looks: no worker, no timers. What is open is read again when the element is put back. */
  #rest(): void {
    this.reader.sleep();
    clearTimeout(this.#copyTimer);
    this.copied = null;
    this.#endProgress();
  }

  get place(): Place {
    return { view: viewNamed(this.view), workload: this.workload, from: sideNamed(this.from), to: sideNamed(this.to), sample: this.sample };
  }

  /** Shows a place that came from outside, such as the address, and tells nobody. */
  set place(place: Place) {
    // Files of the user's own are never closed for a sample that an older address names.
    this.#show(this.#sampleRead === null ? { ...place, sample: null } : place);
    if (this.hasUpdated && this.#sampleRead !== null && this.#sampleRead !== sampleNamed(place.sample).id) void this.#readSample();
  }

  #show(place: Place): void {
    this.view = place.view === 'overview' ? null : place.view;
    this.workload = place.workload;
    this.from = place.from?.toString() ?? null;
    this.to = place.to?.toString() ?? null;
    this.sample = place.sample;
  }

  go(change: Partial<Place>): void {
    const before = this.place;
    const place = { ...before, ...change };
    if (fragmentOf(place) === fragmentOf(before)) return;
    this.#moveFocus ||= place.view !== before.view || place.workload !== before.workload;
    this.#show(place);
    this.dispatchEvent(new SelectEvent(place));
    if (this.#moveFocus) window.scrollTo({ top: 0 });
  }

  setLayout(layout: Layout): void {
    this.layout = layout;
    remember('layout', layout);
  }

  copy(text: string): void {
    void writeClipboard(text, this.renderRoot as ShadowRoot).then((done) => {
      this.say(done ? 'Copied' : 'The browser refused to copy.');
      this.copied = done ? text : null;
      clearTimeout(this.#copyTimer);
      this.#copyTimer = setTimeout(() => (this.copied = null), 2000);
    });
  }

  say(text: string): void {
    this.#spoken = text;
    this.requestUpdate();
  }

  openSample(id: string): void {
    this.go({ view: 'overview', workload: null, from: null, to: null, sample: sampleNamed(null).id === id ? null : id });
    void this.#readSample();
  }

  pick(what: 'files' | 'folder'): void {
    void this.#take(pickInputs(what));
  }

  openText(text: string): void {
    void this.#open({ inputs: [{ name: 'pasted text', data: new Blob([text]) }], notes: [] });
  }

  async #take(given: Promise<Gathered>): Promise<void> {
    try {
      await this.#open(await given);
    } catch (error) {
      this.reader.tell(`This could not be read: ${reasonOf(error)}.`);
    }
  }

  /** Reads files: in place of a sample, beside files that are open. */
  async #open({ inputs, notes }: Gathered): Promise<void> {
    if (inputs.length === 0) return notes.length > 0 ? this.reader.tell(notes.join(' ')) : undefined;
    // From now on no sample is read by itself: that would end the reading of these.
    this.#sampleRead = null;
    const read = await this.reader.openFiles(inputs, notes);
    // Since then, a sample may have been chosen, or more files may have come.
    if (this.#sampleRead !== null) return;
    if (read) this.go({ view: 'overview', workload: null, from: null, to: null, sample: null });
    else if (!this.reader.reading) this.#backToSample();
  }

  /** What is shown is a sample still, and the address says which. */
  #backToSample(): void {
    const { inputs, sample } = this.reader.opened;
    this.#sampleRead = inputs.length > 0 ? sample : undefined;
    if (sample !== null) this.sample = sample === sampleNamed(null).id ? null : sample;
  }

  /** Text or files from the clipboard. The page hands on what was pasted outside of the element. */
  readonly onPaste = (event: ClipboardEvent): void => {
    if (inField(event) || !event.clipboardData) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    if (files.length > 0) void this.#open({ inputs: files.map((file) => ({ name: file.name, data: file })), notes: [] });
    else if (text.trim() !== '') this.openText(text);
    else return;
    event.preventDefault();
  };

  /** A key that was pressed while nothing else had the focus. */
  handleKey(event: KeyboardEvent): void {
    onKey(event, {
      app: this,
      root: this.renderRoot as ShadowRoot,
      workloads: () => this.#rail.shown,
      escape: () => this.#escape(),
      shortcuts: !this.noShortcuts,
      clearFilter: () => this.#rail.clear(),
      step: (direction) => (this.place.view === 'undo' ? this.#undo.step(direction) : this.#diff.step(direction)),
      cycleLayout: () => this.#diff.cycleLayout(),
      pairOf: (workload) => this.#history.pairOf(workload),
    });
  }

  override updated(_changes: PropertyValues): void {
    if (this.printing) this.#unfold();
    if (!this.#moveFocus) return;
    this.#moveFocus = false;
    // A link that is still there keeps the focus; where it went with its view, the heading of the new view has it.
    const root = this.renderRoot as ShadowRoot;
    if (document.activeElement === this && !root.activeElement) root.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    else if (document.activeElement === document.body) root.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    return html`${topBar(this, { help: this.#help, switchTheme: this.#switchTheme })}${trouble(this, this.#dismiss)}${this.#showProgress ? nothing : sampleLine(this)}${this.#body()}
      <p class="sr" role="status" aria-live="polite">${this.#spoken}</p>
      ${this.#dragged ? html`<div class="over">Drop to read</div>` : nothing} ${keyHelp(!this.noShortcuts, this.#switchShortcuts)}`;
  }

  #body(): TemplateResult {
    const { reader, place } = this;
    if (reader.reading && this.#showProgress) return progressView(this, () => reader.cancel());
    const busy = reader.reading !== null || (this.#unpacking && place.view !== 'start');
    if (busy && !reader.overview) return html`<main class="start" aria-busy="true"></main>`;
    if (place.view === 'start' || !reader.overview) return this.#start.render();
    const workload = reader.workloads.find((one) => one.id === place.workload);
    if (place.view === 'overview') return html`<div class="frame">${this.#rail.render()}${this.#overview.render()}</div>`;
    if (!workload) return html`<div class="frame">${this.#rail.render()}${this.#unknown()}</div>`;
    if (place.view === 'history') return html`<div class="frame detail">${this.#rail.render()}${this.#history.render(workload)}</div>`;
    return place.view === 'diff' ? this.#diff.render(workload) : this.#undo.render(workload);
  }

  #unknown(): TemplateResult {
    const { workload, reader } = this;
    return html`<main class="main">
      <div class="note">
        <h1 tabindex="-1">${workload ? html`<code class="data">${plain(workload)}</code> is not in ${reader.opened.sample === null ? 'what is open' : 'this sample'}` : 'No workload is chosen'}</h1>
        <p>The address holds the place, never the content: ${link(this, { view: 'start' }, 'open the export')} that has it, or ${link(this, { view: 'overview', workload: null, from: null, to: null }, 'look at all workloads')}.</p>
      </div>
    </main>`;
  }

  readonly #dismiss = (): void => this.reader.tell(null);

  readonly #help = (): void => (this.renderRoot as ShadowRoot).querySelector('dialog')?.showModal();

  readonly #switchShortcuts = (): void => {
    this.noShortcuts = !this.noShortcuts;
    remember('shortcuts', this.noShortcuts ? 'off' : 'on');
  };

  readonly #switchTheme = (): void => {
    const dark = this.theme ? this.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    this.theme = dark ? 'light' : 'dark';
    remember('theme', this.theme);
  };

  async #readSample(): Promise<void> {
    const sample = sampleNamed(this.sample);
    this.#sampleRead = sample.id;
    try {
      const input = await sampleInput(sample).finally(() => (this.#unpacking = false));
      if (this.#sampleRead === sample.id) await this.reader.openSample(input, sample.id);
    } catch (error) {
      this.reader.tell(`The sample could not be unpacked: ${reasonOf(error)}.`);
    }
  }

  #escape(): void {
    if (this.reader.reading) this.reader.cancel();
    else if ((this.#isDrawn('.hist') && this.#history.clear()) || (this.#isDrawn('.rail') && this.#rail.clear())) return;
    else if (this.place.view === 'history' || this.place.view === 'start') this.go({ view: 'overview', workload: null });
    else if (this.place.view !== 'overview') this.go({ view: 'history', from: null, to: null });
  }

  #isDrawn(selector: string): boolean {
    return this.renderRoot.querySelector(selector)?.checkVisibility() ?? false;
  }

  #readerChanged(): void {
    const { reading, overview } = this.reader;
    if (reading && !this.#progressTimer) {
      this.#progressTimer = setTimeout(() => {
        this.#showProgress = true;
        this.say(`Reading ${reading.inputs.map((input) => input.name).join(', ')}`);
      }, progressAfterMs);
    }
    if (!reading && this.#progressTimer) {
      this.#endProgress();
      this.#spoken = this.reader.trouble ?? (overview ? announcement(this.reader.workloads, overview.diagnosticCount) : '');
    }
    this.requestUpdate();
  }

  #endProgress(): void {
    clearTimeout(this.#progressTimer);
    this.#progressTimer = undefined;
    this.#showProgress = false;
  }

  readonly #onKey = (event: KeyboardEvent): void => this.handleKey(event);

  /** On paper nothing can be opened or scrolled. A browser does not wait for the next update before it prints. */
  readonly #onPrint = (event: Event): void => {
    const printing = event.type === 'change' ? this.#print!.matches : event.type === 'beforeprint';
    if (printing === this.printing) return;
    this.printing = printing;
    this.performUpdate();
    if (printing) return;
    for (const details of this.#unfolded) details.open = false;
    this.#unfolded = [];
  };

  /** Opens what is folded, also what came only after the printing began. */
  #unfold(): void {
    for (const details of this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open], .lazy)')) {
      details.open = true;
      this.#unfolded.push(details);
    }
  }

  readonly #onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files') && !event.dataTransfer?.types.includes('text/plain')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#setDragged(true);
  };

  readonly #onDragEnd = (event: DragEvent): void => {
    if (!this.contains(event.relatedTarget as Node | null)) this.#setDragged(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.#setDragged(false);
    if (!event.dataTransfer) return;
    const text = event.dataTransfer.files.length === 0 ? event.dataTransfer.getData('text/plain') : '';
    if (text.trim() !== '') this.openText(text);
    else void this.#take(droppedInputs(event.dataTransfer));
  };

  #setDragged(dragged: boolean): void {
    if (this.#dragged === dragged) return;
    this.#dragged = dragged;
    this.requestUpdate();
  }
}

function announcement(workloads: Workload[], diagnostics: number): string {
  return `${count(workloads.length, 'workload')} read${diagnostics > 0 ? `, ${count(diagnostics, 'note')} on reading` : ''}.`;
}
