import { expect, openPage, settled, test } from './page.ts';

const workload = 'deployment/web/nginx-deployment';
const shop = 'sample=shop';

const places: Record<string, string> = {
  start: '#view=start',
  overview: '',
  history: `#view=history&workload=${workload}&sample=undone-deployment`,
  diff: `#view=diff&workload=deployment/shop/shop&from=3&to=5&${shop}`,
  undo: `#view=undo&workload=${workload}&to=4&sample=undone-deployment`,
};

for (const width of [1280, 390]) {
  for (const scheme of ['light', 'dark'] as const) {
    test.describe(`${width} px, ${scheme}`, () => {
      test.use({ colorScheme: scheme, viewport: { width, height: width < 500 ? 844 : 800 } });

      for (const [name, fragment] of Object.entries(places)) {
        test(`${name} fits`, async ({ page }, info) => {
          await openPage(page, fragment);
          await keep(name);
          if (name !== 'diff') return;
          for (const layout of width < 500 ? ['Unified'] : ['Side by side', 'Unified']) {
            await page.getByRole('button', { name: layout, exact: true }).click();
            await settled(page);
            await keep(`diff ${layout.toLowerCase()}`);
          }

          async function keep(title: string): Promise<void> {
            await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: title }).toBeLessThanOrEqual(width);
            await info.attach(`${title}, ${width} px, ${scheme}`, { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' });
          }
        });
      }
    });
  }
}
