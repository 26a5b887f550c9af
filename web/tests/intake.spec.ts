import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drop, expect, go, openPage, recorded, settled, shows, test } from './page.ts';

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
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('kubectl get deploy,rs,ds,sts,controllerrevisions.apps,pods,events');
});

test('reads the rest where a file cannot be read, and says which', async ({ page, viewer }, info) => {
  const [here, gone] = [info.outputPath('here.yaml'), info.outputPath('gone.yaml')];
  for (const path of [here, gone]) writeFileSync(path, file.content);
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { id: 'given', type: 'file', multiple: true })));
  await page.locator('#given').setInputFiles([gone, here]);
  rmSync(gone);
  await dropGiven();
  await shows(page, 'here.yaml');
  await expect(viewer.getByRole('alert')).toHaveText('gone.yaml could not be read: it is not there any more.');
  await expect(viewer.locator('.rail')).toContainText('logging/fluentd');

  // With nothing that can be read, what was open before is open still.
  rmSync(here);
  await dropGiven();
  await expect(viewer.getByRole('alert')).toContainText('here.yaml could not be read: it is not there any more.');
  await settled(page);
  await expect(viewer.locator('.rail')).toContainText('logging/fluentd');
  await page.keyboard.press('u');
  await expect(viewer.getByRole('radiogroup')).toBeVisible();

  function dropGiven(): Promise<unknown> {
    return page.evaluate(() => {
      const transfer = new DataTransfer();
      for (const file of document.querySelector<HTMLInputElement>('#given')!.files!) transfer.items.add(file);
      document.querySelector('rollscope-viewer')!.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }));
    });
  }
});

test('takes the exports of a folder, and says which of its parts cannot be read', async ({ page, viewer }) => {
  await dropFolders(page, Buffer.from(file.content).toString());
  await shows(page, '2 files');
  await expect(viewer.getByRole('alert')).toContainText('all/bad.yaml could not be read: it was changed since it was chosen, or there is no right to read it.');
  await expect(viewer.getByRole('alert')).toContainText('The folder all/closed could not be read: it was changed since it was chosen, or there is no right to read it.');
  await expect(viewer.getByRole('alert')).toContainText('The folder pictures holds no file that ends in .yaml, .yml, .json, .ndjson or .jsonl.');
});

test('opens a folder, of which it takes the exports', async ({ page, viewer }, info) => {
  const folder = info.outputPath('folder');
  mkdirSync(`${folder}/inner`, { recursive: true });
  writeFileSync(`${folder}/notes.txt`, 'no export');
  await go(page, '#view=start');
  await choose();
  await expect(viewer.getByRole('alert')).toContainText('The folder folder holds no file that ends in .yaml');
  await expect(viewer.locator('.top .source')).toContainText('stuck-deployment.yaml');
  writeFileSync(`${folder}/inner/daemonset.YML`, file.content);
  await choose();
  await shows(page, 'folder/inner/daemonset.YML');
  await expect(viewer.getByRole('alert')).toHaveCount(0);

  async function choose(): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await viewer.getByRole('button', { name: 'Open a folder' }).click();
    await (await chooser).setFiles(folder);
  }
});

test('reads files that come while others are being read over a sample', async ({ page, viewer }) => {
  const statefulSet = { ...recorded('kubernetes-1.20.2/03-statefulset/snap-05-stuck-bad-image/all.yaml'), name: 'statefulset.yaml' };
  await Promise.all([drop(page, file), drop(page, statefulSet)]);
  await shows(page, '2 files');
  await expect(viewer.locator('.rail')).toContainText('logging/fluentd');
  await expect(viewer.locator('.rail')).toContainText('state/web');
  await expect(viewer.locator('.rail')).not.toContainText('nginx-deployment');
  await expect(viewer.getByRole('alert')).toHaveCount(0);
});

test('going back while files are read does not end their reading', async ({ page, viewer }) => {
  await openPage(page, '#sample=undone-deployment');
  await openPage(page, '#sample=shop');
  await drop(page, { ...recorded('kubernetes-1.20.2/11-many-workloads/snap-01-all-namespaces/all.yaml'), name: 'many.yaml' });
  await page.evaluate(() => history.back());
  await shows(page, 'many.yaml');
  await expect(viewer).not.toContainText('Sample:');
  await expect(viewer.getByRole('alert')).toHaveCount(0);
});

/** Drops two folders as a browser gives them: one with exports, a file and a folder that cannot be read, and one without any export. */
async function dropFolders(page: Page, content: string): Promise<void> {
  await page.evaluate((content) => {
    const denied = new DOMException('no right to', 'NotReadableError');
    const file = (path: string, readable = true): unknown => ({
      isFile: true,
      isDirectory: false,
      name: path.split('/').at(-1),
      fullPath: path,
      file: (resolve: (file: File) => void, reject: (error: unknown) => void) => (readable ? resolve(new File([content], path)) : reject(denied)),
    });
    const folder = (path: string, entries: unknown[] | null): unknown => ({
      isFile: false,
      isDirectory: true,
      name: path.split('/').at(-1),
      fullPath: path,
      createReader: () => {
        const left = [entries, []];
        return { readEntries: (resolve: (entries: unknown) => void, reject: (error: unknown) => void) => (entries === null ? reject(denied) : resolve(left.shift())) };
      },
    });
    const all = folder('/all', [file('/all/one.yaml'), file('/all/readme.md'), file('/all/bad.yaml', false), folder('/all/closed', null), folder('/all/inner', [file('/all/inner/two.json')])]);
    const dropped = [all, folder('/pictures', [file('/pictures/one.png')])];
    DataTransferItem.prototype.webkitGetAsEntry = () => dropped.shift() as FileSystemEntry;
    const transfer = new DataTransfer();
    for (const name of ['all', 'pictures']) transfer.items.add(new File([], name));
    document.querySelector('rollscope-viewer')!.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }));
  }, content);
}
