import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1/index.js';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import type { Roots } from '../../../terraform/platform/roots.ts';
import type { Model } from '../../registry.ts';
import type { Workload } from '../schema.ts';
import type { WorkloadDatabase } from '../schema-database.ts';
import { labelsOf, placeOf } from './place.ts';

/** Adds the ConfigMap with the settings of the database, unless the spec does without it. */
export function addDatabaseConfig(
  roots: Pick<Roots, 'kubernetes' | 'kubernetesLookups'>,
  key: string,
  workload: Workload,
  { databases }: Model,
): void {
  const { database, previousName, namespace } = workload;
  if (!database?.configMap) return;
  // The reference was checked; tests of this kind alone have no databases at all.
  const target = (databases as Model['databases'] | undefined)?.get(database.ref);
  if (!target) return;
  roots.kubernetes.resource(
    ConfigMapV1,
    {
      ...placeOf(key, workload, ['database']),
      name: [key, 'database'],
      previousName: previousName === undefined ? undefined : [previousName, 'database'],
    },
    {
      metadata: { name: database.configMap.name, namespace, labels: labelsOf(workload) },
      data: {
        ...primarySettings(roots, database, target),
        ...replicaSettings(roots, database, target),
        ...poolSettings(database),
      },
    },
  );
}

/** References to the ConfigMap of a Deployment of ours; undefined when it has none. */
export function databaseConfigOf(
  key: string,
  { database }: Workload,
): { readonly name: string; readonly checksum: string } | undefined {
  if (!database?.configMap) return undefined;
  const address = `kubernetes_config_map_v1.${addressName([key, 'database'])}`;
  return {
    name: expression(`${address}.metadata[0].name`),
    checksum: expression(`sha256(jsonencode(${address}.data))`),
  };
}

type Database = Model['databases'] extends ReadonlyMap<string, infer D> ? D : never;
type Lookups = Pick<Roots, 'kubernetesLookups'>;

function primarySettings({ kubernetesLookups }: Lookups, database: WorkloadDatabase, target: Database) {
  const { ref, databaseName, sslMode, via } = database;
  const pooler = via === 'pgbouncer' ? target.connectionPooler : undefined;
  return {
    DB_HOST: pooler
      ? `${pooler.name}.${pooler.namespace}.svc`
      : kubernetesLookups.databaseInstance([ref], target.identifier).address,
    DB_PORT: String(pooler ? pooler.port : target.port),
    DB_NAME: databaseName,
    DB_SSLMODE: sslMode,
  };
}

/** The first replica by its key, for applications that know of one, and all of them for those that know of more. */
function replicaSettings({ kubernetesLookups }: Lookups, database: WorkloadDatabase, target: Database) {
  const hosts = [...target.readReplicas].map(
    ([key, { identifier }]) => kubernetesLookups.databaseInstance([database.ref, key], identifier).address,
  );
  if (hosts.length === 0) return {};
  return {
    DB_REPLICA_HOST: hosts[0],
    DB_REPLICA_HOSTS: hosts.join(','),
    DB_REPLICA_PORT: String(target.port),
    // The pooler of the primary is not in between.
    DB_REPLICA_SSLMODE: database.sslMode === 'disable' ? 'require' : database.sslMode,
  };
}

function poolSettings({ poolSize, maxIdle, maxLifetime, maxIdleTime }: WorkloadDatabase) {
  return {
    DB_MAX_OPEN_CONNS: String(poolSize),
    DB_MAX_IDLE_CONNS: maxIdle === undefined ? undefined : String(maxIdle),
    DB_CONN_MAX_LIFETIME: maxLifetime === undefined ? undefined : goDuration(maxLifetime),
    DB_CONN_MAX_IDLE_TIME: maxIdleTime === undefined ? undefined : goDuration(maxIdleTime),
  };
}

/** As time.ParseDuration of Go takes it, which knows no days: `24h`, `10m`, `90s`. */
function goDuration(seconds: number): string {
  if (seconds > 0 && seconds % 3600 === 0) return `${seconds / 3600}h`;
  if (seconds > 0 && seconds % 60 === 0) return `${seconds / 60}m`;
  return `${seconds}s`;
}
