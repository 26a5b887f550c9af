import code from 'bundled:src/worker/worker.ts';
import packedWasm from 'packed:wasm';
import { unpack } from '../core/unpack.ts';

let wasm: Promise<ArrayBuffer> | undefined;

/** The bytes of the core, unpacked once; a failure is not kept, so that the next try is one. */
export function wasmBytes(): Promise<ArrayBuffer> {
  wasm ??= unpack(packedWasm)
    .then((blob) => blob.arrayBuffer())
    .catch((error: unknown) => {
      wasm = undefined;
      throw error;
    });
  return wasm;
}

let workerUrl: string | undefined;

/** Starts a worker from the text of its script: from a page that was opened as a file, nothing else is allowed. */
export function startWorker(): Worker {
  workerUrl ??= trusted(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  return new Worker(workerUrl);
}

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

/** The policy of the page wants addresses of scripts to come from one place: this one, which is asked for the worker's alone. */
function trusted(url: string): string {
  const rules: ScriptUrlPolicy = { createScriptURL: (address) => address };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return (trustedTypes?.createPolicy('rollscope-worker', rules) ?? rules).createScriptURL(url);
}
