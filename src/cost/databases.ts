import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { type DiskOf, diskItems } from './database-disk.ts';
import { type CostItem, same } from './item.ts';
import { type Pricing, priceItem, withoutPrice } from './price-item.ts';
import type { Section } from './prices/sections.ts';

type Database = Model['databases'] extends ReadonlyMap<string, infer Item> ? Item : never;

/** Instances, standbys, replicas, disks and secrets of all databases. */
export function databaseItems(model: Model, pricing: Pricing): readonly CostItem[] {
  return [...model.databases].flatMap(([key, database]) => {
    const path = ['databases', key];
    const { monitoring, storage } = database;
    const primary = { path, class: database.class, multiAz: database.multiAz };
    const disk: DiskOf = { path, database, multiAz: database.multiAz, max: storage.max };
    return [
      instanceItem(primary, database, pricing),
      ...diskItems(disk, key, model, pricing),
      ...insightsItems(path, monitoring.performanceInsights, database),
      ...secretItems(path, database, pricing),
      ...[...database.readReplicas].flatMap(([replicaKey, replica]) => {
        const at = [...path, 'readReplicas', replicaKey];
        const { multiAz, maxStorage } = replica;
        return [
          instanceItem({ path: at, class: replica.class, multiAz }, database, pricing),
          ...diskItems({ path: at, database, multiAz, max: maxStorage }, key, model, pricing),
          ...insightsItems(at, replica.performanceInsights, database),
        ];
      }),
    ];
  });
}

interface Instance {
  readonly path: SpecPath;
  readonly class: string;
  readonly multiAz: boolean;
}

const SECTION_OF: Readonly<Record<Database['engine'], Section>> = {
  postgres: 'rdsPostgres',
  mysql: 'rdsMysql',
  mariadb: 'rdsMariadb',
};

/** A standby costs as much as its primary. @source RDS user guide, "On-Demand DB instances" (read 2026-11-27) */
function instanceItem(instance: Instance, { engine }: Database, pricing: Pricing): CostItem {
  const { path, multiAz } = instance;
  const instances = multiAz ? 2 : 1;
  return priceItem(
    {
      path,
      what: `${instance.class}${multiAz ? ', Multi-AZ' : ''}`,
      unit: 'instance',
      quantity: same(instances),
      counted: multiAz ? '2 instances (Multi-AZ)' : '1 instance',
      inputs: [
        [...path, 'class'],
        [...path, 'multiAz'],
      ],
    },
    SECTION_OF[engine],
    instance.class,
    pricing,
  );
}

/** Days of Performance Insights that cost nothing. @source `performanceInsights` of the language */
const FREE_INSIGHTS_SECONDS = 7 * 86_400;

function insightsItems(
  path: SpecPath,
  isOn: boolean,
  { monitoring: { performanceInsightsRetention: retention } }: Database,
): readonly CostItem[] {
  if (!isOn || retention <= FREE_INSIGHTS_SECONDS) return [];
  const at = ['databases', path[1]!, 'monitoring', 'performanceInsightsRetention'];
  return [
    withoutPrice(
      {
        path,
        what: 'Performance Insights beyond 7 days',
        unit: 'vCPU',
        quantity: same(0),
        counted: 'vCPUs of the class',
        inputs: [at],
      },
      'no price of long retention is in any table: it goes by the family of the class',
    ),
  ];
}

/**
 * RDS keeps the password in a secret of its own, which is billed as any other.
 *
 * @source RDS user guide, "Password management with Amazon RDS and AWS Secrets Manager" (read 2026-11-27)
 */
function secretItems(path: SpecPath, { credentials }: Database, pricing: Pricing): readonly CostItem[] {
  if (credentials !== 'managed') return [];
  const item = {
    path,
    what: 'secret of the administrator',
    unit: 'secret',
    quantity: same(1),
    counted: '1 secret',
    inputs: [[...path, 'credentials']],
  };
  return [priceItem(item, 'secretsManager', 'secret', pricing)];
}
