import { drop, expect, go, recorded, shows, test, type Given } from './page.ts';

const markup = '<img src=x onerror="document.title=1">';

/** The recorded Deployment with other texts in it. */
function altered(change: (text: string) => string): Given {
  const { content } = recorded('kubernetes-1.20.2/01-nginx-deployment/snap-03-stuck-bad-image/all.yaml');
  return { name: 'hostile.yaml', content: change(Buffer.from(content).toString()) };
}

test('shows markup in a change-cause as text', async ({ page, viewer }) => {
  const file = altered((text) => text.replaceAll('initial release 1.14.2', () => markup));
  expect(file.content).toContain(`kubernetes.io/change-cause: ${markup}`);
  await drop(page, file);
  await shows(page, 'hostile.yaml');
  await expect(viewer.locator('table.hist tbody tr').last()).toContainText(markup);
  await expect(viewer.locator('img')).toHaveCount(0);
  for (const view of ['history', 'diff', 'undo']) {
    await go(page, `#view=${view}&workload=deployment/web/nginx-deployment&from=1&to=${view === 'diff' ? 2 : 1}`);
    await expect(viewer.locator('img')).toHaveCount(0);
  }
  await expect.poll(() => page.title()).toMatch(/rollscope$/);
});

test('writes characters that hide or turn text as their code points', async ({ page, viewer }) => {
  const file = altered((text) => text.replaceAll('initial release 1.14.2', '"left \\u202Eright\\u202C \\u200B\\u0007"'));
  await drop(page, file);
  await shows(page, 'hostile.yaml');
  await expect(viewer.locator('table.hist tbody tr').last()).toContainText('left U+202ErightU+202C U+200BU+0007');
});

test('shows such characters in what is to be copied, and copies what is there', async ({ page, viewer, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await drop(page, altered((text) => text.replaceAll('initial release 1.14.2', '"left \\u202Eright\\u202C"')));
  await shows(page, 'hostile.yaml');
  await viewer.getByText('As kubectl prints it').click();
  const text = viewer.getByRole('region', { name: 'kubectl rollout history' });
  await expect(text).toContainText('left U+202ErightU+202C');
  await expect.poll(() => text.textContent()).not.toContain('\u202e');
  await viewer.getByRole('button', { name: 'Copy kubectl rollout history' }).click();
  await expect(viewer.getByRole('status')).toHaveText('Copied');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('left \u202eright\u202c\n');
});

test('shows such characters in the choice of namespaces', async ({ page, viewer }) => {
  const names = Array.from({ length: 13 }, (_, index) => `{apiVersion: apps/v1, kind: Deployment, metadata: {name: w${index}, namespace: "a\\u202Eb"}, spec: {selector: {matchLabels: {app: w}}, template: {metadata: {labels: {app: w}}, spec: {containers: []}}}}`);
  await drop(page, { name: 'hostile.yaml', content: names.join('\n---\n') });
  await shows(page, 'hostile.yaml');
  await viewer.getByLabel('Namespace').selectOption('aU+202Eb');
  await expect(viewer.locator('.rail .wl')).toHaveCount(13);
});

test('keeps a very long word inside the page', async ({ page, viewer }) => {
  const word = 'x'.repeat(100_000);
  const file = altered((text) => text.replaceAll('initial release 1.14.2', word).replaceAll('nginx:1.14.2', `nginx:${'y'.repeat(500)}`));
  await drop(page, file);
  await shows(page, 'hostile.yaml');
  await expect(viewer.locator('table.hist tbody tr')).toHaveCount(3);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const view of ['overview', 'history', 'diff', 'undo']) {
      await go(page, `#view=${view}&workload=deployment/web/nginx-deployment&to=${width === 390 ? 2 : 3}`);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `${view} at ${width}` }).toBeLessThanOrEqual(width);
    }
  }
});
