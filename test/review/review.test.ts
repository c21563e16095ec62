import { beforeAll, describe, expect, it } from 'vitest';
import { reviewedEnvironment } from '../../src/cli/review/reviewed-environment.ts';
import { type Approval, CHANGE_KINDS } from '../../src/compiler/frame/review.ts';
import { components } from '../../src/components/registry.ts';
import type { ReviewedEnvironment } from '../../src/review/environment.ts';
import { reviewPlans } from '../../src/review/make-review.ts';
import { renderText } from '../../src/review/render/text.ts';
import type { Review } from '../../src/review/review.ts';
import { compileFile } from '../support/compile-folder.ts';
import { fixtureText, planOf, readFixture } from './read-fixture.ts';
import { specsOf } from './specs-of.ts';

const TODAY = '2026-11-27';

/** Without the values of its Terraform, so that plans of other specs can be judged by its policy. */
let prod: ReviewedEnvironment;
let complete: ReviewedEnvironment;

beforeAll(async () => {
  const { spec } = compileFile('specs/prod.yaml', specsOf({ edits: [] }));
  complete = await reviewedEnvironment(spec!, components);
  prod = { ...complete, said: new Map() };
});

const reviewOf = (name: string, environment = prod): Review =>
  reviewPlans([{ plan: readFixture(name), environment }], TODAY);

describe('the verdict in production', () => {
  it.each([
    ['nothing', 'auto', []],
    // What Terraform moves changes nothing in AWS, and alarms tell the new name.
    ['drift', 'human', ['1 thing becomes smaller']],
    ['classes', 'human', ['5 changes of a database or cache interrupt its clients']],
    [
      'more-replicas',
      'human',
      ['3 changes exchange nodes or pods', '1 thing is new', '6 things are not in the spec'],
    ],
    [
      'removed-without-words',
      'blocked',
      ['1 thing that holds data would be lost without an approval', '1 thing without data goes'],
    ],
    [
      'retired',
      'blocked',
      ['1 thing that holds data would be lost without an approval', '1 thing without data goes'],
    ],
    ['replaced-data', 'blocked', ['4 things that hold data would be lost without an approval']],
    [
      'deposed',
      'blocked',
      ['1 thing that holds data would be lost without an approval', '1 thing without data goes'],
    ],
  ])('of "%s" is %s', (name, verdict, reasons) => {
    const review = reviewOf(name);
    expect([review.verdict, review.reasons]).toEqual([verdict, reasons]);
  });

  it('is automatic for capacity that grows in place', () => {
    const { groups } = reviewOf('classes');
    const nodes = groups.filter(({ type }) => /autoscaling_group$|node_group$/.test(type));
    expect(nodes.map(({ verdict, words }) => [verdict, words])).toEqual([
      ['auto', ['nodes of m6i.large 3–10 → 3–14: up to 20 → 28 vCPU, 80 → 112 GiB']],
      ['auto', ['nodes of m6i.large 1–4 → 1–8: up to 8 → 16 vCPU, 32 → 64 GiB']],
    ]);
  });

  it.each([
    ['dev', 'classes', 'auto'],
    ['dev', 'care', 'human'],
    ['dev', 'replaced-data', 'blocked'],
    ['staging', 'classes', 'human'],
    ['staging', 'storage', 'auto'],
    ['staging', 'fewer', 'blocked'],
  ] as const)('of tier %s for "%s" is %s', (tier, name, verdict) => {
    const { spec } = compileFile('specs/prod.yaml', specsOf({ edits: [['tier: prod', `tier: ${tier}`]] }));
    const known = new Map(readFixture(name).changes.map(({ address }) => [address, ['x']]));
    const places = new Map([...known, ...prod.places]);
    const environment = { ...prod, places, policy: spec!.model.policy.review };
    expect(reviewOf(name, environment).verdict).toBe(verdict);
  });

  it('is human for what the spec does not know, whatever it is', () => {
    const foreign = { ...prod, places: new Map() };
    const { groups, warnings } = reviewOf('tags', foreign);
    const unknown = groups.filter(({ isInSpec }) => !isInSpec);
    expect(unknown.map(({ type }) => type)).toContain('aws_cloudwatch_metric_alarm');
    expect(unknown.filter(({ verdict }) => verdict !== 'human')).toEqual([]);
    expect(warnings[0]).toContain('is the output older than the spec?');
  });

  it.each([
    [{ errored: true, complete: false }, 'blocked', 'is incomplete: Terraform stopped with an error'],
    [
      { complete: false, deferred_changes: [{ reason: 'resource_config_unknown' }] },
      'blocked',
      'is incomplete: Terraform put off 1 change',
    ],
    [{ complete: false }, 'human', 'is a part of what is to be done (-target): plan again afterwards'],
  ])('of a plan that says %j is %s', (said, verdict, reason) => {
    const plan = planOf(JSON.stringify({ ...JSON.parse(fixtureText('nothing')), ...said }));
    const review = reviewPlans([{ plan, environment: prod }], TODAY);
    expect([review.verdict, review.reasons]).toEqual([verdict, [`plan.json ${reason}`]]);
  });

  it.each([
    // Their specs are others than the one that is looked at.
    ['minor-versions', 'aws_db_instance.postgres', 'engine_version is'],
    ['care', 'aws_db_instance.reports', 'backup_retention_period, deletion_protection, port are'],
    ['replaced-data', 'aws_elasticache_replication_group.redis', 'port is'],
    // Nothing in the spec is about it.
    ['encryption-and-downgrade', 'aws_db_instance.reports', 'kms_key_id is'],
  ])('of "%s" is for a person, because %s has values that the spec does not say', (name, address, what) => {
    const permissive = { ...complete, policy: { auto: CHANGE_KINDS, approvals: [] } };
    const { verdict, groups, reasons } = reviewOf(name, permissive);
    const group = groups.find(({ members }) => members.some((member) => member.address === address));
    expect(verdict).not.toBe('auto');
    expect(reasons.at(-1)).toMatch(/not planned as the spec says$/);
    expect(group?.because).toContainEqual(
      expect.stringContaining(`${what} planned as the spec does not say`),
    );
  });

  it.each(['nothing', 'drift', 'deposed'])('finds the values of the spec in "%s"', (name) => {
    const { groups } = reviewOf(name, complete);
    expect(groups.filter(({ isAsSaid }) => !isAsSaid)).toEqual([]);
  });
});

it('tells the capacity, the place in the spec and the interruption of a class', () => {
  const group = reviewOf('classes').groups.find(
    ({ members }) => members[0]?.address === 'aws_db_instance.postgres',
  );
  expect(group).toMatchObject({
    words: ['class db.r6g.2xlarge → db.r6g.4xlarge: 8 → 16 vCPU, 64 → 128 GiB, about 5,000 connections'],
    label: { interruption: 'failover', window: 'Sun 2026-11-29 04:30-05:30 UTC' },
    members: [{ path: 'databases.postgres.class', file: 'specs/prod.yaml', line: 43 }],
  });
});

describe('an approval', () => {
  const approval: Approval = {
    address: 'aws_db_instance.reports',
    action: 'delete',
    reason: 'moved to databases.postgres',
    owner: 'team-data',
    expires: '2026-11-27',
  };
  const approving = (...approvals: Approval[]): ReviewedEnvironment => ({
    ...prod,
    policy: { ...prod.policy, approvals },
  });

  it('lets a person decide, until the end of its last day', () => {
    const review = reviewOf('removed-without-words', approving(approval));
    expect(review.verdict).toBe('human');
    expect(review.groups[0]?.because[0]).toBe(
      'team-data approved it until 2026-11-27: moved to databases.postgres',
    );
    expect(review.warnings).toEqual([]);
  });

  it.each([
    ['another address', { address: 'aws_db_instance.postgres' }],
    ['another action', { action: 'replace' as const }],
    ['a day that has passed', { expires: '2026-11-26' }],
    ['a part of the address', { address: 'aws_db_instance' }],
    ['no reason', { reason: ' - ' }],
    ['no owner', { owner: '\u00a0' }],
  ])('of %s allows nothing', (_what, other) => {
    const review = reviewOf('removed-without-words', approving({ ...approval, ...other }));
    expect(review.verdict).toBe('blocked');
  });

  it('that nothing needs is told, while it counts', () => {
    const unused =
      'prod: the approval to delete aws_db_instance.reports is not needed by this plan; remove it';
    expect(reviewOf('nothing', approving(approval)).warnings).toEqual([unused]);
  });

  it('does not help an import that would destroy', () => {
    const sessions = {
      ...approval,
      address: 'aws_elasticache_replication_group.sessions',
      action: 'replace' as const,
    };
    expect(reviewOf('adopted', approving(sessions)).verdict).toBe('blocked');
  });
});

it('counts what owners moved, and shows what others did', () => {
  const review = reviewOf('drift');
  expect(review.ownedFields).toBe(3);
  expect(review.drift.map(({ words }) => words)).toEqual([
    ['nodes of m6i.large 3–10 → 5–12: up to 20 → 24 vCPU, 80 → 96 GiB'],
  ]);
  expect(renderText(review)).toContain(
    "since the last apply: 1 thing changed behind Terraform's back, 3 fields moved by their owners",
  );
});

it('brings equal changes of several environments together', () => {
  const staging = { ...prod, name: 'staging' };
  const plan = readFixture('classes');
  const { groups } = reviewPlans(
    [
      { plan, environment: prod },
      { plan, environment: staging },
    ],
    TODAY,
  );
  const workers = groups.filter(({ type }) => type === 'aws_autoscaling_group');
  expect(workers.map(({ members }) => members.map(({ environment }) => environment))).toEqual([
    ['prod', 'staging'],
  ]);
});

it('tells pods, what they request and the connections that they open', () => {
  // By hand: no Kubernetes provider can run here. The shape is that of its schema 2.38.0.
  const spec = (max: number) => [{ min_replicas: 3, max_replicas: max, metric: [] }];
  const plan = {
    format_version: '1.2',
    resource_changes: [
      {
        address: 'kubernetes_horizontal_pod_autoscaler_v2.api',
        mode: 'managed',
        type: 'kubernetes_horizontal_pod_autoscaler_v2',
        name: 'api',
        change: {
          actions: ['update'],
          before: { spec: spec(12) },
          after: { spec: spec(20) },
          after_unknown: {},
        },
      },
    ],
  };
  const review = reviewPlans([{ plan: planOf(JSON.stringify(plan)), environment: prod }], TODAY);
  expect([review.verdict, review.groups[0]?.words]).toEqual([
    'auto',
    ['pods 3–12 → 3–20: up to 6 → 10 vCPU, 6 → 10 GiB, 240 → 400 connections'],
  ]);
});
