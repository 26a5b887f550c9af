import { initSync, Session } from 'rollscope-wasm';
import type { Progress } from '../core/answers.ts';
import type { Calls, Input, Method, Reading, Reply, Request } from './protocol.ts';

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
};

async function read(inputs: Input[], add: boolean, report: (progress: Reading) => void): Promise<void> {
  if (!add) {
    session?.free();
    session = undefined;
  }
  session ??= new Session();
  await load(session, inputs, report);
  parse(session, report);
}

async function load(session: Session, inputs: Input[], report: (progress: Reading) => void): Promise<void> {
  const bytesTotal = inputs.reduce((sum, input) => sum + input.data.size, 0);
  let bytes = 0;
  for (const { name, data } of inputs) {
    session.begin(name);
    const reader = data.stream().getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      session.feed(chunk.value);
      bytes += chunk.value.byteLength;
      report({ phase: 'load', bytes, bytesTotal, objects: 0, name });
    }
    session.end();
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
    post({ id, error: error instanceof Error ? error.message : String(error), crashed: error instanceof WebAssembly.RuntimeError });
  }
});
