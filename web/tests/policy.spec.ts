import { test as plain } from '@playwright/test';
import { address, expect, test } from './page.ts';

test('the page carries its policy and shows it', async ({ page, viewer }) => {
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]+' 'wasm-unsafe-eval'; /);
  await viewer.getByRole('link', { name: 'Open…' }).click();
  await viewer.getByText('The policy that enforces it').click();
  await expect(viewer.locator('.policy pre')).toHaveText(policy!.replaceAll('; ', '\n'));
});

const directives = ['connect-src', 'img-src', 'style-src-elem', 'font-src', 'frame-src', 'form-action'];

plain('the policy refuses every way out that it can refuse', async ({ page, context }) => {
  const requests: string[] = [];
  await context.route(/^(?!file:)/, (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await page.goto(address);
  await page.locator('main').waitFor();
  const refused = await page.evaluate(async (directives) => {
    const violations: string[] = [];
    addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const away = 'http://192.0.2.1/';
    const tries: [name: string, act: () => unknown][] = [
      ['fetch', () => fetch(away)],
      ['beacon', () => navigator.sendBeacon(away)],
      ['socket', () => new WebSocket('ws://192.0.2.1/')],
      ['events', () => new EventSource(away)],
      ['image', () => Object.assign(new Image(), { src: away })],
      ['frame', () => document.body.append(Object.assign(document.createElement('iframe'), { src: away }))],
      ['style', () => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: away }))],
      ['font', () => new FontFace('f', `url(${away})`).load()],
      ['form', () => { const form = Object.assign(document.createElement('form'), { action: away }); document.body.append(form); form.submit(); }],
    ];
    for (const [, act] of tries) await Promise.resolve().then(act).catch(() => undefined);
    // A refusal is reported when the browser gets to it.
    const end = performance.now() + 10_000;
    while (!directives.every((directive) => violations.includes(directive)) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
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
  }, directives);
  const [worker] = page.workers();
  const fromWorker = await worker!.evaluate(() => fetch('http://192.0.2.1/').then(() => 'sent', () => 'refused'));
  expect(fromWorker).toBe('refused');
  expect(refused.violations).toEqual(expect.arrayContaining(directives));
  expect(refused.thrown).toEqual(expect.arrayContaining(['script address', 'markup', 'worker']));
  expect(requests).toEqual([]);
});
