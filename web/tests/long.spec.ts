import { drop, expect, shows, test } from './page.ts';

const many = 3000;

/** As many Deployments. */
function workloads(): string {
  return Array.from({ length: many }, (_, index) => {
    const name = `w${String(index).padStart(5, '0')}`;
    return `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: shop, uid: d${index}, creationTimestamp: "2026-01-01T00:00:00Z"}\nspec:\n  replicas: 1\n  selector: {matchLabels: {app: ${name}}}\n  template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: a, image: "a:1"}]}}\n`;
  }).join('---\n');
}

test('draws only what can be seen of a long list', async ({ page, viewer }) => {
  await drop(page, { name: 'long.yaml', content: workloads() });
  await shows(page, 'long.yaml');
  const rail = viewer.locator('.rail-in');
  await expect(rail).toContainText('shop/w00000');
  expect(await viewer.locator('.wl').count()).toBeLessThan(120);
  await rail.evaluate((element) => (element.scrollTop = element.scrollHeight));
  await expect(rail).toContainText(`shop/w0${many - 1}`);
  await expect(viewer.locator('.wl', { hasText: `shop/w0${many - 1}` })).toBeInViewport();
  await viewer.getByLabel('Filter workloads').fill('w01234');
  await expect(viewer.locator('.wl')).toHaveCount(1);
});
