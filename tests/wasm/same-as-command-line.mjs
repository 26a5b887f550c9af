// The WebAssembly core and the command line give the same answers for every recorded export.
//
// usage: node tests/wasm/same-as-command-line.mjs FOLDER-OF-WASM COMMAND-LINE

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [wasm, commandLine] = process.argv.slice(2).map((path) => resolve(path));
const { initSync, Session } = await import(pathToFileURL(join(wasm, 'rollscope_wasm.js')));
initSync({ module: readFileSync(join(wasm, 'rollscope_wasm_bg.wasm')) });

const recorded = resolve(import.meta.dirname, '../cases/recorded');
const exports = readdirSync(recorded, { recursive: true }).filter((path) => path.endsWith('all.yaml')).sort();
assert.ok(exports.length > 10, 'there are recorded exports');

/** Workloads of an export that are asked about one by one; a large export has dozens that differ in nothing but names. */
const ASKED = 4;

let answers = 0;
for (const path of exports) {
  const file = join(recorded, path);
  const session = open(file);
  const overview = JSON.parse(session.overview(0, 1_000));
  same(overview, fromCommandLine('list'), 'list');
  for (const workload of overview.workloads.slice(0, ASKED)) {
    const target = [`${workload.kind}/${workload.name}`, '-n', workload.namespace];
    const history = JSON.parse(session.history(workload.id, 0, 1_000));
    same(history.table, run('rollout', 'history', ...target), 'rollout history');
    const [newest, before] = history.revisions.map((revision) => revision.number);
    if (before !== undefined) {
      same(JSON.parse(session.diff(workload.id, `${before}`, `${newest}`)), fromCommandLine('diff', ...target), 'diff');
    }
    if (newest !== undefined) {
      same(session.describe(workload.id, `${newest}`), run('rollout', 'history', ...target, `--revision=${newest}`), 'rollout history --revision');
    }
    const undo = JSON.parse(session.undo(workload.id, 0));
    same(undo, fromCommandLine('plan', 'undo', ...target), 'plan undo');
  }
  session.free();

  function same(actual, expected, question) {
    assert.deepEqual(actual, expected, `${path}: ${question}`);
    answers += 1;
  }

  /** The answer of one of our own commands, without what says that it is one. */
  function fromCommandLine(...question) {
    const { apiVersion, kind, ...answer } = JSON.parse(run(...question, '-o', 'json'));
    assert.equal(apiVersion, 'rollscope/v1');
    assert.ok(kind);
    return answer;
  }

  /** Standard output, whatever the exit status: a refused undo is an answer, too. */
  function run(...question) {
    try {
      return execFileSync(commandLine, ['-f', file, ...question], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
    } catch (error) {
      return error.stdout;
    }
  }
}
console.log(`${answers} answers about ${exports.length} exports are the same`);

function open(file) {
  const session = new Session();
  session.begin(file);
  session.feed(readFileSync(file));
  session.end();
  while (!JSON.parse(session.step(1 << 20)).done);
  return session;
}
