import { writeFileSync } from 'node:fs';
import { drop, expect, openPage, recorded, settled, shows, test } from './page.ts';

/** A large export: the recorded cluster of 28 workloads over and over, each time in other namespaces. */
function large(megabytes: number): string {
  const one = Buffer.from(recorded('kubernetes-1.20.2/11-many-workloads/snap-01-all-namespaces/all.yaml').content).toString();
  const times = Math.ceil((megabytes * 1e6) / one.length);
  return Array.from({ length: times }, (_, index) => one.replaceAll(/namespace: (\w+)$/gm, `namespace: $1-${index}`)).join('---\n');
}

test('shows how far reading has come, and can be cancelled', async ({ page, viewer }, info) => {
  const path = info.outputPath('large.yaml');
  writeFileSync(path, large(40));
  await viewer.getByRole('link', { name: 'Open your own' }).click();
  const chooser = page.waitForEvent('filechooser');
  await viewer.getByRole('button', { name: 'Open files' }).click();
  await (await chooser).setFiles(path);
  await expect(viewer.getByRole('heading', { name: 'Reading large.yaml' })).toBeVisible();
  await expect(viewer.getByRole('progressbar')).toBeVisible();
  await expect(viewer.locator('.prog')).toContainText(/\d+ of 4\d MB\s+\d+%/);
  await viewer.getByRole('button', { name: 'Cancel' }).click();
  await expect(viewer.getByRole('alert')).toContainText('Reading was cancelled. What was open before is shown.');
  await expect(viewer.locator('.top .source')).toContainText('stuck-deployment.yaml');

  // The page works as before.
  await viewer.getByRole('link', { name: 'Back to what is open' }).click();
  await expect(viewer.locator('table.hist tbody tr')).toHaveCount(3);
  await drop(page, { ...recorded('kubernetes-1.20.2/03-statefulset/snap-05-stuck-bad-image/all.yaml'), name: 'statefulset.yaml' });
  await shows(page, 'statefulset.yaml');
  await settled(page);
  await expect(viewer.locator('.rail')).toContainText('state/web');
});

test('reads a large export to its end', async ({ page, viewer }, info) => {
  const path = info.outputPath('large.yaml');
  writeFileSync(path, large(13));
  await viewer.getByRole('link', { name: 'Open your own' }).click();
  const chooser = page.waitForEvent('filechooser');
  await viewer.getByRole('button', { name: 'Open files' }).click();
  const start = Date.now();
  await (await chooser).setFiles(path);
  await expect(viewer.locator('.top .source')).toContainText('large.yaml', { timeout: 20_000 });
  await settled(page);
  console.log(`an export of 13 MB is on screen after ${Date.now() - start} ms`);
  await expect(viewer.locator('.top .source')).toContainText('280 workloads');
});

test('asks the reader for a history once, however many views show it', async ({ page }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message: { method: string }) {
      asked.push(message.method);
      post.call(this, message);
    };
    Object.assign(window, { asked });
  });
  const histories = (): Promise<number> => page.evaluate(() => (window as unknown as { asked: string[] }).asked.filter((method) => method === 'history').length);
  await openPage(page);
  await page.getByRole('link', { name: 'Diff 2..3' }).click();
  await expect(page.locator('.chg-row')).toContainText('image');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.locator('table.hist')).toBeVisible();
  expect(await histories()).toBe(1);
  // What is read now is asked about anew.
  await drop(page, recorded('kubernetes-1.20.2/03-statefulset/snap-05-stuck-bad-image/all.yaml'));
  await shows(page, 'all.yaml');
  await expect(page.locator('.rail')).toContainText('state/web');
  expect(await histories()).toBe(2);
});

test('starts the reader again when it stops by itself', async ({ page, viewer }) => {
  // Playwright may hear of the worker only after the page has its first answer.
  await expect.poll(() => page.workers().length).toBe(1);
  await page.workers()[0]!.evaluate(() => void setTimeout(() => {
    throw new Error('stopped on purpose');
  }));
  // A question finds out that the worker is gone; while the export is read again there is no link to ask with.
  await viewer.getByRole('link', { name: 'Diff 2..3' }).click();
  await expect(viewer.getByRole('alert')).toContainText('The reader stopped');
  await expect(viewer.locator('.chg-row')).toContainText('image');
  await viewer.getByRole('button', { name: 'Dismiss' }).click();
  await expect(viewer.getByRole('alert')).toHaveCount(0);
});
