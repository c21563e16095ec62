import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { grouped } from '../../util/grouped-digits.ts';

type Workload = ItemOf<Model['workloads']>;
export type Database = ItemOf<Model['databases']>;
type ItemOf<M> = M extends ReadonlyMap<string, infer Item> ? Item : never;

/** What one kind of client opens at its worst moment. */
export interface Demand {
  /** `blockchain-backend` or `the pooler`. */
  readonly who: string;
  /** `(40 + 10 pods) × 20`. */
  readonly working: string;
  readonly connections: number;
  /** Where the connections of one pod are said. */
  readonly sizePath: SpecPath;
  /** Where the number of pods is said. */
  readonly podsPath: SpecPath;
  /** Connections of one pod. */
  readonly size: number;
}

/**
 * What the workloads of a database open while a new version rolls out at the peak: the pods of both versions are
 * there, and idle connections count as well.
 *
 * @param via whether to count those that go to the database itself, or those that go to its pooler
 * @source capacity reference §4 (2026-11): pods = maxReplicas × (1 + maxSurge)
 */
export function demandsOfWorkloads(
  { workloads }: Model,
  database: string,
  via?: 'direct' | 'pgbouncer',
): Demand[] {
  return [...workloads].flatMap(([key, workload]) => {
    const settings = workload.database;
    if (settings?.ref !== database || (via !== undefined && settings.via !== via)) return [];
    const most = workload.autoscaling?.maxReplicas ?? workload.replicas ?? 0;
    const surge = surgeOf(workload, most);
    return [
      {
        who: key,
        working: `(${grouped(most)} + ${grouped(surge)} pods) × ${grouped(settings.poolSize)}`,
        connections: (most + surge) * settings.poolSize,
        sizePath: ['workloads', key, 'database', 'poolSize'],
        podsPath: [
          'workloads',
          key,
          ...(workload.autoscaling ? ['autoscaling', 'maxReplicas'] : ['replicas']),
        ],
        size: settings.poolSize,
      },
    ];
  });
}

/** Kubernetes rounds a share of the pods up. */
function surgeOf({ rollout }: Workload, pods: number): number {
  const { unit, amount } = rollout.maxSurge;
  return unit === 'pods' ? amount : Math.ceil((pods * amount) / 100);
}

/** What the pooler of a database opens while it rolls out: one pod more than it has, each with pools of its own. */
export function demandOfPooler(
  model: Model,
  key: string,
  { connectionPooler }: Database,
): Demand | undefined {
  if (!connectionPooler) return undefined;
  const { replicas, maxDbConnections } = connectionPooler;
  const names = new Set(
    [...model.workloads.values()].flatMap(({ database }) =>
      database?.ref === key && database.via === 'pgbouncer' ? [database.databaseName] : [],
    ),
  );
  const databases = Math.max(names.size, 1);
  const each = databases === 1 ? '' : ` × ${databases} databases`;
  return {
    who: 'the pooler',
    working: `(${grouped(replicas)} + 1 pods) × ${grouped(maxDbConnections)}${each}`,
    connections: (replicas + 1) * maxDbConnections * databases,
    sizePath: ['databases', key, 'connectionPooler', 'maxDbConnections'],
    podsPath: ['databases', key, 'connectionPooler', 'replicas'],
    size: maxDbConnections,
  };
}

export function total(demands: readonly Demand[]): number {
  return demands.reduce((sum, { connections }) => sum + connections, 0);
}

/** `api may open (40 + 10 pods) × 20 = 1,000 connections`, and what several make together. */
export function sentenceOf(demands: readonly Demand[]): string {
  const parts = demands.map(
    ({ who, working, connections }) => [who, `${working} = ${grouped(connections)}`] as const,
  );
  const [only, ...others] = parts;
  if (only && others.length === 0) return `${only[0]} may open ${only[1]} connections`;
  return `${parts.map(([who, working]) => `${who} with ${working}`).join(' and ')} may open ${grouped(total(demands))} connections`;
}
