import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** The policy of the page. What it forbids is proven in tests/policy.spec.ts. */
function policy(scriptHash: string): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "style-src 'none'",
    'img-src data:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html rollscope-worker',
  ].join('; ');
}

/** Puts the script into the page, with the policy that admits exactly this script, and writes both as one file. */
export function oneFile(name: string): Plugin {
  return {
    name: 'rollscope-one-file',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const pages = Object.values(bundle).filter((file) => file.type === 'asset' && file.fileName.endsWith('.html'));
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const [page] = pages;
      const [chunk] = chunks;
      if (pages.length !== 1 || chunks.length !== 1 || page?.type !== 'asset' || chunk?.type !== 'chunk') {
        throw new Error(`the build must give one page and one script, not ${Object.keys(bundle).join(', ')}`);
      }
      const code = chunk.code.trim();
      if (/<\/?script/i.test(code)) throw new Error('the script holds the text of a script tag and cannot stand inside one');
      const hash = createHash('sha256').update(code, 'utf8').digest('base64');
      const html = String(page.source)
        .replace(/<script type="module"[^>]*><\/script>\s*/, '')
        .replace('<meta charset="utf-8">', (meta) => `${meta}\n<meta http-equiv="Content-Security-Policy" content="${policy(hash)}">`)
        .replace('</body>', () => `<script type="module">${code}</script>\n</body>`);
      delete bundle[page.fileName];
      delete bundle[chunk.fileName];
      this.emitFile({ type: 'asset', fileName: name, source: html });
    },
  };
}
