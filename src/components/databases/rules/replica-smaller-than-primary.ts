import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { type InstanceClass, readInstanceClass } from '../facts/instance-class.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

export const replicaSmallerThanPrimary = defineRule<Databases>({
  code: 'database/replica-smaller-than-primary',
  severity: 'warning',
  summary: 'a PostgreSQL replica is at least as large as its primary',
  why: 'a hot standby needs max_connections and max_worker_processes as high as its primary; RDS raises what would keep it from starting, on a class whose memory and vCPU were not meant for it',
  source:
    'awsdocs/amazon-rds-user-guide@0382800, USER_PostgreSQL.Replication.ReadReplicas.md; postgresql.org, commit 1ea5ce5 of 2015-09-03 (read 2026-11-25); unverified: that RDS makes max_worker_processes from the vCPU',
  examples: {
    good: [
      postgres({ readReplicas: '{replica-1: {class: db.r6g.4xlarge}}' }),
      postgres({
        parameters: '{max_connections: {value: "2000"}, max_worker_processes: {value: "16"}}',
        readReplicas: '{replica-1: {class: db.r6g.xlarge}}',
      }),
    ],
    bad: [
      postgres({ readReplicas: '{replica-1: {class: db.r6g.xlarge}}' }),
      postgres({ readReplicas: '{replica-1: {class: db.m6g.2xlarge}}' }),
    ],
  },
  check: eachItem<Database>('databases', (database, at, report) => {
    if (database.engine !== 'postgres') return;
    const primary = readInstanceClass(database.class);
    for (const [key, replica] of database.readReplicas) {
      const own = readInstanceClass(replica.class);
      if (!primary || !own) continue;
      const missing = lowered(own, primary).filter((name) => !isFixed(database, name));
      if (missing.length === 0) continue;
      report({
        at: at('readReplicas', key, 'class'),
        message: `${replica.class} (${sizeOf(own)}) is smaller than its primary ${database.class} (${sizeOf(primary)}), which lowers ${missing.join(' and ')}`,
        help: `take ${database.class}, or set ${missing.join(' and ')} to a number in parameters, which the replica shares`,
        related: [{ message: 'the class of the primary', at: { path: at('class') } }],
        suggestions: [{ message: 'the class of the primary', replacement: database.class }],
      });
    }
  }),
});

function lowered(own: InstanceClass, primary: InstanceClass): string[] {
  return [
    ...(own.memoryGib < primary.memoryGib ? ['max_connections'] : []),
    ...(own.vcpu < primary.vcpu ? ['max_worker_processes'] : []),
  ];
}

/** A formula such as `LEAST({DBInstanceClassMemory/9531392},5000)` follows the class. */
function isFixed({ parameters }: Database, name: string): boolean {
  return /^[0-9]+$/.test(parameters.get(name)?.value ?? '');
}

function sizeOf({ vcpu, memoryGib }: InstanceClass): string {
  return `${vcpu} vCPU, ${memoryGib} GiB`;
}

export const replicaWeakerThanPrimary = defineRule<Databases>({
  code: 'database/replica-weaker-than-primary',
  severity: 'warning',
  summary: 'a MySQL or MariaDB replica is at least as large as its primary',
  why: 'a replica applies every write of the primary and serves reads besides; a smaller one falls behind under load',
  source:
    'unverified: general knowledge of replication; awsdocs/amazon-rds-user-guide@0382800 asks the same for PostgreSQL (read 2026-11-25)',
  examples: {
    good: [mysql({ readReplicas: '{replica-1: {}}' })],
    bad: [mysql({ readReplicas: '{replica-1: {class: db.r6g.xlarge}}' })],
  },
  check: eachItem<Database>('databases', (database, at, report) => {
    if (database.engine === 'postgres') return;
    const primary = readInstanceClass(database.class);
    for (const [key, replica] of database.readReplicas) {
      const own = readInstanceClass(replica.class);
      if (!primary || !own || lowered(own, primary).length === 0) continue;
      report({
        at: at('readReplicas', key, 'class'),
        message: `${replica.class} (${sizeOf(own)}) is smaller than its primary ${database.class} (${sizeOf(primary)})`,
        help: `take ${database.class}, or watch the replica lag`,
        related: [{ message: 'the class of the primary', at: { path: at('class') } }],
      });
    }
  }),
});
