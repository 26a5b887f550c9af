import { resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { wasm } from './wasm.ts';

const prefix = 'bundled:';

/**
 * `import code from 'bundled:src/worker/worker.ts'` gives that file with all it imports as the text of a classic script.
 * A page opened from a file can start a worker only from such a text: addresses of files and module workers are refused there.
 */
export function bundled(): Plugin {
  let root = '';
  return {
    name: 'rollscope-bundled',
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : null;
    },
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const entry = resolve(root, id.slice(prefix.length + 1));
      const result = (await build({
        root,
        configFile: false,
        logLevel: 'warn',
        plugins: [wasm()],
        build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
      })) as Rolldown.RolldownOutput;
      const chunks = result.output.filter((file) => file.type === 'chunk');
      if (chunks.length !== 1 || result.output.length !== 1) throw new Error(`${entry} must become one script`);
      for (const module of chunks[0]!.moduleIds) this.addWatchFile(module);
      return `export default ${JSON.stringify(chunks[0]!.code)};`;
    },
  };
}
