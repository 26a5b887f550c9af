import { readdirSync, readFileSync } from 'node:fs';
import { drop, expect, go, recorded, revisionsOnScreen, root, shows, test } from './page.ts';

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
      await go(page, `#view=history&workload=${workload}`);
      const shown = await revisionsOnScreen(page);
      expect(shown.map(([number]) => number), workload).toEqual(numbersOf(table));
      for (const [number, cause] of shown) expect(hasRow(table, number, cause), `${workload}: ${number} ${cause}`).toBe(true);
      await expect.poll(() => page.locator('details pre').textContent(), { message: workload }).toBe(table);
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

/** The numbers of its rows. A cause may go on in the next line, and kubectl then pads the rows after it otherwise than those before. */
function numbersOf(table: string): number[] {
  return [...table.split('\n').slice(2).join('\n').matchAll(/^(\d+) {2,}/gm)].map((match) => Number(match[1]));
}

/** Whether a row with that number and cause stands in the table. */
function hasRow(table: string, number: number, cause: string | null): boolean {
  const rows = table.split(`\n${number} `).slice(1);
  const padded = rows.some((row) => /^ +/.test(row) && row.trimStart().startsWith(`${(cause ?? '<none>').trimStart()}\n`));
  return padded && rows.length > 0;
}
