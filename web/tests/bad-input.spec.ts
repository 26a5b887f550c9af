import { drop, expect, go, recorded, shows, test, type Given } from './page.ts';

const good = Buffer.from(recorded('kubernetes-1.20.2/01-nginx-deployment/snap-03-stuck-bad-image/all.yaml').content).toString();

function document(name: string): string {
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\n  namespace: web\nspec:\n  selector: {matchLabels: {app: ${name}}}\n  template:\n    metadata: {labels: {app: ${name}}}\n    spec: {containers: [{name: a, image: a}]}\n`;
}

/** Each gives a diagnostic with its place, and whatever is good is shown beside it. */
const bad: [what: string, file: Given, workloads: number][] = [
  ['an empty file', { name: 'bad.yaml', content: '' }, 0],
  ['a binary', { name: 'bad.yaml', content: Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256) }, 0],
  ['a picture', { name: 'bad.yaml', content: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }, 0],
  ['a truncated export', { name: 'bad.yaml', content: good.slice(0, good.length * 0.6) }, 1],
  ['one broken document among ten', { name: 'bad.yaml', content: Array.from({ length: 11 }, (_, index) => (index === 5 ? 'kind: Deployment\n  a: [\n' : document(`w${index}`))).join('---\n') }, 10],
];

for (const [what, file, workloads] of bad) {
  test(`says what is wrong with ${what} and shows the rest`, async ({ page, viewer }) => {
    await drop(page, file);
    await shows(page, 'bad.yaml');
    const problem = viewer.getByRole('region', { name: 'Problems of reading' });
    await expect(problem).toContainText(/bad\.yaml:\d+:\d+/);
    await expect(viewer.locator('.rail .wl')).toHaveCount(workloads);
  });
}

test('shows times that no calendar has beside good ones', async ({ page, viewer }) => {
  const odd = `${document('odd').replace('  namespace: web', '  namespace: web\n  creationTimestamp: "9999-12-31T23:59:59-01:00"')}status:
  observedGeneration: 1
  replicas: 1
  conditions:
  - {type: Progressing, status: "False", reason: ProgressDeadlineExceeded, message: late, lastUpdateTime: "0000-01-01T00:00:00Z", lastTransitionTime: "0000-01-01T00:00:00Z"}
  - {type: Available, status: "False", reason: x, message: y, lastUpdateTime: "0000-00-00T00:00:00+23:59", lastTransitionTime: "9999-12-31T23:59:59-01:00"}
`;
  await drop(page, { name: 'odd.yaml', content: odd }, { name: 'good.yaml', content: good });
  await shows(page, '2 files');
  await expect(viewer.locator('.rail')).toContainText('web/odd');
  await expect(viewer.locator('.rail')).toContainText('web/nginx-deployment');
  // What each view shows of the Deployment without ReplicaSets, and of the one that has some.
  const shown: [view: string, ofOdd: string, ofGood: string][] = [
    ['history', 'The export holds no ReplicaSet of this Deployment.', 'Change-cause as recorded'],
    ['diff', 'There is no revision to compare.', '1 change'],
    ['undo', 'no revision can be gone to', 'The pod template becomes that of revision 2.'],
  ];
  for (const [view, ofOdd, ofGood] of shown) {
    for (const [workload, text] of [['odd', ofOdd], ['nginx-deployment', ofGood]] as const) {
      await go(page, `#view=${view}&workload=deployment/web/${workload}`);
      await expect(viewer.locator('h1')).toContainText(workload);
      await expect(viewer.locator('main')).toContainText(text);
      await expect(viewer.locator('.note.bad')).toHaveCount(0);
    }
  }
});

test('keeps good files beside a bad one', async ({ page, viewer }) => {
  await drop(page, { name: 'bad.yaml', content: '' }, { name: 'good.yaml', content: good });
  await shows(page, '2 files');
  await expect(viewer.getByRole('region', { name: 'Problems of reading' })).toContainText('bad.yaml:1:1');
  await expect(viewer.locator('.rail')).toContainText('web/nginx-deployment');
  await expect(viewer.locator('table.hist tbody tr')).toHaveCount(3);
});

test('names what an export without ReplicaSets cannot tell', async ({ page, viewer }) => {
  await drop(page, { name: 'bare.yaml', content: document('bare') });
  await shows(page, 'bare.yaml');
  const missing = viewer.getByRole('region', { name: 'What this export is missing' });
  await expect(missing).toContainText('ReplicaSet: Deployments show no history.');
  await expect(missing).toContainText('kubectl get deploy,rs,ds,sts,controllerrevisions.apps,pods,events');
});

test('says of a Deployment what it reports, and no more', async ({ page, viewer }) => {
  const status = `status:
  observedGeneration: 1
  unavailableReplicas: 1
  conditions:
  - {type: Progressing, status: "True", reason: NewReplicaSetCreated, message: created}
  - {type: ReplicaFailure, status: "True", reason: FailedCreate, message: exceeded quota}
`;
  await drop(page, { name: 'quota.yaml', content: `${document('web')}${status}` });
  await shows(page, 'quota.yaml');
  const finding = viewer.getByRole('article');
  await expect(finding.getByRole('heading')).toHaveText('Rollout of web/web is failing: FailedCreate');
  await expect(finding.locator('p')).toHaveText('0 of 1 pod asked for is ready.');
});

test('says that the address names a workload that is not open', async ({ page, viewer }) => {
  await go(page, '#view=history&workload=deployment/shop/gone');
  await expect(viewer).toContainText('deployment/shop/gone is not in this sample');
});
