import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { createServer } from 'vite';

test('importing the element where there is no page does not fail', async () => {
  const server = await createServer({ root: fileURLToPath(new URL('..', import.meta.url)), server: { middlewareMode: true, ws: false }, logLevel: 'error' });
  try {
    const { RollscopeViewer } = await server.ssrLoadModule('/src/element/viewer.ts');
    expect(RollscopeViewer.observedAttributes).toEqual(['view', 'workload', 'from', 'to', 'sample', 'layout', 'theme']);
  } finally {
    await server.close();
  }
});
