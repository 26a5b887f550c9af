import { drop, expect, openPage, recorded, settled, shows, test } from './page.ts';

const daemonSet = '02-daemonset/snap-06-stuck-notready-on-node-3';
const file = { ...recorded(`kubernetes-1.20.2/${daemonSet}/all.yaml`), name: 'daemonset.yaml' };

test('opens with a sample that says what it is', async ({ page, viewer }) => {
  await expect(viewer).toContainText('Sample: a Deployment that is stuck on a bad image');
  await expect(page.locator('h1')).toContainText('needs attention');
  await expect(viewer.locator('.finding')).toContainText('web/nginx-deployment');
  await expect(viewer.locator('table.hist tbody tr')).toHaveCount(3);
});

test('reads files that are dropped, in place of the sample', async ({ page, viewer }) => {
  await drop(page, file);
  await shows(page, 'daemonset.yaml');
  await expect(viewer.locator('.rail')).toContainText('logging/fluentd');
  await expect(viewer.locator('.rail')).not.toContainText('nginx-deployment');
  await expect(viewer).not.toContainText('Sample:');
});

test('reads files in place of another sample than the first', async ({ page, viewer }) => {
  await openPage(page, '#sample=undone-deployment');
  await drop(page, file);
  await shows(page, 'daemonset.yaml');
  await expect(page).toHaveURL(/#$/);
  await expect(viewer).not.toContainText('Sample:');
  // The address of before names a sample, and the files stay open all the same.
  await page.goBack();
  await settled(page);
  await expect(viewer.locator('.rail')).toContainText('logging/fluentd');
});

test('reads more files beside those that are open', async ({ page, viewer }) => {
  await drop(page, file);
  await shows(page, 'daemonset.yaml');
  await drop(page, { ...recorded('kubernetes-1.20.2/03-statefulset/snap-05-stuck-bad-image/all.yaml'), name: 'statefulset.yaml' });
  await shows(page, '2 files');
  await expect(viewer.locator('.rail')).toContainText('logging/fluentd');
  await expect(viewer.locator('.rail')).toContainText('state/web');
});

test('opens files that are chosen', async ({ page, viewer }) => {
  await viewer.getByRole('link', { name: 'Open your own' }).click();
  const chooser = page.waitForEvent('filechooser');
  await viewer.getByRole('button', { name: 'Open files' }).click();
  await (await chooser).setFiles({ name: file.name, mimeType: 'application/yaml', buffer: Buffer.from(file.content) });
  await shows(page, 'daemonset.yaml');
});

test('reads text that is pasted anywhere', async ({ page, viewer, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), Buffer.from(file.content).toString());
  await page.keyboard.press('Control+V');
  await shows(page, 'pasted text');
  await expect(viewer.locator('.rail')).toContainText('logging/fluentd');
});

test('reads text that is put into the box', async ({ page, viewer, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), Buffer.from(file.content).toString());
  await viewer.getByRole('link', { name: 'Open…' }).click();
  await viewer.getByRole('button', { name: 'Paste text' }).click();
  await viewer.getByLabel('Text of an export').focus();
  await page.keyboard.press('Control+V');
  await viewer.getByRole('button', { name: 'Read the text' }).click();
  await shows(page, 'pasted text');
});

test('opens each of the samples', async ({ page, viewer }) => {
  const count = await openList();
  for (let index = 0; index < count; index += 1) {
    await openList();
    await viewer.locator('.samples button').nth(index).click();
    await expect(viewer).toContainText('Sample:');
    await expect(viewer.locator('.rail .wl')).toHaveCount(1);
    await expect(viewer.locator('table.hist tbody tr').first()).toBeVisible();
  }

  async function openList(): Promise<number> {
    await viewer.getByRole('link', { name: 'Open…' }).click();
    await expect(page.locator('.samples li').first()).toBeVisible();
    return viewer.locator('.samples button').count();
  }
});

test('copies a command', async ({ page, viewer, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await viewer.getByRole('link', { name: 'Open…' }).click();
  await viewer.getByRole('button', { name: 'Copy the command' }).click();
  await expect(viewer.getByRole('button', { name: 'Copied the command' })).toBeVisible();
  await expect(viewer.getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('kubectl get deploy,rs,ds,sts,controllerrevisions.apps,pods,events');
});
