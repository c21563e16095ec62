import type { SpecPath } from '../../../compiler/spec-path.ts';
import type { Databases } from '../schema.ts';

/** All primaries and replicas, each primary before its replicas. */
export function instancesOf(databases: Databases): readonly { identifier: string; at: SpecPath }[] {
  return [...databases].flatMap(([key, { identifier, readReplicas }]) => {
    const at = ['databases', key];
    const replicas = [...readReplicas].map(([replicaKey, replica]) => ({
      identifier: replica.identifier,
      at: [...at, 'readReplicas', replicaKey],
    }));
    return [{ identifier, at }, ...replicas];
  });
}
