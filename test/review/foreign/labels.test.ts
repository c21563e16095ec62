import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reviewPlans } from '../../../src/review/make-review.ts';
import { renderJson } from '../../../src/review/render/json.ts';
import { renderMarkdown } from '../../../src/review/render/markdown.ts';
import { renderText } from '../../../src/review/render/text.ts';
import type { Group, Review } from '../../../src/review/review.ts';
import { planOf } from '../read-fixture.ts';

// Terraform that elastiform did not write: modules, for_each, Aurora, Memcached, one node of Redis. Plans of Terraform
// 1.11.4 and the AWS provider 5.100.0 against the mock, 2026-11-27, of changes of `legacy/`, cut down to what a review
// reads; nothing records them again. Labels were written by hand before any of the plans was reviewed, from:
//
// RDS: awsdocs/amazon-rds-user-guide@0219b24 Overview.DBInstance.Modifying.md. Aurora: awsdocs/amazon-aurora-user-guide
// @0181647 Aurora.Modifying.md. ElastiCache: awsdocs/amazon-elasticache-docs VersionManagement.md, memcache/Scaling.md,
// redis/Scaling.RedisStandalone.ScaleUp.md; "Enabling in-transit encryption". Blue/green: the provider's instance.go.
const plans = JSON.parse(readFileSync(new URL('plans.golden.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, unknown>
>;

const ORDERS = 'module.db["orders"].aws_db_instance.this';
const BILLING = 'module.db["billing"].aws_db_instance.this';
const INVOICES = 'module.db["invoices"].aws_db_instance.this';
const REPLICA = 'aws_db_instance.replica';
const SCRATCH = 'aws_db_instance.scratch';
const PARAMETERS = 'aws_db_parameter_group.pg15';
const AURORA = 'aws_rds_cluster.aurora';
const WRITER = 'aws_rds_cluster_instance.aurora[0]';
const CLUSTER_PARAMETERS = 'aws_rds_cluster_parameter_group.aurora';
const SHARDED = 'aws_elasticache_replication_group.sharded';
const PLAIN = 'aws_elasticache_replication_group.plain';
const MEMCACHED = 'aws_elasticache_cluster.memcached';
const SINGLE = 'aws_elasticache_cluster.single';

describe.each([
  ['shards-up', SHARDED, 'update: online now'],
  ['single-node-type', PLAIN, 'update: failover now'],
  ['memcached-engine', MEMCACHED, 'update: replace window 2026-12-03'],
  ['single-redis-type', SINGLE, 'update: failover window 2026-12-03'],
  ['cache-parameter', 'aws_elasticache_parameter_group.r7', 'update: online now'],
  ['ng-types', 'aws_eks_node_group.ng', 'replace deletion'],
  ['aurora-minor', AURORA, 'update: reboot window 2026-11-30'],
  ['dynamic-parameter', PARAMETERS, 'update: online now'],
  ['retention-0-7', SCRATCH, 'update: reboot window 2026-11-28'],
  ['retention-7-0', BILLING, 'update: reboot now'],
  ['retention-7-0', ORDERS, 'update: online now'],
  ['shards-down', SHARDED, 'update: online now'],
  ['single-engine', PLAIN, 'update: reboot now'],
  ['memcached-nodes', MEMCACHED, 'update: online window 2026-12-03'],
  ['single-redis-engine', SINGLE, 'update: reboot window 2026-12-03'],
  ['aurora-port', AURORA, 'update: reboot now'],
  ['static-parameter', PARAMETERS, 'update: reboot next-reboot'],
  ['password', SCRATCH, 'update: online now'],
  ['multi-az', ORDERS, 'update: online window 2026-12-02'],
  ['multi-az', BILLING, 'update: online now'],
  ['cache-node-type', SHARDED, 'update: failover window 2026-12-03'],
  ['auth-token', PLAIN, 'update: online now'],
  ['memcached-type', MEMCACHED, 'replace: replace now'],
  ['aurora-settings', AURORA, 'update: online now'],
  ['cluster-static-parameter', CLUSTER_PARAMETERS, 'update: reboot next-reboot'],
  ['sensitive-class', SCRATCH, 'update: reboot window 2026-11-28'],
  ['certificate', ORDERS, 'update: reboot window 2026-12-02'],
  ['certificate', BILLING, 'update: reboot now'],
  ['cache-engine', SHARDED, 'update: failover window 2026-12-03'],
  ['aurora-window', AURORA, 'update: online now'],
  ['cluster-dynamic-parameter', CLUSTER_PARAMETERS, 'update: online now'],
  ['promotion', REPLICA, 'update: reboot now'],
  ['port', ORDERS, 'update: reboot now'],
  ['aurora-class', WRITER, 'update: reboot window 2026-11-30'],
  ['subnet-group', ORDERS, 'update: reboot window 2026-12-02'],
  ['subnet-group', BILLING, 'update: reboot now'],
  ['aurora-tier', WRITER, 'update: online now'],
  ['kms', ORDERS, 'replace: replace now'],
  ['kms', BILLING, 'replace: replace now'],
  ['snapshot-window', SHARDED, 'update: online now'],
  ['aurora-reader-gone', 'aws_rds_cluster_instance.aurora[1]', 'delete: replace now'],
  ['identifier', ORDERS, 'update: reboot window 2026-12-02'],
  ['identifier', BILLING, 'update: reboot now'],
  ['no-snapshots', SHARDED, 'update: online now'],
  ['key-renamed-with-moved', INVOICES, 'none'],
  ['cache-port', SHARDED, 'replace: replace now'],
  ['key-renamed-without-moved', BILLING, 'delete: replace now'],
  ['key-renamed-without-moved', INVOICES, 'create: online now'],
  ['import-and-change', 'aws_sns_topic.t', 'update adoption settings'],
  ['import-and-replace', SINGLE, 'replace: replace now'],
  ['other-parameter-group', ORDERS, 'update: reboot next-reboot'],
  ['stateful-gone', 'aws_dynamodb_table.locks', 'delete deletion'],
  ['stateful-gone', MEMCACHED, 'delete: replace now'],
  ['stateful-gone', SINGLE, 'delete: replace now'],
  ['stateful-gone', 'aws_sqs_queue.q["dead \\"letters\\""]', 'delete deletion'],
  ['replace-by-request', SCRATCH, 'replace: replace now'],
  ['targeted', 'aws_sns_topic.t', 'update settings'],
  ['parameter-group-renamed', PARAMETERS, 'replace: replace now'],
  ['parameter-group-renamed', ORDERS, 'update: reboot next-reboot'],
  ['parameter-group-renamed-cbd', PARAMETERS, 'replace: online now'],
  ['parameter-group-renamed-cbd', ORDERS, 'update: reboot next-reboot'],
  ['snapshot', ORDERS, 'replace: replace now'],
  ['sensitive-elsewhere', PARAMETERS, 'update: reboot next-reboot'],
  ['sensitive-elsewhere', SHARDED, 'update: failover window'],
  ['replica-class', REPLICA, 'update: reboot window 2026-12-01'],
  ['minor', ORDERS, 'update: reboot window 2026-12-02'],
  ['major', BILLING, 'update: reboot now'],
  ['blue-green', ORDERS, 'update: failover now'],
  ['blue-green', BILLING, 'update: online now'],
  ['gp3', ORDERS, 'update: online window 2026-12-02'],
  ['gp3', BILLING, 'update: online now'],
  ['storage-up', ORDERS, 'update: online window 2026-12-02'],
  ['storage-up', BILLING, 'update: online now'],
  ['io1', ORDERS, 'update: online window 2026-12-02'],
  ['io1', BILLING, 'update: online now'],
  ['from-magnetic', SCRATCH, 'update: reboot window 2026-11-28'],
  ['tls-preferred-7.1', SHARDED, 'update: online window 2026-12-03'],
  ['tls-required-7.1', SHARDED, 'update: failover window 2026-12-03'],
])('the plan "%s"', (name, address, expected) => {
  it(`does to ${address}: ${expected}`, () => {
    expect(shown(groupOf(name, address))).toBe(expected);
  });
});

it.each([
  ['errored', 'blocked'],
  ['targeted', 'human'],
  ['output-only', 'auto'],
  ['stateful-gone', 'blocked'],
  ['replace-by-request', 'blocked'],
  ['import-and-replace', 'blocked'],
  ['key-renamed-without-moved', 'blocked'],
  ['key-renamed-with-moved', 'human'],
])('the plan "%s" is %s', (name, verdict) => {
  expect(reviewOf(name).verdict).toBe(verdict);
});

it('says that outputs change', () => {
  expect(renderText(reviewOf('output-only'))).toContain('1 output to change');
});

it.each([
  ['sensitive-elsewhere', ['6543210', '77', '8xlarge', 'Sat ']],
  ['sensitive-class', ['db.t3']],
  ['password', ['hunter']],
  ['auth-token', ['hunter']],
])('the plan "%s" gives nothing away', (name, secrets) => {
  for (const render of [renderText, renderMarkdown, renderJson])
    for (const secret of secrets) expect(render(reviewOf(name))).not.toContain(secret);
});

it('names everything that would be lost, as far as a line goes', () => {
  const text = renderText(reviewOf('stateful-gone'));
  expect(text).toContain('BLOCKED  destroy aws_sqs_queue.q["dead \\"letters\\""]');
  expect(text).not.toMatch(/BLOCKED.* more/);
});

function reviewOf(name: string): Review {
  return reviewPlans([{ plan: planOf(JSON.stringify(plans[name]), name) }], '2026-11-27');
}

function groupOf(name: string, address: string): Group | undefined {
  return reviewOf(name).groups.find(({ members }) => members.some((member) => member.address === address));
}

/** As the label has it, or what it is about where there is none. */
function shown(group: Group | undefined): string {
  if (!group) return 'nothing';
  const { action, label, kinds } = group;
  if (!label) return [action, ...kinds].join(' ');
  return `${action}: ${label.interruption} ${label.moment}${label.date === undefined ? '' : ` ${label.date}`}`;
}
