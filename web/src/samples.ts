import undoneDeployment from 'packed:../tests/cases/recorded/kubernetes-1.20.2/01-nginx-deployment/snap-09-after-undo-to-4/all.yaml';
import stuckDeployment from 'packed:../tests/cases/recorded/kubernetes-1.20.2/01-nginx-deployment/snap-03-stuck-bad-image/all.yaml';
import stuckStatefulSet from 'packed:../tests/cases/recorded/kubernetes-1.20.2/03-statefulset/snap-05-stuck-bad-image/all.yaml';
import shop from 'packed:../tests/cases/recorded/kubernetes-1.20.2/10-rich-template/snap-05-undone-to-4/all.yaml';
import { unpack } from './core/unpack.ts';
import type { Input } from './worker/protocol.ts';

/** An export of a real cluster that comes with the page: one of the recorded cases of the tests. */
export interface Sample {
  /** Its name in the address. */
  id: string;
  title: string;
  text: string;
  file: string;
  packed: string;
}

/** The first is shown when the page opens. */
export const samples: readonly Sample[] = [
  {
    id: 'stuck-deployment',
    title: 'A Deployment that is stuck on a bad image',
    text: 'nginx:1.231 does not exist; three old pods still serve. 3 revisions, 4 pods.',
    file: 'stuck-deployment.yaml',
    packed: stuckDeployment,
  },
  {
    id: 'undone-deployment',
    title: 'The same Deployment after three undos',
    text: 'Revision 2 became 4 and then 7. Numbers are gone, change-causes are those of older releases.',
    file: 'undone-deployment.yaml',
    packed: undoneDeployment,
  },
  {
    id: 'shop',
    title: 'Eleven releases of a shop, every field in motion',
    text: 'Containers, probes, volumes, environment, init order. 11 revisions.',
    file: 'shop.yaml',
    packed: shop,
  },
  {
    id: 'stuck-statefulset',
    title: 'A StatefulSet that undo does not repair',
    text: 'OrderedReady waits for web-4, which can never become ready. 3 revisions, 5 pods.',
    file: 'stuck-statefulset.yaml',
    packed: stuckStatefulSet,
  },
];

/** The sample of that name, or the first. */
export function sampleNamed(id: string | null): Sample {
  return samples.find((sample) => sample.id === id) ?? samples[0]!;
}

export async function sampleInput(sample: Sample): Promise<Input> {
  return { name: sample.file, data: await unpack(sample.packed) };
}
