import type { RelatedPlace } from '../../compiler/diagnostic.ts';
import type { Model } from '../../components/registry.ts';

/** For each database inside of the instance that is reached via the pooler the lines that ask for it; at least one. */
export function databasesBehindPooler(
  { workloads }: Model,
  key: string,
): readonly (readonly RelatedPlace[])[] {
  const databases = new Map<string | undefined, RelatedPlace[]>();
  for (const [who, { database }] of workloads) {
    if (database?.ref !== key || database.via !== 'pgbouncer') continue;
    const { databaseName } = database;
    const path = ['workloads', who, 'database', 'databaseName'];
    const line = { message: `${who} asks for a database of its own here`, at: { path } };
    databases.set(databaseName, [...(databases.get(databaseName) ?? []), line]);
  }
  return databases.size === 0 ? [[]] : [...databases.values()];
}
