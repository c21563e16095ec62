import type { RelatedPlace } from '../../compiler/diagnostic.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { databasesBehindPooler } from './databases-behind-pooler.ts';

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
  /** The value at `sizePath` with which one pod has this many connections; 0 and less are no value. */
  sizeFor(connections: number): number;
  /** Fewest pods that there may be, whatever else is changed. */
  readonly fewestPods: number;
  /** Every line of the spec that the number rests on, written or not. */
  readonly lines: readonly RelatedPlace[];
  /** Pods beyond the number that is said, while a new version rolls out. */
  surge(pods: number): number;
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
    const pods = workload.autoscaling?.maxReplicas ?? workload.replicas ?? 0;
    const surge = (count: number) => surgeOf(workload, count);
    const sizePath = ['workloads', key, 'database', 'poolSize'];
    const podsKeys = workload.autoscaling ? ['autoscaling', 'maxReplicas'] : ['replicas'];
    const podsPath = ['workloads', key, ...podsKeys];
    return [
      {
        who: key,
        working: `(${grouped(pods)} + ${grouped(surge(pods))} pods) × ${grouped(settings.poolSize)}`,
        connections: (pods + surge(pods)) * settings.poolSize,
        sizePath,
        podsPath,
        size: settings.poolSize,
        sizeFor: (most) => most,
        fewestPods: workload.autoscaling?.minReplicas ?? 1,
        lines: [
          { message: `the number of pods of ${key} is set here`, at: { path: podsPath } },
          { message: `the connections of one pod of ${key} are set here`, at: { path: sizePath } },
          {
            message: `how many pods of ${key} there may be above their number is set here`,
            at: { path: ['workloads', key, 'rollout', 'maxSurge'] },
          },
        ],
        surge,
      },
    ];
  });
}

/** Kubernetes rounds a share of the pods up. */
function surgeOf({ rollout }: Workload, pods: number): number {
  const { unit, amount } = rollout.maxSurge;
  return unit === 'pods' ? amount : Math.ceil((pods * amount) / 100);
}

/**
 * What the pooler of a database opens while it rolls out: one pod more than it has, each with pools of its own, for
 * each database that clients ask for.
 *
 * @param isWritten tells which key of the pooler the number comes from; without it that of the most connections
 */
export function demandOfPooler(
  model: Model,
  key: string,
  { connectionPooler }: Database,
  isWritten: (path: SpecPath) => boolean = () => true,
): Demand | undefined {
  if (!connectionPooler) return undefined;
  const { replicas, maxDbConnections, reservePoolSize } = connectionPooler;
  const databases = databasesBehindPooler(model, key);
  const each = databases.length === 1 ? '' : ` × ${databases.length} databases`;
  const at = (name: string) => ['databases', key, 'connectionPooler', name];
  const size = maxDbConnections * databases.length;
  // The most of a database follows from its pools where nobody says it.
  const followsPools = !isWritten(at('maxDbConnections')) && isWritten(at('defaultPoolSize'));
  return {
    who: 'the pooler',
    working: `(${grouped(replicas)} + 1 pods) × ${grouped(maxDbConnections)}${each}`,
    connections: (replicas + 1) * size,
    sizePath: at(followsPools ? 'defaultPoolSize' : 'maxDbConnections'),
    podsPath: at('replicas'),
    size,
    sizeFor: (most) => Math.floor(most / databases.length) - (followsPools ? reservePoolSize : 0),
    fewestPods: 1,
    lines: [
      { message: 'the number of pods of the pooler is set here', at: { path: at('replicas') } },
      ...(followsPools ? ['defaultPoolSize', 'reservePoolSize'] : ['maxDbConnections']).map((name) => ({
        message: 'the connections of one pod of the pooler are set here',
        at: { path: at(name) },
      })),
      ...(databases.length === 1 ? [] : databases.flat()),
    ],
    surge: () => 1,
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

/** The lines that a person has written, without that of the finding itself. */
export function linesOf(
  demands: readonly Demand[],
  finding: SpecPath,
  isWritten: (path: SpecPath) => boolean,
): RelatedPlace[] {
  return demands
    .flatMap(({ lines }) => lines)
    .filter(({ at }) => 'path' in at && isWritten(at.path) && at.path.join('.') !== finding.join('.'));
}
