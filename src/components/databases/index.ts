import { defineComponent, type StatefulItem } from '../../compiler/component.ts';
import { databaseRules } from './rules/index.ts';
import { type Databases, databaseMap } from './schema.ts';

/** RDS instances with their groups and read replicas. */
export const databases = defineComponent({
  key: 'databases',
  field: databaseMap,
  rules: databaseRules,
  statefulItems,
  lowering: async () => (await import('./terraform.ts')).lowerDatabases,
});

/** Replicas count too: one that is promoted holds data that its primary has not. */
function statefulItems(items: Databases): readonly StatefulItem[] {
  return [...items].flatMap(([key, { previousName, readReplicas }]) => {
    const path = ['databases', key];
    const previousPath = previousName === undefined ? undefined : ['databases', previousName];
    const replicas = [...readReplicas].map(([replicaKey, replica]): StatefulItem => {
      const isMoved = previousPath !== undefined || replica.previousName !== undefined;
      return {
        path: [...path, 'readReplicas', replicaKey],
        previousPath: isMoved
          ? [...(previousPath ?? path), 'readReplicas', replica.previousName ?? replicaKey]
          : undefined,
      };
    });
    return [{ path, previousPath }, ...replicas];
  });
}
