import type { Locator } from '@playwright/test';
import { releases } from './made.ts';
import { drop, expect, go, openPage, recorded, settled, shows, test } from './page.ts';

const workload = 'deployment/web/nginx-deployment';

/** Waits until nothing is folded. */
async function unfolded(viewer: Locator): Promise<void> {
  await expect(viewer.locator('details')).not.toHaveCount(0);
  await expect(viewer.locator('details:not([open])')).toHaveCount(0);
}

test.describe('on paper', () => {
  test.use({ colorScheme: 'dark', viewport: { width: 720, height: 1000 } });

  for (const view of ['overview', 'history', 'diff', 'undo']) {
    test(`${view} has light colours, everything open, and no controls`, async ({ page, viewer }, info) => {
      await openPage(page, `#view=${view}&workload=${workload}`);
      await viewer.getByRole('button', { name: 'Light or dark' }).click();
      await viewer.getByRole('button', { name: 'Light or dark' }).click();
      await expect(viewer).toHaveAttribute('theme', 'dark');
      await page.emulateMedia({ media: 'print' });
      await expect.poll(() => viewer.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 255, 255)');
      await expect(viewer.getByRole('button')).toHaveCount(0);
      await expect(viewer.getByRole('checkbox')).toHaveCount(0);
      await expect(viewer.getByRole('navigation')).toHaveCount(0);
      await expect(viewer.locator('.top .source')).toContainText('stuck-deployment.yaml');
      if (view !== 'diff') await unfolded(viewer);
      await info.attach(`${view} on paper`, { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' });
      await page.emulateMedia({ media: 'screen' });
      await expect(viewer.locator('details[open]')).toHaveCount(0);
      await expect(viewer.getByRole('button', { name: 'Light or dark' })).toBeVisible();
    });
  }
});

test('opens on paper what came after the printing began', async ({ page, viewer }) => {
  await page.emulateMedia({ media: 'print' });
  await unfolded(viewer);
  await drop(page, { ...recorded('kubernetes-1.20.2/03-statefulset/snap-05-stuck-bad-image/all.yaml'), name: 'statefulset.yaml' });
  await shows(page, 'statefulset.yaml');
  await unfolded(viewer);
  await go(page, '#view=undo&workload=statefulset/state/web');
  await unfolded(viewer);
  await page.emulateMedia({ media: 'screen' });
  await expect(viewer.locator('details[open]')).toHaveCount(0);
});

test('prints all rows of a long list', async ({ page, viewer }) => {
  await drop(page, { name: 'long.yaml', content: releases(2, 700) });
  await shows(page, 'long.yaml');
  await go(page, '#view=diff&workload=deployment/shop/web&from=1&to=2');
  await expect.poll(() => viewer.locator('.chg-row').count()).toBeLessThan(200);
  // This is what a browser does when it prints: it does not wait for the next frame.
  const rows = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    return document.querySelector('rollscope-viewer')!.shadowRoot!.querySelectorAll('.chg-row').length;
  });
  expect(rows).toBe(701);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await settled(page);
  await expect.poll(() => viewer.locator('.chg-row').count()).toBeLessThan(200);
});
