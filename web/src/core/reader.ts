import type { Diff, History, Overview, Revision, Undo, Workload } from './answers.ts';
import { Cancelled, Crashed, type Client } from '../worker/client.ts';
import type { Input, Reading } from '../worker/protocol.ts';

/** What is open, or being read. */
export interface Opened {
  inputs: Input[];
  /** Which of the recorded samples it is; none for the user's own files. */
  sample: string | null;
}

/** An answer is fetched in pages of this size, so that no single message grows without bound. */
const pageSize = 2000;

const nothing: Opened = { inputs: [], sample: null };

/** Holds what was read, and asks the worker about it. */
export class Reader {
  /** What the answers are about. */
  opened: Opened = nothing;
  /** What is being read now, if something is. */
  reading: (Opened & { progress: Reading | null }) | null = null;
  overview: Overview | null = null;
  /** All workloads, of which `overview` holds the first page. */
  workloads: Workload[] = [];
  /** What went wrong with reading as a whole, or a note of what was done about it. */
  trouble: string | null = null;
  /** Grows with every reading: an answer belongs to one of them. */
  edition = 0;

  #turn = 0;
  /** The life of the worker that holds what is open. */
  #life = 0;
  /** Questions that made the core trap: asked again after the restart, they would do so again and again. */
  #fatal = new Map<string, string>();

  constructor(
    private readonly client: Client,
    private readonly changed: () => void,
  ) {}

  /** Reads files, beside what is open or in its place, and tells whether they were read. */
  async open(inputs: Input[], options: { add?: boolean; sample?: string | null } = {}): Promise<boolean> {
    const add = Boolean(options.add) && this.opened.inputs.length > 0;
    const before = this.opened;
    // What is being read already cannot be taken back inside the core; its memory goes with its worker.
    if (this.reading) this.client.stop();
    const next: Opened = { inputs: add ? [...before.inputs, ...inputs] : inputs, sample: options.sample ?? null };
    const fresh = add && !this.reading ? inputs : next.inputs;
    this.trouble = null;
    this.#fatal.clear();
    return this.#read(next, fresh, add && !this.reading, before);
  }

  /** Ends reading and goes back to what was open before. */
  cancel(): void {
    if (this.reading) this.client.stop(new Cancelled('cancelled'));
  }

  async history(id: string): Promise<History> {
    const history = await this.#ask<History>('history', [id, 0, pageSize]);
    const rest = await this.#rest<Revision>(history.revisionCount, async (offset) => (await this.#ask<History>('history', [id, offset, pageSize])).revisions);
    return { ...history, revisions: [...history.revisions, ...rest] };
  }

  diff(id: string, from: number, to: number): Promise<Diff> {
    return this.#ask('diff', [id, from, to]);
  }

  undo(id: string, revision: number): Promise<Undo> {
    return this.#ask('undo', [id, revision]);
  }

  async #read(next: Opened, inputs: Input[], add: boolean, before: Opened): Promise<boolean> {
    const turn = ++this.#turn;
    const reading: NonNullable<typeof this.reading> = { ...next, progress: null };
    this.reading = reading;
    this.changed();
    try {
      await this.client.call('read', [inputs, add], (progress) => {
        reading.progress = progress;
        this.changed();
      });
      if (reading.progress) reading.progress = { ...reading.progress, phase: 'look', bytes: reading.progress.bytesTotal };
      this.changed();
      await this.#look();
      if (turn !== this.#turn) return false;
      this.opened = next;
      this.#life = this.client.life;
      this.reading = null;
      this.edition += 1;
      this.changed();
      return true;
    } catch (error) {
      if (turn !== this.#turn) return false;
      this.reading = null;
      await this.#goBack(error as Error, next, before);
      return false;
    }
  }

  async #look(): Promise<void> {
    const overview = await this.#plain<Overview>('overview', [0, pageSize]);
    const rest = await this.#rest<Workload>(overview.workloadCount, async (offset) => (await this.#plain<Overview>('overview', [offset, pageSize])).workloads);
    this.overview = overview;
    this.workloads = [...overview.workloads, ...rest];
  }

  /** After a cancel or a crash the worker knows nothing: what was open is read again. */
  async #goBack(error: Error, failed: Opened, before: Opened): Promise<void> {
    const again = before.inputs.length > 0 && before !== failed;
    const name = failed.inputs.length === 1 ? failed.inputs[0]!.name : `${failed.inputs.length} files`;
    const trouble =
      error instanceof Cancelled
        ? again
          ? 'Reading was cancelled. What was open before is shown.'
          : 'Reading was cancelled.'
        : error instanceof Crashed
          ? `The reader stopped while it read ${name} (${error.message}). It was started again.`
          : `${name} could not be read: ${error.message}.`;
    if (!again) {
      this.opened = nothing;
      this.overview = null;
      this.workloads = [];
      this.edition += 1;
    } else {
      await this.#read(before, before.inputs, false, before);
    }
    this.trouble = trouble;
    this.changed();
  }

  /** Asks, and after a crash starts again with what is open, so that the next question has an answer. */
  async #ask<T>(method: 'history' | 'diff' | 'undo', args: [string, number, number] | [string, number]): Promise<T> {
    const question = JSON.stringify([method, ...args]);
    const fatal = this.#fatal.get(question);
    if (fatal) throw new Error(fatal);
    try {
      // A worker that ended while nothing was asked of it has taken with it what was read.
      if (this.client.life !== this.#life && !this.reading) throw new Crashed('the worker ended');
      return await this.#plain<T>(method, args);
    } catch (error) {
      if (error instanceof Crashed && error.guilty) this.#fatal.set(question, error.message);
      if (error instanceof Crashed && !this.reading) {
        this.trouble = `The reader stopped (${error.message}). It was started again with what is open.`;
        const opened = this.opened;
        void this.#read(opened, opened.inputs, false, opened);
      }
      throw error;
    }
  }

  async #plain<T>(method: 'overview' | 'history' | 'diff' | 'undo', args: unknown[]): Promise<T> {
    return JSON.parse(await this.client.call(method, args as never)) as T;
  }

  async #rest<T>(count: number, page: (offset: number) => Promise<T[]>): Promise<T[]> {
    const all: T[] = [];
    while (pageSize + all.length < count) {
      const rows = await page(pageSize + all.length);
      if (rows.length === 0) break;
      all.push(...rows);
    }
    return all;
  }
}
