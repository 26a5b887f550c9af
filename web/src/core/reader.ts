import type { Diff, History, Overview, Revision, Undo, Workload } from './answers.ts';
import { count } from '../parts/text.ts';
import type { Side } from '../place.ts';
import { Cancelled, Crashed, NotStarted, type Client } from '../worker/client.ts';
import type { Input, Questions, Reading, Unread } from '../worker/protocol.ts';

/** What is open, or being read. */
export interface Opened {
  inputs: Input[];
  /** Which of the recorded samples it is; none for the user's own files. */
  sample: string | null;
}

/** An answer is fetched in pages of this size, so that no single message grows without bound. */
const pageSize = 2000;

/** More notes than these about what could not be read are counted. */
const listed = 3;

const nothing: Opened = { inputs: [], sample: null };

type Asked = Exclude<keyof Questions, 'overview'>;

/** Not one of the files could be read. */
class Unreadable extends Error {}

function unreadNote({ name }: Input, { bytes, reason }: Unread): string {
  return bytes > 0 ? `${name} was read up to its byte ${bytes}: ${reason}.` : `${name} could not be read: ${reason}.`;
}

function inShort(notes: string[]): string {
  const more = notes.length - listed;
  return [...notes.slice(0, listed), ...(more > 0 ? [`${count(more, 'more note')} like ${more === 1 ? 'this' : 'these'}.`] : [])].join(' ');
}

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
  /** The histories that were asked for in this edition, by workload: several views show the same one. */
  #histories = new Map<string, Promise<History>>();
  /** Questions that made the core trap: asked again after the restart, they would do so again and again. */
  #fatal = new Map<string, string>();
  /** While nobody looks there is no worker; this ends when somebody does again. */
  #asleep: { until: Promise<void>; wake: () => void } | null = null;

  constructor(
    private readonly client: Client,
    private readonly changed: () => void,
  ) {}

  /** Reads the user's own files: beside those that are open or being read, in place of a sample. Tells whether they were read. `notes` say what could not be had of them. */
  openFiles(inputs: Input[], notes: string[] = []): Promise<boolean> {
    const { inputs: held, sample } = this.reading ?? this.opened;
    const add = sample === null && held.length > 0;
    return this.#open({ inputs: add ? [...held, ...inputs] : inputs, sample: null }, add && !this.reading ? inputs : null, notes);
  }

  /** Reads a recorded sample in place of what is open. */
  openSample(input: Input, sample: string): Promise<boolean> {
    return this.#open({ inputs: [input], sample }, null, []);
  }

  /** Tells the user what went wrong. */
  tell(trouble: string | null): void {
    this.trouble = trouble;
    this.changed();
  }

  /** Ends the worker until `wake`: nobody looks. */
  sleep(): void {
    if (this.#asleep) return;
    let wake!: () => void;
    const until = new Promise<void>((resolve) => (wake = resolve));
    this.#asleep = { until, wake };
    this.client.stop();
  }

  /** Reads again what was open, or being read, when it fell asleep. */
  wake(): void {
    const asleep = this.#asleep;
    if (!asleep) return;
    this.#asleep = null;
    asleep.wake();
    if (!this.reading && this.opened.inputs.length > 0) void this.#read(this.opened, null, this.opened, []);
  }

  #open(next: Opened, more: Input[] | null, notes: string[]): Promise<boolean> {
    // What is being read already cannot be taken back inside the core; its memory goes with its worker.
    if (this.reading) this.client.stop();
    this.trouble = null;
    this.#fatal.clear();
    return this.#read(next, this.client.life === this.#life ? more : null, this.opened, notes);
  }

  /** Ends reading and goes back to what was open before. */
  cancel(): void {
    if (this.reading) this.client.stop(new Cancelled('cancelled'));
  }

  /** The history of a workload, asked for once in an edition. */
  history(id: string): Promise<History> {
    const { edition } = this;
    const asked = this.#histories.get(id);
    if (asked) return asked;
    const history = this.#history(id);
    this.#histories.set(id, history);
    // A failure is not kept, so that the next question is one.
    history.catch(() => edition === this.edition && this.#histories.delete(id));
    return history;
  }

  async #history(id: string): Promise<History> {
    const history = await this.#ask<History>('history', [id, 0, pageSize]);
    const rest = await this.#rest<Revision>(history.revisionCount, async (offset) => (await this.#ask<History>('history', [id, offset, pageSize])).revisions);
    return { ...history, revisions: [...history.revisions, ...rest] };
  }

  diff(id: string, from: Side, to: Side): Promise<Diff> {
    return this.#ask('diff', [id, String(from), String(to)]);
  }

  /** What an undo to a revision would do; 0 is the revision before. */
  undo(id: string, revision: number): Promise<Undo> {
    return this.#ask('undo', [id, revision]);
  }

  /** A revision as kubectl prints it. */
  describe(id: string, revision: number): Promise<string> {
    return this.#ask('describe', [id, String(revision)]);
  }

  /** The template of a revision as YAML, or the workload as it was exported. */
  manifest(id: string, side: Side): Promise<string> {
    return this.#ask('manifest', [id, String(side)]);
  }

  /** Reads `more` beside what the worker holds, or without it all of `next`. If that fails, `before` is what is open again. */
  async #read(next: Opened, more: Input[] | null, before: Opened, notes: string[]): Promise<boolean> {
    const turn = ++this.#turn;
    const reading: NonNullable<typeof this.reading> = { ...next, progress: null };
    this.reading = reading;
    this.changed();
    try {
      if (this.#asleep) throw new Cancelled('cancelled');
      const unread = await this.client.call('read', [more ?? next.inputs, more !== null], (progress) => {
        reading.progress = progress;
        this.changed();
      });
      const inputs = more ?? next.inputs;
      // Of a file that was read in part, what was read is shown.
      const lost = unread.filter(({ bytes }) => bytes === 0).map(({ index }) => inputs[index]!);
      const all = [...unread.map((one) => unreadNote(inputs[one.index]!, one)), ...notes];
      if (lost.length === inputs.length) throw new Unreadable(inShort(all));
      if (reading.progress) reading.progress = { ...reading.progress, phase: 'look', bytes: reading.progress.bytesTotal };
      this.changed();
      await this.#look();
      if (turn !== this.#turn) return false;
      this.opened = { ...next, inputs: next.inputs.filter((input) => !lost.includes(input)) };
      this.#life = this.client.life;
      this.reading = null;
      this.#nextEdition();
      if (all.length > 0) this.trouble = inShort(all);
      this.changed();
      return true;
    } catch (error) {
      if (turn !== this.#turn) return false;
      if (this.#asleep) {
        await this.#asleep.until;
        return turn === this.#turn && this.#read(next, null, before, notes);
      }
      this.reading = null;
      // The worker still holds what it was to add these to.
      if (error instanceof Unreadable && more) this.tell(error.message);
      else await this.#goBack(error as Error, next, before, notes);
      return false;
    }
  }

  #nextEdition(): void {
    this.edition += 1;
    this.#histories.clear();
  }

  async #look(): Promise<void> {
    const overview = await this.#plain<Overview>('overview', [0, pageSize]);
    const rest = await this.#rest<Workload>(overview.workloadCount, async (offset) => (await this.#plain<Overview>('overview', [offset, pageSize])).workloads);
    this.overview = overview;
    this.workloads = [...overview.workloads, ...rest];
  }

  /** After a cancel or a crash the worker knows nothing: what was open is read again. */
  async #goBack(error: Error, failed: Opened, before: Opened, notes: string[]): Promise<void> {
    const again = before.inputs.length > 0 && before !== failed;
    const name = failed.inputs.length === 1 ? failed.inputs[0]!.name : `${failed.inputs.length} files`;
    const trouble =
      error instanceof Cancelled
        ? again
          ? 'Reading was cancelled. What was open before is shown.'
          : 'Reading was cancelled.'
        : error instanceof Crashed
          ? `The reader stopped while it read ${name} (${error.message}). It was started again.`
          : error instanceof NotStarted
            ? `The reader cannot be started here (${error.message}). It needs WebAssembly and a worker, which a page can forbid: its policy must have "worker-src blob:" and "script-src 'wasm-unsafe-eval'".`
            : error instanceof Unreadable
              ? error.message
              : inShort([`${name} could not be read: ${error.message}.`, ...notes]);
    if (!again) {
      this.opened = nothing;
      this.overview = null;
      this.workloads = [];
      this.#nextEdition();
    } else {
      // If not even that can be read, that is what there is to tell.
      if (!(await this.#read(before, null, before, []))) return;
    }
    this.tell(trouble);
  }

  /** Asks, and after a crash starts again with what is open, so that the next question has an answer. */
  async #ask<T>(method: Asked, args: (string | number)[]): Promise<T> {
    const question = JSON.stringify([method, ...args]);
    const fatal = this.#fatal.get(question);
    if (fatal) throw new Error(fatal);
    await this.#asleep?.until;
    try {
      // A worker that ended while nothing was asked of it has taken with it what was read.
      if (this.client.life !== this.#life && !this.reading) throw new Crashed('the worker ended');
      return method === 'describe' || method === 'manifest' ? ((await this.client.call(method, args as never)) as T) : await this.#plain<T>(method, args);
    } catch (error) {
      if (error instanceof Crashed && error.guilty) this.#fatal.set(question, error.message);
      if (error instanceof Crashed && !this.reading) {
        this.trouble = `The reader stopped (${error.message}). It was started again with what is open.`;
        const opened = this.opened;
        void this.#read(opened, null, opened, []);
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
