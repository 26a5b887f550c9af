import { initSync, Session } from 'rollscope-wasm';
import type { Progress } from '../core/answers.ts';
import { reasonOf } from '../parts/reason.ts';
import type { Calls, Input, Method, Reading, Reply, Request, Unread } from './protocol.ts';

/** Time that one step may take: short enough for a smooth bar, long enough that its cost is lost in the work. */
const stepMs = 24;
const reportMs = 60;

let session: Session | undefined;

function opened(): Session {
  if (!session) throw new Error('nothing was read yet');
  return session;
}

type Handlers = { [M in Method]: (report: (progress: Reading) => void, ...args: Parameters<Calls[M]>) => unknown };

const handlers: Handlers = {
  start: (_report, wasm) => void initSync({ module: wasm }),
  read: (report, inputs, add) => read(inputs, add, report),
  overview: (_report, ...args) => opened().overview(...args),
  history: (_report, ...args) => opened().history(...args),
  diff: (_report, ...args) => opened().diff(...args),
  undo: (_report, ...args) => opened().undo(...args),
  describe: (_report, ...args) => opened().describe(...args),
  manifest: (_report, ...args) => opened().manifest(...args),
};

async function read(inputs: Input[], add: boolean, report: (progress: Reading) => void): Promise<Unread[]> {
  if (!add) {
    session?.free();
    session = undefined;
  }
  session ??= new Session();
  const unread = await load(session, inputs, report);
  parse(session, report);
  return unread;
}

async function load(session: Session, inputs: Input[], report: (progress: Reading) => void): Promise<Unread[]> {
  const bytesTotal = inputs.reduce((sum, input) => sum + input.data.size, 0);
  const unread: Unread[] = [];
  let bytes = 0;
  for (const [index, { name, data }] of inputs.entries()) {
    const start = bytes;
    const reader = data.stream().getReader();
    // A file that cannot be read, such as one that was removed since it was chosen, does not keep the others from being read.
    const next = (): ReturnType<typeof reader.read> =>
      reader.read().catch(async (error: unknown) => {
        unread.push({ index, bytes: bytes - start, reason: reasonOf(await causeOf(error, data)) });
        return { done: true, value: undefined };
      });
    let chunk = await next();
    if (unread.at(-1)?.index === index) continue;
    session.begin(name);
    for (; !chunk.done; chunk = await next()) {
      session.feed(chunk.value);
      bytes += chunk.value.byteLength;
      report({ phase: 'load', bytes, bytesTotal, objects: 0, name });
    }
    session.end();
  }
  return unread;
}

/** A stream of a file fails without saying why. Asked for its first byte, a browser says so, or gives none of a file that is gone. */
async function causeOf(error: unknown, data: Blob): Promise<unknown> {
  try {
    const first = await data.slice(0, 1).arrayBuffer();
    return first.byteLength === 0 ? new DOMException('', 'NotFoundError') : error;
  } catch (cause) {
    return cause;
  }
}

/** The budget of a step is in bytes, its limit in time: it follows the speed of this machine. */
function parse(session: Session, report: (progress: Reading) => void): void {
  let budget = 1 << 17;
  for (;;) {
    const start = performance.now();
    const progress = JSON.parse(session.step(budget)) as Progress;
    if (progress.done) return;
    report({ phase: 'read', bytes: progress.bytesRead, bytesTotal: progress.bytesTotal, objects: progress.objects, name: '' });
    const spent = performance.now() - start;
    budget = Math.round(Math.min(Math.max(budget * Math.min(stepMs / Math.max(spent, 1), 4), 1 << 14), 1 << 26));
  }
}

function post(reply: Reply): void {
  self.postMessage(reply);
}

self.addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  const { id, method, args } = data;
  let reported = performance.now();
  const report = (progress: Reading): void => {
    if (performance.now() - reported < reportMs) return;
    reported = performance.now();
    post({ id, progress });
  };
  try {
    const handler = handlers[method] as (report: (progress: Reading) => void, ...args: unknown[]) => unknown;
    post({ id, result: await handler(report, ...args) });
  } catch (error) {
    post({ id, error: reasonOf(error), crashed: error instanceof WebAssembly.RuntimeError });
  }
});
