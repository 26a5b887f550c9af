import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const bindings = fileURLToPath(new URL('../wasm/rollscope_wasm.js', import.meta.url));
const binary = fileURLToPath(new URL('../wasm/rollscope_wasm_bg.wasm', import.meta.url));

/**
 * Gives the core to the page: `rollscope-wasm` is its bindings, `rollscope-wasm/binary` its bytes.
 * Both come from `cargo xtask build`, and without them nothing can be built.
 */
export function wasm(): Plugin {
  return {
    name: 'rollscope-wasm',
    enforce: 'pre',
    resolveId(id) {
      if (id !== 'rollscope-wasm') return null;
      if (!existsSync(bindings) || !existsSync(binary)) {
        throw new Error('web/wasm holds no rollscope_wasm.js and rollscope_wasm_bg.wasm: run cargo xtask build');
      }
      return bindings;
    },
  };
}

/** Where the binary lies. */
export const wasmBinary = binary;
