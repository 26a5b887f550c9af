import type { Locator, Page } from '@playwright/test';
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

/** The long lists: what is open, where, which list scrolls, how high a row is and how its text tells which row it is. */
const lists: Record<string, { content: string; place: string; list: string; row: string; rowHeight: number; named: (index: number) => string }> = {
  workloads: { content: workloads(3000), place: '', list: '.rail-in', row: '.wl', rowHeight: 28, named: (index) => `shop/w${String(index).padStart(5, '0')}` },
  revisions: {
    content: releases(900, 0),
    place: '#view=history&workload=deployment/shop/web',
    list: '.scroll',
    row: 'tr:has([data-row])',
    rowHeight: 40,
    named: (index) => `release ${900 - index}`,
  },
  changes: { content: releases(2, 2000), place: '#view=diff&workload=deployment/shop/web', list: '.scroll', row: '.chg-row', rowHeight: 32, named: (index) => `VAR_${index}` },
};

async function openList(page: Page, { content, place }: { content: string; place: string }): Promise<void> {
  await drop(page, { name: 'long.yaml', content });
  await shows(page, 'long.yaml');
  if (place) await go(page, place);
}

function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains((element.getRootNode() as ShadowRoot).elementFromPoint(left + width / 2, top + height / 2));
}

for (const [what, open] of Object.entries(lists)) {
  test(`${what} scroll as far as the wheel turns, and no further`, async ({ page, viewer }) => {
    await openList(page, open);
    const list = viewer.locator(open.list);
    await list.hover();
    const top = (): Promise<number> => list.evaluate((element) => element.scrollTop);
    for (let turns = 1; turns <= 12; turns += 1) {
      await page.mouse.wheel(0, 200);
      await expect.poll(top).toBe(turns * 200);
    }
    for (let turns = 11; turns >= 5; turns -= 1) {
      await page.mouse.wheel(0, -200);
      await expect.poll(top).toBe(turns * 200);
    }
    // Nothing moves once the wheel rests and the last rows are drawn.
    await expect(list.locator(open.row, { hasText: open.named(Math.round(1000 / open.rowHeight) + 5) })).toBeInViewport();
    expect(await top()).toBe(1000);
  });

  test(`${what} are walked row by row with j and k`, async ({ page, viewer }) => {
    await openList(page, open);
    const row = (index: number): Locator => viewer.locator(`${open.row}:focus, ${open.row}:focus-within`).filter({ hasText: new RegExp(`${open.named(index)}(?!\\d)`) });
    for (let times = 1; times <= 60; times += 1) await page.keyboard.press('j');
    await expect(row(59)).toBeInViewport();
    for (let times = 1; times <= 50; times += 1) await page.keyboard.press('k');
    await expect(row(9)).toBeInViewport();
    // The head of the list stays above it.
    expect(await row(9).evaluate(isOnTop)).toBe(true);
  });
}

test('a row keeps the focus while the list scrolls under it', async ({ page, viewer }) => {
  await openList(page, lists['workloads']!);
  for (let times = 1; times <= 20; times += 1) await page.keyboard.press('j');
  const focused = viewer.locator('.wl:focus');
  await expect(focused).toContainText('shop/w00019');
  const list = viewer.locator('.rail-in');
  await list.hover();
  await page.mouse.wheel(0, 800);
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(800);
  // The rows below come with the scrolling.
  await expect(viewer.locator('.wl', { hasText: 'shop/w00050' })).toBeInViewport();
  await expect(focused).toContainText('shop/w00019');
});

test('a list as high as a tall screen is full of rows', async ({ page, viewer }) => {
  await page.setViewportSize({ width: 1280, height: 2160 });
  await openList(page, lists['workloads']!);
  await expect(viewer.locator('.wl', { hasText: 'shop/w00070' })).toBeInViewport();
  const list = viewer.locator('.rail-in');
  const height = (): Promise<number> => list.evaluate((element) => element.clientHeight);
  expect(await height()).toBeGreaterThan(2000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(height).toBeLessThan(800);
  // Now it grows without being scrolled.
  await page.setViewportSize({ width: 1280, height: 4000 });
  await expect(viewer.locator('.wl', { hasText: 'shop/w00130' })).toBeInViewport();
});
