import ec2Types from './data/ec2-types.json' with { type: 'json' };
import kubernetesVersions from './data/kubernetes-versions.json' with { type: 'json' };
import rdsClasses from './data/rds-classes.json' with { type: 'json' };
import type { Ec2Type } from './ec2/instance-types.ts';
import type { KubernetesVersion } from './kubernetes/versions.ts';
import type { RdsClass } from './rds/classes.ts';
import type { Table } from './table.ts';

/** What is known of AWS and Kubernetes beside their APIs: dated facts that become old, so that users may bring newer ones. */
export interface Catalog {
  readonly ec2Types: Table<Ec2Type>;
  readonly rdsClasses: Table<RdsClass>;
  /** By minor version: `1.33`. */
  readonly kubernetesVersions: Table<KubernetesVersion>;
}

/** The tables of `data/`, each with source and date. */
export const builtInCatalog: Catalog = {
  ec2Types: table<Ec2Type>(ec2Types),
  rdsClasses: table<RdsClass>(rdsClasses),
  kubernetesVersions: table<KubernetesVersion>(kubernetesVersions),
};

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
