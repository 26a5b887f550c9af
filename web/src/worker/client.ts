import { reasonOf } from '../parts/reason.ts';
import type { Calls, Method, Reading, Reply, Request } from './protocol.ts';

/** The worker was stopped on purpose while it worked. */
export class Cancelled extends Error {}

/** The worker ended by itself; a new one starts with the next call, and knows nothing of what was read. */
export class Crashed extends Error {
  constructor(
    message: string,
    /** Whether this very call made it end. */
    readonly guilty = false,
  ) {
    super(message);
  }
}

/** No worker could be started: the browser, or the policy of the page around the element, does not let it. */
export class NotStarted extends Error {}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
  progress?: ((progress: Reading) => void) | undefined;
}

/** Asks the worker, and starts it when there is none. */
export class Client {
  #worker: Worker | undefined;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #life = 0;

  constructor(
    private readonly start: () => Worker,
    private readonly wasm: () => Promise<ArrayBuffer>,
  ) {}

  /** Grows with every stop: the worker after it knows nothing of what was read before, and is not asked what was asked before. */
  get life(): number {
    return this.#life;
  }

  async call<M extends Method>(method: M, args: Parameters<Calls[M]>, progress?: (progress: Reading) => void): Promise<ReturnType<Calls[M]>> {
    const life = this.#life;
    if (!this.#worker) await this.#begin();
    if (life !== this.#life) throw new Cancelled('cancelled');
    return this.#send(method, args, progress) as Promise<ReturnType<Calls[M]>>;
  }

  /** Ends the worker at once, whatever it is doing: the way to cancel. */
  stop(reason: Error = new Cancelled('cancelled')): void {
    this.#life += 1;
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(reason);
  }

  async #begin(): Promise<void> {
    const life = this.#life;
    try {
      const wasm = await this.wasm();
      if (this.#worker || life !== this.#life) return;
      const worker = this.start();
      let started = false;
      this.#worker = worker;
      worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#receive(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        if (worker !== this.#worker) return;
        // A worker that is refused says no more than that.
        this.stop(started ? new Crashed(event.message || 'the worker ended') : new NotStarted(event.message || 'the worker was refused'));
      });
      await this.#send('start', [wasm]);
      started = true;
    } catch (error) {
      if (error instanceof Cancelled || error instanceof NotStarted) throw error;
      const failure = new NotStarted(reasonOf(error));
      // Whoever else waits for it would wait for ever.
      if (life === this.#life) this.stop(failure);
      throw failure;
    }
  }

  #send<M extends Method>(method: M, args: Parameters<Calls[M]>, progress?: (progress: Reading) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject, progress });
      this.#worker?.postMessage({ id, method, args } satisfies Request<M>);
    });
  }

  #receive(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if ('progress' in reply) return waiting.progress?.(reply.progress);
    this.#waiting.delete(reply.id);
    if ('result' in reply) return waiting.resolve(reply.result);
    if (!reply.crashed) return waiting.reject(new Error(reply.error));
    waiting.reject(new Crashed(reply.error, true));
    this.stop(new Crashed(reply.error));
  }
}
