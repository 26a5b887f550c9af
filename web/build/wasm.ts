import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const bindings = fileURLToPath(new URL('../wasm/rollscope_wasm.js', import.meta.url));
/** The binary of the core. */
export const wasmBinary = fileURLToPath(new URL('../wasm/rollscope_wasm_bg.wasm', import.meta.url));

/**
 * Gives the core to the page: `rollscope-wasm` is its bindings; packed.ts takes the bytes.
 * Both come from `cargo xtask build`, and without them nothing can be built.
 */
export function wasm(): Plugin {
  return {
    name: 'rollscope-wasm',
    enforce: 'pre',
    buildStart() {
      if (existsSync(bindings) && existsSync(wasmBinary)) return;
      this.error('web/wasm holds no core yet: run `cargo xtask build`, which builds it and then the page');
    },
    resolveId(id) {
      return id === 'rollscope-wasm' ? bindings : null;
    },
  };
}
