import { describe, expect, it } from 'vitest';
import { reviewPlans } from '../../src/review/make-review.ts';
import type { Group } from '../../src/review/review.ts';
import { readFixture } from './read-fixture.ts';

// Written by hand from AWS' documentation; the plans are real (test/e2e/suite/recorded-plans.test.ts). A Friday; windows are of postgres (Sun
// 04:30), of its replica (Sat 04:30) and of redis (Sun 05:00), "reports" and "sessions" apply immediately.
//
// RDS: "Settings for DB instances", awsdocs/amazon-rds-user-guide@0219b24 Overview.DBInstance.Modifying.md.
// ElastiCache: awsdocs/amazon-elasticache-docs@3f6f411 VersionManagement.md; "Scaling up Redis clusters with
// replicas"; ModifyReplicationGroupShardConfiguration, ApplyImmediately. All read 2026-11-27.
const TODAY = '2026-11-27';

const POSTGRES = 'aws_db_instance.postgres';
const REPLICA = 'aws_db_instance.postgres__replica_1';
const REPORTS = 'aws_db_instance.reports';
const REDIS = 'aws_elasticache_replication_group.redis';
const SESSIONS = 'aws_elasticache_replication_group.sessions';
const PARAMETERS = 'aws_db_parameter_group.postgres';

const SUNDAY = 'window 2026-11-29';

describe.each([
  // Class: downtime, apply_immediately decides; Multi-AZ makes it a failover.
  ['classes', POSTGRES, `update: failover ${SUNDAY}`],
  ['classes', REPLICA, 'update: reboot window 2026-11-28'],
  ['classes', REPORTS, 'update: reboot now'],
  // Node type: online, but clients of the old nodes are cut off.
  ['classes', REDIS, `update: failover ${SUNDAY}`],
  ['classes', SESSIONS, 'update: failover now'],
  // Engine version: downtime, of primary and standby together.
  ['minor-versions', POSTGRES, `update: reboot ${SUNDAY}`],
  ['minor-versions', REPORTS, 'update: reboot now'],
  // Redis with failover: reads go on, writes stop for seconds.
  ['minor-versions', SESSIONS, 'update: failover now'],
  ['major-version', POSTGRES, `update: reboot ${SUNDAY}`],
  // Another parameter group: its values wait for a reboot that RDS does not make.
  ['major-version', REPLICA, 'update: reboot next-reboot'],
  ['major-version', PARAMETERS, 'replace: online now'],
  // Redis to Valkey is an upgrade in place.
  ['major-version', REDIS, `update: failover ${SUNDAY}`],
  // Storage: no downtime, apply_immediately decides; the maximum is changed at once.
  ['storage', POSTGRES, `update: online ${SUNDAY}`],
  ['storage', REPLICA, 'update: online now'],
  ['storage', REPORTS, 'update: online now'],
  // Shards and replicas: only immediately, although the cache waits for its window.
  ['storage', REDIS, 'update: online now'],
  ['availability', REDIS, 'update: online now'],
  // Multi-AZ: no downtime either way.
  ['availability', POSTGRES, `update: online ${SUNDAY}`],
  ['availability', REPORTS, 'update: online now'],
  ['availability', SESSIONS, 'update: online now'],
  // A dynamic and a static parameter.
  ['parameters', PARAMETERS, 'update: reboot next-reboot'],
  ['parameters', SESSIONS, 'update: online now'],
  // Retention to another number of days at once, IAM authentication in the (new) window.
  ['care', POSTGRES, 'update: online window 2026-12-01'],
  // Port: rebooted immediately. Retention to 0: downtime.
  ['care', REPORTS, 'update: reboot now'],
  ['care', REDIS, 'update: online now'],
  ['more-replicas', 'aws_db_instance.postgres__replica_2', 'create: online now'],
  ['fewer', REPLICA, 'delete: replace now'],
  ['fewer', REDIS, 'update: online now'],
  // Username, zone, port of a cache, KMS key, engine downgrade: the provider replaces.
  ['replaced-data', POSTGRES, 'replace: replace now'],
  ['replaced-data', REPORTS, 'replace: replace now'],
  ['replaced-data', REDIS, 'replace: replace now'],
  ['replaced-data', SESSIONS, 'replace: replace now'],
  ['encryption-and-downgrade', POSTGRES, 'replace: replace now'],
  ['encryption-and-downgrade', SESSIONS, 'replace: replace now'],
  ['renamed-with-words', 'aws_db_instance.analytics', 'none'],
  ['renamed-without-words', REPORTS, 'delete: replace now'],
  ['renamed-without-words', 'aws_db_instance.analytics', 'create: online now'],
  ['removed-without-words', REPORTS, 'delete: replace now'],
  ['retired', REPORTS, 'forget'],
  // An import that changes the class and lets RDS rotate the password.
  ['adopted', REPORTS, 'update: reboot now'],
  ['adopted', SESSIONS, 'replace: replace now'],
  ['deposed', REPORTS, 'delete: replace now'],
  ['tags', POSTGRES, 'update: online now'],
])('the plan "%s"', (name, address, expected) => {
  it(`does to ${address}: ${expected}`, () => {
    expect(shown(groupOf(name, address))).toBe(expected);
  });
});

it('labels every change of RDS and ElastiCache', () => {
  for (const name of ['classes', 'care', 'tags', 'availability', 'parameters', 'fewer']) {
    const { groups } = reviewPlans([{ plan: readFixture(name) }], TODAY);
    const unlabelled = groups.filter(
      ({ type, label }) => /^aws_(?:db|rds|elasticache)_/.test(type) && !label,
    );
    expect(unlabelled).toEqual([]);
  }
});

it.each(['nothing', 'drift'])('finds no change of a database in "%s"', (name) => {
  const { changes } = readFixture(name);
  expect(changes.filter(({ type }) => type === 'aws_db_instance')).toEqual([]);
});

function groupOf(name: string, address: string): Group {
  const { groups } = reviewPlans([{ plan: readFixture(name) }], TODAY);
  const group = groups.find(({ members }) => members.some((member) => member.address === address));
  if (!group) throw new Error(`${name} does nothing to ${address}`);
  return group;
}

function shown({ action, label }: Group): string {
  if (!label) return action;
  const { interruption, moment, date } = label;
  return `${action}: ${interruption} ${moment}${date === undefined ? '' : ` ${date}`}`;
}
