import shop from 'packed:samples/shop.yaml';
import stuckDaemonSet from 'packed:samples/stuck-daemonset.yaml';
import stuckDeployment from 'packed:samples/stuck-deployment.yaml';
import stuckStatefulSet from 'packed:samples/stuck-statefulset.yaml';
import undoneDeployment from 'packed:samples/undone-deployment.yaml';
import { unpack } from './core/unpack.ts';
import type { Input } from './worker/protocol.ts';

/** An export of a real cluster that comes with the page. */
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
    title: 'Five releases of a shop, every field in motion',
    text: 'Containers, probes, volumes, environment, init order. 5 revisions.',
    file: 'shop.yaml',
    packed: shop,
  },
  {
    id: 'stuck-daemonset',
    title: 'A DaemonSet that waits for one node',
    text: 'fluentd v2.0 does not become ready on node-3. ControllerRevisions, one of them used twice.',
    file: 'stuck-daemonset.yaml',
    packed: stuckDaemonSet,
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
