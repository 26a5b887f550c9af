import { drop, expect, openPage, recorded, settled, shows, test, violations } from './page.ts';

const workload = 'deployment/web/nginx-deployment';

const places: Record<string, string> = {
  start: '#view=start',
  overview: '',
  history: `#view=history&workload=${workload}`,
  'diff as structure': `#view=diff&workload=${workload}`,
  undo: `#view=undo&workload=${workload}`,
};

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    for (const [name, fragment] of Object.entries(places)) {
      test(`axe finds nothing in ${name}`, async ({ page }) => {
        await openPage(page, fragment);
        expect(await violations(page)).toEqual([]);
      });
    }

    test('axe finds nothing in the text diffs', async ({ page }) => {
      await openPage(page, places['diff as structure']);
      for (const layout of ['Side by side', 'Unified']) {
        await page.getByRole('button', { name: layout, exact: true }).click();
        await settled(page);
        expect(await violations(page), layout).toEqual([]);
      }
    });

    test('axe finds nothing with many workloads and a problem', async ({ page }) => {
      await openPage(page);
      await drop(page, { ...recorded('kubernetes-1.20.2/11-many-workloads/snap-01-all-namespaces/all.yaml'), name: 'many.yaml' }, { name: 'empty.yaml', content: '' });
      await shows(page, '2 files');
      expect(await violations(page)).toEqual([]);
    });

    test('axe finds nothing in a comparison and in the help', async ({ page }) => {
      await openPage(page, places['history']);
      await page.getByLabel('Compare revision 1').check();
      await page.getByLabel('Compare revision 3').check();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
