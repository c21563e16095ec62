import { always, defaulted, optional } from '../../compiler/language/fallback.ts';
import type { Field } from '../../compiler/language/field.ts';
import { choice, flag, integer, list, quantity, section, text } from '../../compiler/language/fields.ts';
import { ALARM_IDS } from './kinds/ids.ts';

const GUIDE = 'the scaling guide, "When to Scale"';

/** Each threshold once: what it means, what it is when nobody says it, and why. */
const FIELDS = {
  cpu: {
    field: share(
      'CPU of databases, caches, nodes and pods, on average, above which they are to be scaled.',
      '70%',
    ),
    fallback: '70%',
    why: GUIDE,
  },
  memory: {
    field: share(
      'Memory in use above which databases, caches and pods are to be scaled. A database warns when less than the rest of its class is free.',
      '80%',
    ),
    fallback: '80%',
    why: GUIDE,
  },
  p95: {
    field: text({
      description: 'Response time that 95 of 100 requests must stay within, in ms or s.',
      example: '500ms',
      examples: ['2s'],
      pattern: '^[1-9][0-9]{0,5}(?:ms|s)$',
      patternMeaning: 'a time such as 500ms or 2s',
      maxLength: 16,
    }),
    fallback: '500ms',
    why: GUIDE,
  },
  errors: {
    field: share('Share of the requests that are answered with a status of 500 or above.', '5%'),
    fallback: '5%',
    why: GUIDE,
  },
  databaseConnections: {
    field: share('Connections in use, as a share of max_connections.', '80%'),
    fallback: '80%',
    why: GUIDE,
  },
  storage: {
    field: share(
      'Disk space in use of what storage.allocated says. Where RDS grows the disk by itself, half of the free rest counts: RDS begins to grow at 10 % free, so that an alarm means it no longer does.',
      '90%',
    ),
    fallback: '90%',
    why: 'time enough to grow a disk by hand; RDS itself acts at 10 % free (RDS user guide, "Managing capacity automatically")',
  },
  cpuCredits: {
    field: share('CPU credits left on a burstable database, as a share of what it can save up.', '20%'),
    fallback: '20%',
    why: 'about five hours of earnings are left; afterwards the database is throttled or billed by the hour',
  },
  replicaLag: {
    field: quantity('duration', {
      description: 'How far a read replica may be behind its primary.',
      example: '6m',
    }),
    fallback: '6m',
    why: 'a PostgreSQL replica of an idle primary reports up to five minutes though nothing is late (RDS user guide)',
  },
  cacheConnections: {
    field: share('Connections to one node of a cache, as a share of the 65,000 that it takes.', '80%'),
    fallback: '80%',
    why: 'as for databases; the limit is not adjustable (ElastiCache user guide, "Which Metrics Should I Monitor?")',
  },
  cacheReplicationLag: {
    field: quantity('duration', {
      description: 'How far a replica of a cache may be behind its primary.',
      example: '30s',
    }),
    fallback: '30s',
    why: 'replication is asynchronous and normally well below a second; what is behind is lost in a failover',
  },
  evictions: {
    field: integer({
      description:
        'Keys that a cache may throw out in one period because its memory is full. Raise it for a cache that is meant to be full.',
      example: 0,
      minimum: 0,
      maximum: 1_000_000_000,
    }),
    fallback: 0,
    why: 'a cache that keeps throwing out keys is too small, and the database does its work again',
  },
  queueGrowth: {
    field: quantity('duration', {
      description: 'For how long a queue must grow; steps of 5m, at least two of them.',
      example: '30m',
    }),
    fallback: '30m',
    why: 'the guide says "growing consistently"; the rush of a campaign is over sooner',
  },
  queueBacklog: {
    field: integer({
      description: 'Messages that may wait in a queue without its growth meaning anything.',
      example: 100,
      minimum: 0,
      maximum: 1_000_000_000,
    }),
    fallback: 100,
    why: 'a queue that goes from one message to six within half an hour grows too, and is no problem',
  },
} as const;

export type ThresholdName = keyof typeof FIELDS;

/** As people write them. */
export const THRESHOLD_DEFAULTS: Readonly<Record<ThresholdName, string | number>> = {
  cpu: FIELDS.cpu.fallback,
  memory: FIELDS.memory.fallback,
  p95: FIELDS.p95.fallback,
  errors: FIELDS.errors.fallback,
  databaseConnections: FIELDS.databaseConnections.fallback,
  storage: FIELDS.storage.fallback,
  cpuCredits: FIELDS.cpuCredits.fallback,
  replicaLag: FIELDS.replicaLag.fallback,
  cacheConnections: FIELDS.cacheConnections.fallback,
  cacheReplicationLag: FIELDS.cacheReplicationLag.fallback,
  evictions: FIELDS.evictions.fallback,
  queueGrowth: FIELDS.queueGrowth.fallback,
  queueBacklog: FIELDS.queueBacklog.fallback,
};

export const THRESHOLDS = Object.keys(FIELDS) as readonly ThresholdName[];

/** Those that are a part of something in percent. */
export const SHARES = [
  'cpu',
  'memory',
  'errors',
  'databaseConnections',
  'storage',
  'cpuCredits',
  'cacheConnections',
] as const satisfies readonly ThresholdName[];

/** For all things of the environment. */
export const thresholds = always(
  section(
    {
      cpu: defaulted(FIELDS.cpu.field, FIELDS.cpu.fallback, FIELDS.cpu.why),
      memory: defaulted(FIELDS.memory.field, FIELDS.memory.fallback, FIELDS.memory.why),
      p95: defaulted(FIELDS.p95.field, FIELDS.p95.fallback, FIELDS.p95.why),
      errors: defaulted(FIELDS.errors.field, FIELDS.errors.fallback, FIELDS.errors.why),
      databaseConnections: defaulted(
        FIELDS.databaseConnections.field,
        FIELDS.databaseConnections.fallback,
        FIELDS.databaseConnections.why,
      ),
      storage: defaulted(FIELDS.storage.field, FIELDS.storage.fallback, FIELDS.storage.why),
      cpuCredits: defaulted(FIELDS.cpuCredits.field, FIELDS.cpuCredits.fallback, FIELDS.cpuCredits.why),
      replicaLag: defaulted(FIELDS.replicaLag.field, FIELDS.replicaLag.fallback, FIELDS.replicaLag.why),
      cacheConnections: defaulted(
        FIELDS.cacheConnections.field,
        FIELDS.cacheConnections.fallback,
        FIELDS.cacheConnections.why,
      ),
      cacheReplicationLag: defaulted(
        FIELDS.cacheReplicationLag.field,
        FIELDS.cacheReplicationLag.fallback,
        FIELDS.cacheReplicationLag.why,
      ),
      evictions: defaulted(FIELDS.evictions.field, FIELDS.evictions.fallback, FIELDS.evictions.why),
      queueGrowth: defaulted(FIELDS.queueGrowth.field, FIELDS.queueGrowth.fallback, FIELDS.queueGrowth.why),
      queueBacklog: defaulted(
        FIELDS.queueBacklog.field,
        FIELDS.queueBacklog.fallback,
        FIELDS.queueBacklog.why,
      ),
    },
    { description: 'Thresholds for all things of the environment.', example: { cpu: '70%', p95: '500ms' } },
  ),
);

const AS_FOR_ALL = 'as in alarms.thresholds';

/** What is different for one thing. */
export const overrides = section(
  {
    enabled: defaulted(
      flag({ description: 'Whether the thing has alarms at all.', example: false }),
      true,
      'everything that the spec knows is watched',
    ),
    without: optional(
      list(choice(ALARM_IDS, { description: 'A kind of alarm.', example: 'cache-evictions' }), {
        description: 'Kinds of alarms that the thing does not have.',
        example: ['cache-evictions'],
        minItems: 1,
      }),
      'the thing has every alarm that there is for it',
    ),
    cpu: optional(FIELDS.cpu.field, AS_FOR_ALL),
    memory: optional(FIELDS.memory.field, AS_FOR_ALL),
    p95: optional(FIELDS.p95.field, AS_FOR_ALL),
    errors: optional(FIELDS.errors.field, AS_FOR_ALL),
    databaseConnections: optional(FIELDS.databaseConnections.field, AS_FOR_ALL),
    storage: optional(FIELDS.storage.field, AS_FOR_ALL),
    cpuCredits: optional(FIELDS.cpuCredits.field, AS_FOR_ALL),
    replicaLag: optional(FIELDS.replicaLag.field, AS_FOR_ALL),
    cacheConnections: optional(FIELDS.cacheConnections.field, AS_FOR_ALL),
    cacheReplicationLag: optional(FIELDS.cacheReplicationLag.field, AS_FOR_ALL),
    evictions: optional(FIELDS.evictions.field, AS_FOR_ALL),
    queueGrowth: optional(FIELDS.queueGrowth.field, AS_FOR_ALL),
    queueBacklog: optional(FIELDS.queueBacklog.field, AS_FOR_ALL),
  },
  { description: 'What is different for one thing.', example: { cpu: '85%' } },
);

/** `500ms` in seconds, the unit of load balancers. */
export function secondsOf(p95: string): number {
  return p95.endsWith('ms') ? Number(p95.slice(0, -2)) / 1000 : Number(p95.slice(0, -1));
}

function share(description: string, example: string): Field<string | number, number, 'required'> {
  return quantity('share', { description, example });
}
