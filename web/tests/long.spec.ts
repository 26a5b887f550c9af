import type { Locator } from '@playwright/test';
import { releases } from './made.ts';
import { drop, expect, go, shows, test, violations } from './page.ts';

function workloads(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const name = `w${String(index).padStart(5, '0')}`;
    return `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: shop, uid: d${index}}\nspec:\n  selector: {matchLabels: {app: ${name}}}\n  template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: a, image: "a:1"}]}}\n`;
  }).join('---\n');
}

async function scrollToEnd(list: Locator): Promise<void> {
  await list.evaluate((element) => {
    element.scrollTop = element.scrollHeight;
    element.scrollIntoView({ block: 'end' });
  });
}

/** Every row must have the height that the places of all others are reckoned with. */
async function heights(rows: Locator): Promise<number[]> {
  return rows.evaluateAll((rows) => [...new Set(rows.map((row) => Math.round(row.getBoundingClientRect().height)))]);
}

test('draws only what can be seen of 3,000 workloads', async ({ page, viewer }) => {
  await drop(page, { name: 'long.yaml', content: workloads(3000) });
  await shows(page, 'long.yaml');
  const rail = viewer.locator('.rail-in');
  await expect(rail).toContainText('shop/w00000');
  await expect.poll(() => viewer.locator('.wl').count()).toBeLessThan(120);
  await expect.poll(() => heights(viewer.locator('.wl'))).toEqual([28]);
  await scrollToEnd(rail);
  await expect(viewer.locator('.wl', { hasText: 'shop/w02999' })).toBeInViewport();
  await viewer.getByLabel('Filter workloads').fill('w01234');
  await expect(viewer.locator('.wl')).toHaveCount(1);
});

for (const width of [1280, 390]) {
  test(`draws only what can be seen of 900 revisions at ${width} px`, async ({ page, viewer }) => {
    await page.setViewportSize({ width, height: 800 });
    await drop(page, { name: 'long.yaml', content: releases(900, 0) });
    await shows(page, 'long.yaml');
    await go(page, '#view=history&workload=deployment/shop/web');
    const list = viewer.getByRole('region', { name: 'Revisions' });
    await expect(list.getByRole('table')).toHaveAttribute('aria-rowcount', '901');
    await expect.poll(() => list.locator('tbody tr').count()).toBeLessThan(90);
    await expect.poll(() => heights(list.locator('tbody tr:not(.gap)'))).toEqual([40]);
    await scrollToEnd(list);
    await expect(viewer.getByLabel('Compare revision 1', { exact: true })).toBeInViewport();
    expect(await violations(page)).toEqual([]);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test(`draws only what can be seen of 2,000 changes at ${width} px`, async ({ page, viewer }) => {
    await page.setViewportSize({ width, height: 800 });
    await drop(page, { name: 'long.yaml', content: releases(2, 2000) });
    await shows(page, 'long.yaml');
    await go(page, '#view=diff&workload=deployment/shop/web');
    const list = viewer.getByRole('region', { name: 'Changes' });
    await expect.poll(() => heights(list.locator('.chg-row'))).toEqual([width > 640 ? 32 : 52]);
    await scrollToEnd(list);
    await expect(list.locator('.chg-row').last()).toBeInViewport();
    expect(await violations(page)).toEqual([]);
    for (const layout of width > 640 ? ['Side by side', 'Unified'] : ['Unified']) {
      await viewer.getByRole('button', { name: layout, exact: true }).click();
      const lines = viewer.getByRole('region', { name: 'Lines' });
      await expect.poll(() => lines.locator('tbody tr').count()).toBeLessThan(160);
      await expect.poll(() => heights(lines.locator('tbody tr:not(.gap)'))).toEqual([20]);
      await scrollToEnd(lines);
      await expect(lines.locator('tbody tr').last()).toBeInViewport();
      expect(await violations(page), layout).toEqual([]);
    }
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
