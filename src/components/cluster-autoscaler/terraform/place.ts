import type { ResourcePlace } from '../../../terraform/engine/root.ts';
import type { ClusterAutoscaler } from '../schema.ts';

export const FILE = 'cluster-autoscaler';

/** Not `cluster-autoscaler` alone: a workload of that key would have the same address. */
export function placeOf(...part: readonly string[]): Pick<ResourcePlace, 'file' | 'at' | 'name'> {
  return { file: FILE, at: ['clusterAutoscaler'], name: ['eks', 'cluster-autoscaler', ...part] };
}

/**
 * Where an object of upstream's example manifest is written.
 *
 * @source kubernetes provider 2.38, `import`: `namespace/name`, and `name` for what is in no namespace
 */
export function adoptablePlaceOf(
  { adopt, name, namespace }: ClusterAutoscaler,
  scope: 'namespace' | 'cluster',
): ResourcePlace {
  const id = scope === 'namespace' ? `${namespace}/${name}` : name;
  return { ...placeOf(), importId: adopt ? id : undefined };
}

/** `app` is what the guide's commands select by, and what the selector of upstream's example has. */
export function labelsOf({ name }: ClusterAutoscaler): Record<string, string> {
  return {
    app: name,
    'app.kubernetes.io/managed-by': 'elastiform',
    'app.kubernetes.io/name': 'cluster-autoscaler',
  };
}
