import { fileURLToPath } from 'node:url';
import { test as plain } from '@playwright/test';
import { createServer } from 'vite';
import { drop, expect, openPage, recorded, shows, test } from './page.ts';

plain('importing the element where there is no page does not fail', async () => {
  const server = await createServer({ root: fileURLToPath(new URL('..', import.meta.url)), server: { middlewareMode: true, ws: false }, logLevel: 'error' });
  try {
    const { RollscopeViewer } = await server.ssrLoadModule('/src/element/viewer.ts');
    expect(RollscopeViewer.observedAttributes).toEqual(['view', 'workload', 'from', 'to', 'sample', 'layout', 'theme', 'no-shortcuts']);
  } finally {
    await server.close();
  }
});

test('an element that is removed keeps no worker, and is as before when it is put back', async ({ page, viewer }) => {
  await drop(page, { ...recorded('kubernetes-1.20.2/03-statefulset/snap-05-stuck-bad-image/all.yaml'), name: 'statefulset.yaml' });
  await shows(page, 'statefulset.yaml');
  await expect.poll(() => page.workers().length).toBe(1);
  const element = await page.evaluateHandle(() => {
    const element = document.querySelector('rollscope-viewer')!;
    element.remove();
    return element;
  });
  await expect.poll(() => page.workers().length).toBe(0);
  await element.evaluate((element) => document.body.append(element));
  await shows(page, 'statefulset.yaml');
  await expect.poll(() => page.workers().length).toBe(1);
  await page.keyboard.press('u');
  await expect(viewer.getByRole('radiogroup')).toBeVisible();
  await expect(viewer.getByRole('alert')).toHaveCount(0);
});

test('an element that is removed while it reads goes on when it is put back', async ({ page, viewer }) => {
  await expect.poll(() => page.workers().length).toBe(1);
  const removed = page.evaluateHandle(
    () =>
      new Promise<Element>((resolve) => {
        const element = document.querySelector('rollscope-viewer')!;
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message: { method: string }) {
          post.call(this, message);
          if (message.method !== 'read') return;
          Worker.prototype.postMessage = post;
          element.remove();
          resolve(element);
        };
      }),
  );
  await drop(page, { ...recorded('kubernetes-1.20.2/11-many-workloads/snap-01-all-namespaces/all.yaml'), name: 'many.yaml' });
  const element = await removed;
  await expect.poll(() => page.workers().length).toBe(0);
  await element.evaluate((element) => document.body.append(element));
  await shows(page, 'many.yaml');
  await expect(viewer).not.toContainText('Sample:');
  await expect(viewer.getByRole('alert')).toHaveCount(0);
});

test('an element that is moved keeps its worker', async ({ page }) => {
  await openPage(page);
  await expect.poll(() => page.workers().length).toBe(1);
  const [worker] = page.workers();
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('div'), { id: 'other' })));
  await page.evaluate(() => document.querySelector('#other')!.append(document.querySelector('rollscope-viewer')!));
  await page.keyboard.press('d');
  await expect(page.locator('.chg-row')).toContainText('image');
  await expect.poll(() => page.workers()).toEqual([worker]);
  // One that had ended would not answer.
  expect(await worker!.evaluate(() => 'alive')).toBe('alive');
});
