import type { Catalog } from '../../../catalog/catalog.ts';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression, numberExpression } from '../../../terraform/engine/expression.ts';
import type { Model } from '../../registry.ts';
import { mostCredits } from '../facts.ts';
import { type Limits, limitsOf } from '../limits.ts';
import { thresholdCode, thresholdValue } from './thresholds.ts';
import type { Alarm, AlarmWriter, Metric } from './writer.ts';

const GIB = 2 ** 30;
type Database = Model['databases'] extends ReadonlyMap<string, infer D> ? D : never;

/** A primary or a replica. */
interface Instance extends Pick<Alarm, 'subject' | 'item' | 'keys' | 'previousKeys' | 'called'> {
  readonly class: string;
  readonly limits: Limits;
  /** The name of the local value that holds what is known of the class. */
  readonly local: string;
}

export function databaseAlarms({ databases }: Model, catalog: Catalog, writer: AlarmWriter): void {
  for (const [key, database] of databases) {
    const primary = primaryOf(key, database, catalog);
    classLocal(primary, database, writer);
    instanceAlarms(primary, writer);
    storageAlarm(primary, database, writer);
    for (const [replicaKey, replica] of database.readReplicas) {
      const keys = [key, replicaKey];
      const isRenamed = database.previousName !== undefined || replica.previousName !== undefined;
      const instance: Instance = {
        subject: 'replica',
        item: ['databases', key, 'readReplicas', replicaKey],
        keys,
        called: replica.identifier,
        previousKeys: isRenamed
          ? [database.previousName ?? key, replica.previousName ?? replicaKey]
          : undefined,
        class: replica.class,
        limits: limitsOf(catalog, database, replica.class),
        // One of the class of its primary needs no value of its own.
        local: replica.class === database.class ? primary.local : classLocalName(keys),
      };
      if (instance.local !== primary.local) classLocal(instance, database, writer);
      instanceAlarms(instance, writer);
      lagAlarm(instance, writer);
    }
  }
}

function primaryOf(key: string, database: Database, catalog: Catalog): Instance {
  return {
    subject: 'database',
    item: ['databases', key],
    keys: [key],
    called: database.identifier,
    previousKeys: database.previousName === undefined ? undefined : [database.previousName],
    class: database.class,
    limits: limitsOf(catalog, database, database.class),
    local: classLocalName([key]),
  };
}

function classLocalName(keys: readonly string[]): string {
  return addressName([...keys, 'class-limits']);
}

/** Beside the database and not among the alarms, so that another class is a change of one file. */
function classLocal({ keys, item, limits }: Instance, { engine }: Database, { roots }: AlarmWriter): void {
  const { memoryGib, connections, working } = limits;
  if (memoryGib === undefined && connections === undefined) return;
  roots.aws.local(
    {
      file: `rds-${engine}`,
      at: [...item, 'class'],
      name: [...keys, 'class-limits'],
      notes: [connections === undefined ? `max_connections: ${working}.` : `max_connections = ${working}`],
    },
    { memory_gib: memoryGib, max_connections: connections },
  );
}

function instanceAlarms(instance: Instance, writer: AlarmWriter): void {
  const { item, limits, local } = instance;
  const code = (name: Parameters<typeof thresholdCode>[2]) => thresholdCode(writer.alarms, item, name);
  const common = { ...instance, evaluation: 'alarm-evaluation' } as const;
  const percent = (text: string) => expression(text);

  writer.add({
    ...common,
    id: 'database-cpu',
    metric: rds(instance, 'CPUUtilization', 'Average'),
    breaches: 'above',
    threshold: thresholdValue(writer.alarms, item, 'cpu'),
    says: `CPU above ${percent(code('cpu'))} %, sustained.`,
  });
  if (limits.memoryGib !== undefined) {
    writer.add({
      ...common,
      id: 'database-memory',
      metric: rds(instance, 'FreeableMemory', 'Minimum'),
      breaches: 'below',
      threshold: numberExpression(
        `floor(local.${local}.memory_gib * ${GIB} * (100 - ${code('memory')}) / 100)`,
      ),
      says: `More than ${percent(code('memory'))} % of ${expression(`local.${local}.memory_gib`)} GiB of memory in use, sustained.`,
    });
  }
  if (limits.connections !== undefined) {
    writer.add({
      ...common,
      id: 'database-connections',
      metric: rds(instance, 'DatabaseConnections', 'Maximum'),
      breaches: 'above',
      threshold: numberExpression(
        `floor(local.${local}.max_connections * ${code('databaseConnections')} / 100)`,
      ),
      says: `More than ${percent(code('databaseConnections'))} % of ${expression(`local.${local}.max_connections`)} connections in use, sustained.`,
    });
  }
  const credits = mostCredits(instance.class);
  if (credits !== undefined) {
    writer.add({
      ...common,
      id: 'database-credits',
      metric: rds(instance, 'CPUCreditBalance', 'Minimum'),
      breaches: 'below',
      threshold: numberExpression(`floor(${credits} * ${code('cpuCredits')} / 100)`),
      says: `Less than ${percent(code('cpuCredits'))} % of the CPU credits left.`,
    });
  }
}

function storageAlarm(instance: Instance, { storage, engine }: Database, writer: AlarmWriter): void {
  const { item, keys } = instance;
  const name = [...keys, 'allocated-gib'];
  writer.roots.aws.local(
    {
      file: `rds-${engine}`,
      at: [...item, 'storage', 'allocated'],
      name,
      notes: ['For the alarm of the disk, which must not move when RDS grows it.'],
    },
    storage.allocated,
  );
  const isAutomatic = storage.owner === 'rds-autoscaling';
  const used = thresholdCode(writer.alarms, item, 'storage');
  writer.add({
    ...instance,
    id: 'database-storage',
    evaluation: 'alarm-evaluation',
    metric: rds(instance, 'FreeStorageSpace', 'Minimum'),
    breaches: 'below',
    // Half of it where RDS grows the disk at 10 % free: an alarm then means that it no longer does.
    threshold: numberExpression(
      `floor(local.${addressName(name)} * ${GIB} * (100 - ${used}) / ${isAutomatic ? 200 : 100})`,
    ),
    says: isAutomatic ? 'The disk is nearly full, and RDS does not grow it.' : 'The disk is nearly full.',
  });
}

function lagAlarm(instance: Instance, writer: AlarmWriter): void {
  const { item } = instance;
  writer.add({
    ...instance,
    id: 'replica-lag',
    evaluation: 'alarm-evaluation',
    metric: rds(instance, 'ReplicaLag', 'Average'),
    breaches: 'above',
    threshold: thresholdValue(writer.alarms, item, 'replicaLag'),
    says: `The replica is more than ${expression(thresholdCode(writer.alarms, item, 'replicaLag'))} seconds behind, sustained, or says nothing.`,
  });
}

/** A metric of an instance. */
export function rds({ keys }: { readonly keys: SpecPath }, name: string, stat: string): Metric {
  const identifier = expression(`aws_db_instance.${addressName(keys)}.identifier`);
  return { namespace: 'AWS/RDS', name, dimensions: { DBInstanceIdentifier: identifier }, stat };
}
