import { defineConfig } from 'vite';
import { bundled } from './build/bundled.ts';
import { oneFile } from './build/one-file.ts';
import { packed } from './build/packed.ts';
import { wasm } from './build/wasm.ts';

export default defineConfig({
  plugins: [wasm(), packed(), bundled(), oneFile('rollscope.html')],
  // Everything is in the one page, so nothing is copied beside it.
  publicDir: false,
  build: { target: 'es2022', modulePreload: false, reportCompressedSize: true, chunkSizeWarningLimit: 2000 },
});
