/** A pod template whose variables have other values in each release. */
function template(release: number, variables: number): string {
  const env = Array.from({ length: variables }, (_, index) => `\n        - {name: VAR_${index}, value: "${index + release}"}`).join('');
  return `  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n      - name: web\n        image: web:${release}\n        env:${env || ' []'}`;
}

/** A Deployment with so many ReplicaSets, one a release, each of which changes so many variables. */
export function releases(count: number, variables: number): string {
  const selector = '  selector: {matchLabels: {app: web}}';
  const deployment = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop, uid: d, annotations: {deployment.kubernetes.io/revision: "${count}"}}\nspec:\n  replicas: 1\n${selector}\n${template(count, variables)}\n`;
  const sets = Array.from({ length: count }, (_, index) => {
    const release = index + 1;
    const owner = '[{apiVersion: apps/v1, kind: Deployment, name: web, uid: d, controller: true}]';
    const annotations = `{deployment.kubernetes.io/revision: "${release}", kubernetes.io/change-cause: release ${release}}`;
    return `apiVersion: apps/v1\nkind: ReplicaSet\nmetadata: {name: web-${release}, namespace: shop, uid: r${release}, labels: {app: web}, annotations: ${annotations}, ownerReferences: ${owner}}\nspec:\n  replicas: 0\n${selector}\n${template(release, variables)}\n`;
  });
  return [deployment, ...sets].join('---\n');
}

/** A Deployment of that name with three revisions, all of whose replicas are there. */
export function settledRollout(name: string): string {
  const status = 'status: {observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 1, readyReplicas: 1}';
  return releases(3, 0).replaceAll('web', name).replace('---', `${status}\n---`);
}
