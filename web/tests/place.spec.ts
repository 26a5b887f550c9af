import { releases, settledRollout } from './made.ts';
import { drop, expect, go, openPage, recorded, reloadedWith, settled, shows, test } from './page.ts';

const workload = 'deployment/web/nginx-deployment';

test('the address holds the view and the revisions, and survives a reload', async ({ page, viewer }) => {
  await viewer.getByRole('link', { name: 'Diff 2..3' }).click();
  await expect(page).toHaveURL(/#view=diff&workload=deployment\/web\/nginx-deployment&from=2&to=3$/);
  await page.reload();
  await settled(page);
  await expect(viewer.getByLabel('From')).toHaveValue('2');
  await expect(viewer.getByLabel('To')).toHaveValue('3');
  await expect(viewer.locator('.chg-row')).toContainText('image');
});

test('back and forward move between places', async ({ page, viewer }) => {
  await viewer.locator('.rail .wl').click();
  await viewer.getByRole('link', { name: 'Undo', exact: true }).click();
  await viewer.getByRole('radio').last().check();
  await expect(page).toHaveURL(/#view=undo&.*&to=1$/);
  await page.goBack();
  await expect(viewer.getByRole('radio').nth(1)).toBeChecked();
  await page.goBack();
  await expect(viewer.locator('table.hist')).toBeVisible();
  await page.goBack();
  await expect(viewer.locator('.finding')).toBeVisible();
  await page.goForward();
  await expect(viewer.getByRole('link', { name: 'History' })).toHaveAttribute('aria-current', 'page');
});

test('the address names the sample', async ({ page, viewer }) => {
  await viewer.getByRole('link', { name: 'Open…' }).click();
  await viewer.getByRole('button', { name: 'A StatefulSet that undo does not repair' }).click();
  await expect(page).toHaveURL(/#sample=stuck-statefulset$/);
  await page.reload();
  await settled(page);
  await expect(viewer.locator('.rail')).toContainText('state/web');
  await page.goBack();
  await page.goBack();
  await expect(viewer.locator('.rail')).toContainText('web/nginx-deployment');
});

test('two revisions that are taken can be compared', async ({ page, viewer }) => {
  await openPage(page, `#view=history&workload=${workload}`);
  for (const number of [1, 2, 3]) await viewer.getByLabel(`Compare revision ${number}`).check();
  // The third took the place of the older of the two before.
  await expect(viewer.getByLabel('Compare revision 1')).not.toBeChecked();
  await viewer.getByRole('link', { name: 'Diff 2..3' }).click();
  await expect(viewer.locator('.diff-lead')).toContainText('1 change');
  await viewer.getByRole('button', { name: 'Swap' }).click();
  await expect(page).toHaveURL(/from=3&to=2$/);
  await viewer.getByLabel('To').selectOption('3');
  await expect(viewer.locator('main')).toContainText('No difference');
});

test('revisions taken of one workload are not compared in another', async ({ page, viewer }) => {
  await drop(page, { name: 'one.yaml', content: releases(3, 0) }, { name: 'two.yaml', content: releases(3, 0).replaceAll('web', 'api') });
  await shows(page, '2 files');
  await go(page, '#view=history&workload=deployment/shop/web');
  for (const number of [1, 2]) await viewer.getByLabel(`Compare revision ${number}`).check();
  await go(page, '#view=undo&workload=deployment/shop/api');
  await page.keyboard.press('d');
  await settled(page);
  await expect(viewer.getByLabel('From')).toHaveValue('2');
  await expect(viewer.getByLabel('To')).toHaveValue('3');
  // Where they were taken, they are still.
  await go(page, '#view=undo&workload=deployment/shop/web');
  await page.keyboard.press('d');
  await expect(page).toHaveURL(/workload=deployment\/shop\/web&from=1&to=2$/);
});

test('keys act on the revisions that are shown, whatever the list of workloads is filtered to', async ({ page, viewer }) => {
  await drop(page, { name: 'one.yaml', content: settledRollout('api') }, { name: 'two.yaml', content: settledRollout('web') });
  await shows(page, '2 files');
  await expect(viewer.getByRole('heading', { name: 'shop/api: 3 revisions' })).toBeVisible();
  await viewer.getByLabel('Filter workloads').fill('web');
  await expect(viewer.locator('.rail .wl')).toHaveCount(1);
  for (const number of [1, 2]) await viewer.getByLabel(`Compare revision ${number}`).check();
  await viewer.getByLabel('Compare revision 2').press('Enter');
  await expect(page).toHaveURL(/workload=deployment\/shop\/api&from=1&to=2$/);
  await page.goBack();
  await page.keyboard.press('d');
  await expect(page).toHaveURL(/workload=deployment\/shop\/api&from=1&to=2$/);
});

test('Esc clears only what is on screen', async ({ page, viewer }) => {
  await drop(page, { ...recorded('kubernetes-1.20.2/11-many-workloads/snap-01-all-namespaces/all.yaml'), name: 'many.yaml' });
  await shows(page, 'many.yaml');
  const all = await viewer.locator('.rail .wl').count();
  const id = 'deployment/prod/checkout';
  await viewer.getByLabel('Filter workloads').fill('prod');
  await go(page, `#view=history&workload=${id}`);
  await viewer.getByLabel('Compare revision 1').check();
  const filtered = await viewer.locator('.rail .wl').count();
  expect(filtered).toBeLessThan(all);
  await go(page, `#view=diff&workload=${id}`);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/view=history/);
  await expect(viewer.getByLabel('Compare revision 1')).toBeChecked();
  await expect(viewer.locator('.rail .wl')).toHaveCount(filtered);
  // Here both are seen, and cleared one after the other.
  await page.keyboard.press('Escape');
  await expect(viewer.getByLabel('Compare revision 1')).not.toBeChecked();
  await expect(viewer.locator('.rail .wl')).toHaveCount(filtered);
  await page.keyboard.press('Escape');
  await expect(viewer.locator('.rail .wl')).toHaveCount(all);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/view=history/);
});

test('a revision of a number below 0 is one like others', async ({ page, viewer }) => {
  await drop(page, { name: 'odd.yaml', content: releases(3, 0).replace('revision: "1"', 'revision: "-1"') });
  await shows(page, 'odd.yaml');
  await go(page, '#view=history&workload=deployment/shop/web');
  for (const number of [-1, 2]) await viewer.getByLabel(`Compare revision ${number}`).check();
  await page.keyboard.press('d');
  await expect(page).toHaveURL(/from=-1&to=2$/);
  await expect(viewer.getByLabel('From')).toHaveValue('-1');
  await expect(viewer.locator('.chg-row')).toContainText('web:1→web:2');
  await go(page, '#view=diff&workload=deployment/shop/web&from=-1&to=live');
  await expect(viewer.locator('.chg-row')).toContainText('web:1→web:3');
  await viewer.getByText('Revision -1 as kubectl prints it').click();
  await expect(viewer.getByRole('region', { name: 'Revision -1 as kubectl prints it' })).toContainText('web:1');
});

test('the layout of the diff is remembered', async ({ page, viewer }) => {
  await openPage(page, `#view=diff&workload=${workload}&from=1&to=3`);
  await viewer.getByRole('button', { name: 'Side by side' }).click();
  await expect(viewer.locator('table.tdiff')).toBeVisible();
  await reloadedWith(page, 'layout', 'split');
  await expect(viewer.getByRole('button', { name: 'Side by side' })).toHaveAttribute('aria-pressed', 'true');
  const folds = viewer.locator('.fold');
  const lines = await viewer.locator('table.tdiff tbody tr').count();
  await folds.first().click();
  await expect.poll(() => viewer.locator('table.tdiff tbody tr').count()).toBeGreaterThan(lines);
});

test('everything can be reached by keys', async ({ page, viewer }) => {
  await page.keyboard.press('h');
  await expect(viewer.locator('table.hist')).toBeVisible();
  await page.keyboard.press('j');
  await expect(viewer.getByLabel('Compare revision 3')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.keyboard.press('d');
  await expect(page).toHaveURL(/view=diff&.*from=1&to=3$/);
  // Which revisions are next is known with the history.
  await settled(page);
  await page.keyboard.press('[');
  await expect(page).toHaveURL(/from=1&to=2$/);
  await settled(page);
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/from=2&to=3$/);
  await page.keyboard.press('s');
  await expect(viewer.locator('table.tdiff')).toBeVisible();
  await page.keyboard.press('u');
  await expect(viewer.getByRole('radiogroup')).toBeVisible();
  await page.keyboard.press('f');
  await expect(viewer.locator('.finding')).toBeVisible();
  await page.keyboard.press('/');
  await expect(viewer.getByLabel('Filter workloads')).toBeFocused();
  await page.keyboard.type('hdu nothing');
  await expect(viewer.locator('.rail')).toContainText('No workload matches the filter.');
  await page.keyboard.press('Escape');
  await expect(viewer.locator('.rail .wl')).toHaveCount(1);
  await page.keyboard.press('?');
  await expect(viewer.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(viewer.getByRole('dialog')).toBeHidden();
});

test('shortcuts of one letter can be switched off, and stay off', async ({ page, viewer }) => {
  await page.keyboard.press('?');
  await expect(viewer.getByRole('button', { name: 'Close' })).toBeFocused();
  await viewer.getByLabel('Shortcuts of one letter or sign are on').uncheck();
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveAttribute('no-shortcuts', '');
  for (const key of ['h', '?', '/']) await page.keyboard.press(key);
  await expect(viewer.getByRole('dialog')).toBeHidden();
  await expect(viewer.locator('.finding')).toBeVisible();
  await reloadedWith(page, 'no-shortcuts', '');
  await page.keyboard.press('h');
  await expect(viewer.locator('.finding')).toBeVisible();
  // What has no letter acts all the same, and the help is a button away.
  await viewer.getByRole('link', { name: 'History' }).click();
  await page.keyboard.press('Escape');
  await expect(viewer.locator('.finding')).toBeVisible();
  await viewer.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await viewer.getByLabel('Shortcuts of one letter or sign are on').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await expect(viewer.locator('table.hist')).toBeVisible();
});

test('the element acts on keys only with the focus inside of it', async ({ page, viewer }) => {
  await page.evaluate(() => document.body.prepend(Object.assign(document.createElement('button'), { id: 'outside', textContent: 'outside' })));
  await page.locator('#outside').focus();
  await page.keyboard.press('h');
  await expect(viewer.locator('.finding')).toBeVisible();
  await viewer.getByRole('button', { name: 'Light or dark' }).focus();
  await page.keyboard.press('h');
  await expect(viewer.locator('.tabs')).toBeVisible();
});

test('a revision is opened with Enter', async ({ page, viewer }) => {
  await openPage(page, `#view=history&workload=${workload}`);
  // The overview has a table of revisions too; the tabs are of this view alone.
  await expect(viewer.locator('.tabs')).toBeVisible();
  await page.keyboard.press('j');
  await expect(viewer.getByLabel('Compare revision 3')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=2&to=3$/);
  await expect(viewer.locator('.chg-row')).toBeVisible();
});

test('the scheme can be switched and is remembered', async ({ page, viewer }) => {
  const ground = () => viewer.evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect.poll(() => ground()).toBe('rgb(255, 255, 255)');
  await viewer.getByRole('button', { name: 'Light or dark' }).click();
  await expect.poll(() => ground()).toBe('rgb(18, 20, 22)');
  await reloadedWith(page, 'theme', 'dark');
  await expect.poll(() => ground()).toBe('rgb(18, 20, 22)');
});

test('each side of a diff can be had as kubectl prints it', async ({ page, viewer, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, `#view=diff&workload=${workload}&from=1&to=3`);
  await viewer.getByText('Revision 3 as kubectl prints it').click();
  const text = viewer.getByRole('region', { name: 'Revision 3 as kubectl prints it' });
  await expect(text).toContainText('deployment.apps/nginx-deployment with revision #3\nPod Template:');
  await viewer.getByRole('button', { name: 'Copy Revision 3 as kubectl prints it' }).click();
  await expect(viewer.getByRole('status')).toHaveText('Copied');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await text.textContent());
  await openPage(page, `#view=diff&workload=${workload}&from=1&to=live`);
  // What was opened stays open for the next pair.
  await expect(viewer.getByRole('region', { name: 'The Deployment as exported' })).toContainText('kind: Deployment');
});

test('the page does not ask for a file before its sample is shown', async ({ page }) => {
  await page.addInitScript(() => {
    const frames = { all: 0, asking: 0 };
    Object.assign(window, { frames });
    const look = (): void => {
      const main = document.querySelector('rollscope-viewer')?.shadowRoot?.querySelector('main');
      frames.all += main ? 1 : 0;
      frames.asking += main?.textContent.includes('Open files') ? 1 : 0;
      requestAnimationFrame(look);
    };
    look();
  });
  await openPage(page);
  await expect(page.locator('table.hist')).toBeVisible();
  const frames = await page.evaluate(() => (window as unknown as { frames: { all: number; asking: number } }).frames);
  expect(frames.all).toBeGreaterThan(0);
  expect(frames.asking).toBe(0);
});
