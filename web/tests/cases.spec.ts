import { readdirSync, readFileSync } from 'node:fs';
import { drop, expect, recorded, revisionsOnScreen, root, settled, shows, test } from './page.ts';

/** What kubectl printed for one command. */
interface Recording {
  cmd: string;
  status: number;
  stdout: string;
}

const cases = readdirSync(`${root}tests/cases/recorded`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('/all.yaml'))
  .map((path) => path.replace(/\/all\.yaml$/, ''))
  .toSorted();

for (const name of cases) {
  test(`shows the revisions and causes that kubectl printed: ${name}`, async ({ page, viewer }) => {
    await expect(viewer).toBeVisible();
    await drop(page, { ...recorded(`${name}/all.yaml`), name: 'export.yaml' });
    await shows(page, 'export.yaml');
    const tables = printedTables(readFileSync(`${root}tests/cases/recorded/${name}/history.jsonl`, 'utf8'));
    expect(tables.length).toBeGreaterThan(0);
    for (const { workload, table } of tables) {
      await page.evaluate((hash) => (location.hash = hash), `#view=history&workload=${workload}`);
      await expect(page.locator('rollscope-viewer')).toHaveAttribute('workload', workload);
      await settled(page);
      expect(await revisionsOnScreen(page), workload).toEqual(rowsOf(table));
      expect(await page.locator('details pre').textContent(), workload).toBe(table);
    }
  });
}

/** The tables of `kubectl rollout history KIND/NAME -n NAMESPACE`, without those of one revision or of an error. */
function printedTables(recordings: string): { workload: string; table: string }[] {
  return recordings
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recording)
    .flatMap(({ cmd, status, stdout }) => {
      const match = /^kubectl rollout history (\w+)\/(\S+) -n (\S+)$/.exec(cmd);
      return match && status === 0 && stdout.includes('\nREVISION') ? [{ workload: `${match[1]}/${match[3]}/${match[2]}`, table: stdout }] : [];
    });
}

/** Number and cause of each row. A cause may go on in the next line; kubectl pads the number, and none is `<none>`. */
function rowsOf(table: string): [number: number, cause: string | null][] {
  const lines = table.split('\n').slice(2);
  const width = table.split('\n')[1]!.indexOf('CHANGE-CAUSE');
  const rows: [number, string | null][] = [];
  for (const line of lines.slice(0, -2)) {
    const number = /^(\d+)\s+$/.exec(line.slice(0, width))?.[1];
    if (number) rows.push([Number(number), line.slice(width)]);
    else rows.at(-1)![1] += `\n${line}`;
  }
  return rows.map(([number, cause]) => [number, cause === '<none>' ? null : cause]);
}
