import ec2Types from './data/ec2-types.json' with { type: 'json' };
import elasticacheEngineVersions from './data/elasticache-engine-versions.json' with { type: 'json' };
import elasticacheFamilies from './data/elasticache-families.json' with { type: 'json' };
import elasticacheNodeTypes from './data/elasticache-node-types.json' with { type: 'json' };
import kubernetesVersions from './data/kubernetes-versions.json' with { type: 'json' };
import rdsClasses from './data/rds-classes.json' with { type: 'json' };
import rdsEngineVersions from './data/rds-engine-versions.json' with { type: 'json' };
import rdsFamilies from './data/rds-families.json' with { type: 'json' };
import type { Ec2Type } from './ec2/instance-types.ts';
import type { ElasticacheEngineVersion } from './elasticache/engine-versions.ts';
import type { ElasticacheFamily } from './elasticache/families.ts';
import type { ElasticacheNodeType } from './elasticache/node-types.ts';
import type { KubernetesVersion } from './kubernetes/versions.ts';
import type { RdsClass } from './rds/classes.ts';
import type { RdsEngineVersion } from './rds/engine-versions.ts';
import type { RdsFamily } from './rds/families.ts';
import type { Table } from './table.ts';

/** What is known of AWS and Kubernetes beside their APIs: dated facts that become old, so that users may bring newer ones. */
export interface Catalog {
  readonly ec2Types: Table<Ec2Type>;
  readonly rdsClasses: Table<RdsClass>;
  /** By `db.m6g`. */
  readonly rdsFamilies: Table<RdsFamily>;
  /** By engine and major version: `postgres 15`, `mysql 8.0`. */
  readonly rdsEngineVersions: Table<RdsEngineVersion>;
  readonly elasticacheNodeTypes: Table<ElasticacheNodeType>;
  /** By `cache.r6g`. */
  readonly elasticacheFamilies: Table<ElasticacheFamily>;
  /** By engine and version as a spec writes it: `redis 7.1`, `redis 5.0.6`, `valkey 8.0`. */
  readonly elasticacheEngineVersions: Table<ElasticacheEngineVersion>;
  /** By minor version: `1.33`. */
  readonly kubernetesVersions: Table<KubernetesVersion>;
}

/** The tables of `data/`, each with source and date. */
export const builtInCatalog: Catalog = {
  ec2Types: table(ec2Types),
  rdsClasses: table(rdsClasses),
  rdsFamilies: table(rdsFamilies),
  rdsEngineVersions: table(rdsEngineVersions),
  elasticacheNodeTypes: table(elasticacheNodeTypes),
  elasticacheFamilies: table(elasticacheFamilies),
  elasticacheEngineVersions: table(elasticacheEngineVersions),
  kubernetesVersions: table(kubernetesVersions),
};

/** The rows are held to their fields by `catalog.test.ts`. */
function table<Row>({
  rows,
  ...about
}: {
  readonly source: string;
  readonly date: string;
  readonly rows: Readonly<Record<string, unknown>>;
}): Table<Row> {
  return { ...about, rows: new Map(Object.entries(rows as Readonly<Record<string, Row>>)) };
}
