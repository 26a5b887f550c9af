import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as plain } from '@playwright/test';
import { address, expect, test } from './page.ts';

test('the page carries its policy and shows it', async ({ page, viewer }) => {
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]+' 'wasm-unsafe-eval'; /);
  await viewer.getByRole('link', { name: 'Open…' }).click();
  await viewer.getByText('The policy that enforces it').click();
  await expect(viewer.locator('.policy pre')).toHaveText(policy!.replaceAll('; ', '\n'));
});

/** What is tried, and which part of the policy refuses it. */
const refusedBy: Record<string, string> = {
  fetch: 'connect-src',
  beacon: 'connect-src',
  socket: 'connect-src',
  events: 'connect-src',
  image: 'img-src',
  frame: 'frame-src',
  style: 'style-src-elem',
  font: 'font-src',
  form: 'form-action',
};

plain('the policy refuses every way out that it can refuse', async ({ page, context }) => {
  const requests: string[] = [];
  await context.route(/^(?!file:)/, (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await page.goto(address);
  await page.locator('main').waitFor();
  const refused = await page.evaluate(async (expected) => {
    const away = 'http://192.0.2.1/';
    // Each try has a host of its own, by which its refusal is known.
    const violations: Record<string, string> = {};
    addEventListener('securitypolicyviolation', (event) => {
      const name = expected[Number(/192\.0\.2\.(\d+)/.exec(event.blockedURI)?.[1]) - 1];
      if (name) violations[name] = event.effectiveDirective;
    });
    const tries: Record<string, (address: string) => unknown> = {
      fetch: (address) => fetch(address),
      beacon: (address) => navigator.sendBeacon(address),
      socket: (address) => new WebSocket(address.replace('http', 'ws')),
      events: (address) => new EventSource(address),
      image: (address) => Object.assign(new Image(), { src: address }),
      frame: (address) => document.body.append(Object.assign(document.createElement('iframe'), { src: address })),
      style: (address) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address })),
      font: (address) => new FontFace('f', `url(${address})`).load(),
      form: (address) => {
        const form = Object.assign(document.createElement('form'), { action: address });
        document.body.append(form);
        form.submit();
      },
    };
    for (const [index, name] of expected.entries()) await Promise.resolve(`http://192.0.2.${index + 1}/`).then(tries[name]).catch(() => undefined);
    // A refusal is reported when the browser gets to it.
    const end = performance.now() + 10_000;
    while (!expected.every((name) => violations[name]) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    const thrown: string[] = [];
    for (const [name, act] of [
      ['script address', () => (document.createElement('script').src = away)],
      ['markup', () => (document.body.innerHTML = '<b>x</b>')],
      ['worker', () => new Worker(away)],
      ['evaluation', () => globalThis.eval('1')],
    ] as [string, () => unknown][]) {
      try {
        act();
      } catch {
        thrown.push(name);
      }
    }
    return { violations, thrown };
  }, Object.keys(refusedBy));
  // Playwright may hear of the worker only after the page has its first answer.
  await expect.poll(() => page.workers().length).toBe(1);
  const fromWorker = await page.workers()[0]!.evaluate(() => fetch('http://192.0.2.1/').then(() => 'sent', () => 'refused'));
  expect(fromWorker).toBe('refused');
  expect(refused.violations).toEqual(refusedBy);
  expect(refused.thrown).toEqual(['script address', 'markup', 'worker', 'evaluation']);
  expect(requests).toEqual([]);
});

/** What a page around the element may forbid, and the element needs. */
const forbidden: Record<string, [is: string, becomes: string]> = {
  workers: ['worker-src blob:', "worker-src 'none'"],
  WebAssembly: [" 'wasm-unsafe-eval'", ''],
};

for (const [what, [is, becomes]] of Object.entries(forbidden)) {
  plain(`says that it cannot read where a policy forbids ${what}`, async ({ page }, info) => {
    const path = info.outputPath('forbidden.html');
    const html = readFileSync(fileURLToPath(address), 'utf8');
    expect(html).toContain(is);
    writeFileSync(path, html.replace(is, becomes));
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(pathToFileURL(path).href);
    await expect(page.getByRole('alert')).toContainText('The reader cannot be started here');
    await expect(page.getByRole('alert')).toContainText('worker-src blob:');
    await expect.poll(() => page.workers().length).toBe(0);
    // Each try is told of, and nothing waits for ever.
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'A StatefulSet that undo does not repair' }).click();
    await expect(page.getByRole('alert')).toContainText('The reader cannot be started here');
    await expect(page.locator('[aria-busy=true], .wait')).toHaveCount(0);
    expect(errors).toEqual([]);
  });
}
