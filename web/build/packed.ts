import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { wasmBinary } from './wasm.ts';

const prefix = 'packed:';

/** `import text from 'packed:x.yaml'` gives a file, named from this folder, as gzip in base64; `packed:wasm` gives the core. */
export function packed(): Plugin {
  let root = '';
  return {
    name: 'rollscope-packed',
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : null;
    },
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const name = id.slice(prefix.length + 1);
      const path = name === 'wasm' ? wasmBinary : resolve(root, name);
      this.addWatchFile(path);
      const bytes = gzipSync(readFileSync(path), { level: 9 });
      return `export default ${JSON.stringify(bytes.toString('base64'))};`;
    },
  };
}
