import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../catalog/catalog.ts';
import { components } from '../registry.ts';
import { compileExample } from '../testing/compile-example.ts';
import { testRuleExamples } from '../testing/rule-examples.ts';
import { wordsOf } from './alarm-names.ts';
import { datapointsFor, nodeEvaluation } from './evaluation.ts';
import { mostCredits, sharedVcpu } from './facts.ts';
import { alarms } from './index.ts';
import { ALARM_IDS } from './kinds/ids.ts';
import { alarmKinds } from './kinds/index.ts';
import { limitsOf } from './limits.ts';
import { secondsOf } from './threshold-fields.ts';

const DATABASE = `databases:
  postgres:
    engine: postgres
    engineVersion: "16.8"
    class: db.r6g.2xlarge
    storage: {allocated: 200GiB, max: 500GiB}
`;
const CACHE = `caches:
  redis: {nodeType: cache.r6g.xlarge, shards: {initial: 4, owner: terraform}, replicasPerShard: 1}
`;
const NODES = (size: string) => `autoScalingGroups:
  workers: {instanceTypes: [m6i.large], ami: ami-0123456789abcdef0, size: ${size}}
`;

async function filesOf(yaml: string): Promise<ReadonlyMap<string, string>> {
  const { diagnostics, files } = await compileExample(components, yaml);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return files;
}

async function monitoring(yaml: string): Promise<string> {
  return (await filesOf(yaml)).get('monitoring.tf') ?? '';
}

const blocksOf = (text: string) =>
  [...text.matchAll(/^resource "aws_cloudwatch_metric_alarm" "(.+)"/gm)].map(([, name]) => name);
/** One alarm without the blanks that align it. */
const block = (text: string, name: string) => {
  const start = text.indexOf(`"aws_cloudwatch_metric_alarm" "${name}"`);
  return text.slice(start, text.indexOf('\n}\n', start)).replace(/ +/g, ' ');
};

testRuleExamples(alarms);

describe('the alarms of a database', () => {
  it('are those of the guide, without a word in the spec', async () => {
    const files = await filesOf(DATABASE);
    const text = files.get('monitoring.tf') ?? '';
    expect(blocksOf(text)).toEqual([
      'postgres__database_cpu',
      'postgres__database_memory',
      'postgres__database_connections',
      'postgres__database_storage',
    ]);
    expect(block(text, 'postgres__database_connections')).toContain(
      'floor(local.postgres__class_limits.max_connections * local.alarm_thresholds.database_connections / 100)',
    );
    expect(files.get('rds-postgres.tf')).toContain(`# databases.postgres.class
# max_connections = min((64 GiB − 1,580 MB) ÷ 9,531,392, 5,000)
locals {
  postgres__class_limits = { memory_gib = 64, max_connections = 5000 }
}`);
  });

  it('count the connections that a parameter says before those of the class', async () => {
    const files = await filesOf(`${DATABASE}    parameters: {max_connections: {value: "500"}}\n`);
    expect(files.get('rds-postgres.tf')).toContain('{ memory_gib = 64, max_connections = 500 }');
  });

  it('compare a replica with its own class, and watch its lag', async () => {
    const files = await filesOf(`${DATABASE}    readReplicas: {a: {}, b: {class: db.r6g.4xlarge}}\n`);
    const text = files.get('monitoring.tf') ?? '';
    expect(block(text, 'postgres__a__replica_memory')).toContain('local.postgres__class_limits.memory_gib');
    expect(block(text, 'postgres__b__replica_memory')).toContain(
      'local.postgres__b__class_limits.memory_gib',
    );
    const lag = block(text, 'postgres__a__replica_lag');
    expect(lag).toContain('alarm_name = "prod-postgres-a-replica-lag"');
    expect(lag).toContain('treat_missing_data = "breaching"');
  });

  it('have none for what is not known, rather than a guess', async () => {
    const text = await monitoring(DATABASE.replace('db.r6g.2xlarge', 'db.r9g.2xlarge'));
    expect(blocksOf(text)).toEqual(['postgres__database_cpu', 'postgres__database_storage']);
  });

  it('watch the credits of a burstable class', async () => {
    const text = await monitoring(DATABASE.replace('db.r6g.2xlarge', 'db.t4g.medium'));
    expect(block(text, 'postgres__database_credits')).toContain(
      'floor(576 * local.alarm_thresholds.cpu_credits / 100)',
    );
  });

  it('warn of a full disk later where RDS grows it', async () => {
    const grown = block(await monitoring(DATABASE), 'postgres__database_storage');
    expect(grown).toContain('(100 - local.alarm_thresholds.storage) / 200)');
    const fixed = DATABASE.replace(', max: 500GiB', '');
    expect(block(await monitoring(fixed), 'postgres__database_storage')).toContain(
      '(100 - local.alarm_thresholds.storage) / 100)',
    );
  });
});

describe('the alarms of a cache', () => {
  it('are made for every node, which Terraform counts', async () => {
    const text = await monitoring(CACHE);
    expect(text).toContain(
      'redis__nodes = toset([for node in setproduct(range(aws_elasticache_replication_group.redis.num_node_groups), range(aws_elasticache_replication_group.redis.replicas_per_node_group + 1)) : format("%04d-%03d", node[0] + 1, node[1] + 1)])',
    );
    const cpu = block(text, 'redis__cache_cpu');
    expect(cpu).toContain('for_each = local.redis__nodes');
    expect(cpu).toContain('alarm_name = "prod-redis-cache-cpu-${each.key}"');
    expect(cpu).toContain('"EngineCPUUtilization"');
    expect(cpu).toContain(
      'CacheClusterId = "${aws_elasticache_replication_group.redis.replication_group_id}-${each.key}"',
    );
    expect(blocksOf(text)).toContain('redis__cache_replication_lag');
  });

  it('measure the host where there are two vCPU, and no lag where there is no replica', async () => {
    const text = await monitoring('tier: dev\ncaches:\n  redis: {nodeType: cache.t4g.small}\n');
    expect(block(text, 'redis__cache_cpu')).toContain('threshold = local.alarm_thresholds.cpu / 2');
    expect(blocksOf(text)).not.toContain('redis__cache_replication_lag');
    expect(text).toContain('range(aws_elasticache_replication_group.redis.num_cache_clusters)');
  });

  it('count memory and SSD together with data tiering', async () => {
    const text = await monitoring(CACHE.replace('r6g.xlarge', 'r6gd.xlarge'));
    expect(block(text, 'redis__cache_memory')).toContain('"DatabaseCapacityUsagePercentage"');
  });
});

describe('the alarms of nodes', () => {
  it.each<[size: string, isWatched: boolean]>([
    ['{min: 1, max: 4, owner: cluster-autoscaler}', true],
    ['{min: 4, max: 4, owner: cluster-autoscaler}', false],
    ['{min: 1, max: 4, owner: terraform}', false],
  ])('tell that a group of %s is at its maximum: %s', async (size, isWatched) => {
    expect(blocksOf(await monitoring(NODES(size))).includes('workers__asg_at_max')).toBe(isWatched);
  });

  it('come with the metrics of the group, which are free', async () => {
    const files = await filesOf(NODES('{min: 1, max: 4, owner: cluster-autoscaler}'));
    expect(files.get('eks-autoscaling.tf')).toContain('"GroupMaxSize"');
  });
});

describe('what is different for one thing', () => {
  it('is a number in one alarm, and nowhere else', async () => {
    const before = await monitoring(DATABASE);
    const after = await monitoring(`alarms: {items: {databases.postgres: {cpu: 85%}}}\n${DATABASE}`);
    expect(block(after, 'postgres__database_cpu')).toContain('threshold = 85');
    expect(block(after, 'postgres__database_memory')).toBe(block(before, 'postgres__database_memory'));
  });

  it('may be that it has no alarms, or not all', async () => {
    const none = await monitoring(
      `alarms: {items: {databases.postgres: {enabled: false}}}\n${DATABASE}${CACHE}`,
    );
    expect(blocksOf(none).filter((name) => name?.startsWith('postgres'))).toEqual([]);
    const some = await monitoring(`alarms: {items: {caches.redis: {without: [cache-evictions]}}}\n${CACHE}`);
    expect(blocksOf(some)).not.toContain('redis__cache_evictions');
    expect(blocksOf(some)).toContain('redis__cache_memory');
  });
});

describe('what stands outside of the spec', () => {
  const OUTSIDE = `alarms:
  loadBalancers: {api: {name: dapp-api}}
  queues: {jobs: {name: dapp-jobs}}
  containerInsights: true
workloads:
  api:
    resources: {requests: {cpu: 500m}, limits: {cpu: "1"}}
    podDisruptionBudget: false
    autoscaling: {minReplicas: 2, maxReplicas: 4, metrics: {cpu: {averageUtilization: 70%}}}
`;

  it('has alarms where somebody names it', async () => {
    const files = await filesOf(OUTSIDE);
    const text = files.get('monitoring.tf') ?? '';
    expect(blocksOf(text)).toEqual([
      'api__response_time',
      'api__errors',
      'api__workload_cpu',
      'jobs__queue_growing',
    ]);
    expect(files.get('lookups.tf')).toContain('data "aws_lb" "api"');
    expect(block(text, 'api__response_time')).toContain('extended_statistic = "p95"');
    expect(block(text, 'api__errors')).toContain('"100 * (FILL(target, 0) + FILL(own, 0)) / requests"');
    expect(block(text, 'jobs__queue_growing')).toContain(
      'expression = "IF(depth > ${local.alarm_thresholds.queue_backlog}, DIFF(depth), 0)"',
    );
  });
});

describe('all alarms', () => {
  it('are gone with the dashboard when the section is off', async () => {
    expect((await filesOf(`alarms: false\n${DATABASE}`)).has('monitoring.tf')).toBe(false);
    const text = await monitoring(`alarms: {dashboard: false}\n${DATABASE}`);
    expect(text).not.toContain('aws_cloudwatch_dashboard');
  });

  it('have a description that CloudWatch takes, also with the longest names', async () => {
    const long = 'a'.repeat(40);
    const yaml = `${DATABASE}    readReplicas: {${'b'.repeat(40)}: {class: db.r6g.4xlarge}}\n`.replace(
      'postgres:',
      `${long}:`,
    );
    const { files } = await compileExample(
      components,
      `${yaml.replace('storage:', 'identifier: prod-x\n    securityGroups: [postgres]\n    storage:').replace(/\{b+: \{/, (head) => `${head}identifier: prod-x-r, `)}`,
    );
    const texts = [...(files.get('monitoring.tf') ?? '').matchAll(/alarm_description += "(.*)"$/gm)];
    expect(texts.length).toBeGreaterThan(5);
    for (const [, text = ''] of texts) expect(text.length).toBeLessThanOrEqual(1024);
  });

  it('have names that tell all things apart', () => {
    const subjects = [
      'database',
      'replica',
      'cache',
      'asg',
      'node-group',
      'workload',
      'load-balancer',
      'queue',
    ] as const;
    const words = [...new Set(subjects.flatMap((subject) => ALARM_IDS.map((id) => wordsOf(subject, id))))];
    // No name may be the end of another, or an item could be called so that two alarms have one name.
    const pairs = words.flatMap((a) =>
      words.filter((b) => a !== b && a.endsWith(`-${b}`)).map((b) => [a, b]),
    );
    expect(pairs).toEqual([]);
  });

  it('are explained: every kind says what to do and which line of the spec to change', () => {
    expect(Object.keys(alarmKinds)).toEqual([...ALARM_IDS]);
  });
});

describe('facts', () => {
  it.each([
    ['cache.r6g.xlarge', undefined],
    ['cache.r6g.large', 2],
    ['cache.t4g.micro', 2],
    ['cache.t2.micro', 1],
    ['cache.m3.medium', 1],
  ])('%s is measured by the host with %s vCPU', (type, vcpu) => expect(sharedVcpu(type)).toBe(vcpu));

  it.each([
    ['db.t3.micro', 288],
    ['db.t4g.2xlarge', 4608],
    ['db.r6g.large', undefined],
  ])('%s saves up %s credits', (name, credits) => expect(mostCredits(name)).toBe(credits));

  it('guess no connections from a formula', () => {
    const formula = {
      engine: 'postgres',
      parameters: new Map([['max_connections', { value: '{x/2}' }]]),
    } as const;
    expect(limitsOf(builtInCatalog, formula, 'db.r6g.large').connections).toBeUndefined();
  });

  it.each([
    ['15m', '5m', 3],
    ['20m', '5m', 4],
    ['25m', '5m', 4],
    ['30m', '5m', 5],
    ['1m', '5m', 1],
  ])('%s in periods of %s want %i points', (sustained, period, points) => {
    expect(datapointsFor(sustained, period)).toBe(points);
  });

  it('never ask EC2 more often than it answers', () => {
    expect(nodeEvaluation({ sustained: 900, period: 60, datapointsToAlarm: 12 })).toEqual({
      period: 300,
      evaluationPeriods: 3,
      datapointsToAlarm: 3,
    });
  });

  it.each([
    ['500ms', 0.5],
    ['2s', 2],
  ])('%s are %d seconds', (text, seconds) => expect(secondsOf(text)).toBe(seconds));
});
