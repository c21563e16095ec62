import type { ResourcePlace } from '../../../terraform/engine/root.ts';
import type { Workload } from '../schema.ts';

/**
 * Where an object of a workload is written. All three kinds have the key as their name: their types tell
 * them apart, and the key is what people look for.
 */
export function placeOf(
  key: string,
  { previousName }: Workload,
  part: readonly string[] = [],
): Pick<ResourcePlace, 'file' | 'at' | 'name' | 'previousName'> {
  return {
    file: 'workloads',
    at: ['workloads', key, ...part],
    name: [key],
    previousName: previousName === undefined ? undefined : [previousName],
  };
}

/** Labels of every object of ours, after the recommended ones of Kubernetes. */
export function labelsOf({ name }: Workload): Record<string, string> {
  // A name of an existing Deployment may be longer than a label may be.
  return {
    'app.kubernetes.io/managed-by': 'elastiform',
    ...(name.length <= 63 ? { 'app.kubernetes.io/name': name } : {}),
  };
}

/** @source kubernetes provider 2.38, `import` of namespaced objects */
export function importIdOf({ namespace }: Workload, name: string): string {
  return `${namespace}/${name}`;
}
