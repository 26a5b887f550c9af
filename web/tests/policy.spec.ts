import { test as plain } from '@playwright/test';
import { address, expect, test } from './page.ts';

test('the page carries its policy and shows it', async ({ page, viewer }) => {
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]+' 'wasm-unsafe-eval'; /);
  await viewer.getByRole('link', { name: 'Open…' }).click();
  await viewer.getByText('The policy that enforces it').click();
  await expect(viewer.locator('.policy pre')).toHaveText(policy!.replaceAll('; ', '\n'));
});

plain('the policy refuses every way out that it can refuse', async ({ page, context }) => {
  const requests: string[] = [];
  await context.route(/^(?!file:)/, (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await page.goto(address);
  await page.locator('main').waitFor();
  const refused = await page.evaluate(async () => {
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
    await new Promise((resolve) => setTimeout(resolve, 300));
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
  });
  for (const directive of ['connect-src', 'img-src', 'style-src-elem', 'font-src', 'frame-src', 'form-action']) expect(refused.violations).toContain(directive);
  expect(refused.thrown).toEqual(expect.arrayContaining(['script address', 'markup', 'worker']));
  expect(requests).toEqual([]);
});
