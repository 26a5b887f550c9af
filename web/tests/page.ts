import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import axeCore from 'axe-core';

export { expect };

/** The repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const built = fileURLToPath(new URL('../dist/rollscope.html', import.meta.url));

/** The address of the built page. */
export const address = pathToFileURL(built).href;

export interface Guard {
  /** Requests for anything but the page itself. */
  requests: string[];
  /** What the page wrote to the console, and errors that nothing caught. */
  messages: string[];
}

/** Every test runs on the built file with the network off, and fails if the page asked for anything else or wrote to the console. */
export const test = base.extend<{ guard: Guard; viewer: Locator }>({
  guard: [
    async ({ context }, use) => {
      const guard: Guard = { requests: [], messages: [] };
      await context.setOffline(true);
      await context.route(/^(?!file:)/, (route) => route.abort());
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(address) && !url.startsWith('blob:') && !url.startsWith('data:')) guard.requests.push(url);
      });
      context.on('console', (message) => guard.messages.push(`${message.type()}: ${message.text()}`));
      context.on('weberror', (error) => guard.messages.push(error.error().message));
      await use(guard);
      expect(guard.requests).toEqual([]);
      expect(guard.messages).toEqual([]);
    },
    { auto: true },
  ],
  /** The element, with the sample on screen. */
  viewer: async ({ page }, use) => {
    await openPage(page);
    await use(page.locator('rollscope-viewer'));
  },
});

/** Opens the page at a fragment, and waits until what it reads is shown. */
export async function openPage(page: Page, fragment = ''): Promise<void> {
  if (page.url().startsWith(address)) return go(page, fragment);
  await page.goto(`${address}${fragment}`);
  await settled(page);
}

/** Waits until nothing is being read or asked. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main')).toBeVisible();
  await expect(page.locator('[aria-busy=true], .wait')).toHaveCount(0);
}

/** Goes to another place as an address that is typed does. */
export async function go(page: Page, fragment: string): Promise<void> {
  await page.evaluate(async (fragment) => {
    const moved = new Promise((resolve) => addEventListener('popstate', () => setTimeout(resolve), { once: true }));
    location.hash = fragment;
    await moved;
  }, fragment);
  await settled(page);
}

/** Loads the page again until it has remembered a choice: the browser stores it in its own time, and a reload may come before. */
export async function reloadedWith(page: Page, attribute: string, value: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await settled(page);
    await expect(page.locator('rollscope-viewer')).toHaveAttribute(attribute, value, { timeout: 100 });
  }).toPass({ timeout: 10_000 });
}

export interface Given {
  name: string;
  content: string | Uint8Array;
}

export function recorded(path: string): Given {
  return { name: path.split('/').at(-1)!, content: readFileSync(`${root}tests/cases/recorded/${path}`) };
}

/** Drops files on the page as a person does. */
export async function drop(page: Page, ...files: Given[]): Promise<void> {
  const given = files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString('base64') }));
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name));
    }
    const viewer = document.querySelector('rollscope-viewer')!;
    viewer.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }));
    viewer.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }));
  }, given);
}

/** Waits until a file of that name is what the source line tells of. */
export async function shows(page: Page, name: string): Promise<void> {
  await expect(page.locator('.top .source')).toContainText(name);
  await settled(page);
}

/** Revisions and causes of the history on screen, lowest number first. */
export async function revisionsOnScreen(page: Page): Promise<[number: number, cause: string | null][]> {
  const rows = await page.locator('table.hist tbody tr').evaluateAll((rows) =>
    rows.map((row): [number, string | null] => {
      const cause = row.querySelector('[data-th=Cause]')!;
      return [Number(row.querySelector('.rev-n')!.textContent), cause.classList.contains('empty') ? null : cause.textContent];
    }),
  );
  return rows.toReversed();
}

/** What axe finds wrong, one line each. It is evaluated, not added to the page, whose policy would refuse it. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const result = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
  });
}
