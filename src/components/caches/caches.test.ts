import { describe, expect, it } from 'vitest';
import { compileExample } from '../testing/compile-example.ts';
import { testRuleExamples } from '../testing/rule-examples.ts';
import { caches } from './index.ts';

testRuleExamples(caches);

/** The blocks of one file without their comments, as a list. */
async function blocksOf(yaml: string, file: string): Promise<string[]> {
  const { diagnostics, files } = await compileExample([caches], yaml);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  const text = (files.get(file) ?? '').replace(/^#.*\n/gm, '');
  return text.split(/\n\n(?=\S)/).map((block) => block.trim());
}

const blockOf = async (yaml: string, type: string, file = 'elasticache-redis.tf') =>
  (await blocksOf(yaml, file)).find((block) => block.startsWith(`resource "${type}"`));

const GUIDE = `
caches:
  redis:
    replicationGroupId: prod-redis-cluster
    nodeType: cache.r6g.xlarge
    shards: {initial: 4, owner: terraform}
    replicasPerShard: 1
`;

describe("the guide's cache", () => {
  it('is a sharded group over several zones', async () => {
    expect(await blocksOf(GUIDE, 'elasticache-redis.tf')).toEqual([
      `resource "aws_elasticache_subnet_group" "redis" {
  name       = "prod-redis"
  subnet_ids = local.private_subnet_ids
}`,
      `resource "aws_elasticache_replication_group" "redis" {
  replication_group_id       = "prod-redis-cluster"
  description                = "prod cache redis"
  engine                     = "redis"
  engine_version             = "7.1"
  parameter_group_name       = "default.redis7.cluster.on"
  node_type                  = "cache.r6g.xlarge"
  port                       = 6379
  cluster_mode               = "enabled"
  num_node_groups            = 4
  replicas_per_node_group    = 1
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.redis.name
  security_group_ids         = [data.aws_security_group.redis.id]
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  maintenance_window         = "sun:05:00-sun:06:00"
  snapshot_retention_limit   = 7
  snapshot_window            = "02:00-03:00"
  final_snapshot_identifier  = "prod-redis-cluster-final"
  auto_minor_version_upgrade = true
  apply_immediately          = true

  timeouts {
    create = "90m"
    update = "240m"
    delete = "90m"
  }

  lifecycle {
    prevent_destroy = true
  }
}`,
    ]);
  });

  it('says where cluster clients connect', async () => {
    const [output] = await blocksOf(GUIDE, 'outputs.tf');
    expect(output).toContain('output "redis__configuration_endpoint"');
    expect(output).toContain('= aws_elasticache_replication_group.redis.configuration_endpoint_address');
  });

  it.each([
    ['initial: 4', 'initial: 6'],
    ['replicasPerShard: 1', 'replicasPerShard: 2'],
    ['cache.r6g.xlarge', 'cache.r6g.2xlarge'],
  ])('changes by one line from %s to %s', async (from, to) => {
    const linesOf = async (yaml: string) =>
      (await blocksOf(yaml, 'elasticache-redis.tf')).join('\n').split('\n');
    const [before, after] = [await linesOf(GUIDE), await linesOf(GUIDE.replace(from, to))];
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
  });
});

const WITHOUT_SHARDS = `
tier: staging
caches: {queries: {nodeType: cache.m7g.large, securityGroups: [redis]}}
`;

describe('a cache without shards', () => {
  it('counts its nodes instead of shards and replicas', async () => {
    const group = await blockOf(WITHOUT_SHARDS, 'aws_elasticache_replication_group');
    expect(group).toContain('cluster_mode               = "disabled"\n  num_cache_clusters         = 2\n');
    expect(group).toContain('parameter_group_name       = "default.redis7"\n');
    expect(group).toContain('apply_immediately          = false\n');
    expect(group).not.toMatch(/num_node_groups|replicas_per_node_group/);
  });

  it('says where to write and where to read', async () => {
    const outputs = (await blocksOf(WITHOUT_SHARDS, 'outputs.tf')).join('\n');
    expect(outputs).toContain('aws_elasticache_replication_group.queries.primary_endpoint_address');
    expect(outputs).toContain('aws_elasticache_replication_group.queries.reader_endpoint_address');
  });

  it('stands alone in dev, and may be thrown away', async () => {
    const yaml = 'tier: dev\ncaches: {redis: {nodeType: cache.t4g.small}}';
    const group = await blockOf(yaml, 'aws_elasticache_replication_group');
    expect(group).toContain('num_cache_clusters         = 1\n');
    expect(group).toContain('automatic_failover_enabled = false\n  multi_az_enabled           = false\n');
    expect(group).toContain('apply_immediately          = true\n');
    expect(group).not.toContain('lifecycle');
  });

  it('can take the step to cluster mode', async () => {
    const yaml = WITHOUT_SHARDS.replace('}}', ', clusterMode: compatible}}');
    const group = await blockOf(yaml, 'aws_elasticache_replication_group');
    expect(group).toContain('parameter_group_name       = "default.redis7.cluster.on"\n');
    expect(group).toContain('cluster_mode               = "compatible"\n  num_cache_clusters         = 2\n');
  });
});

/** Every optional key. */
const EVERYTHING = `
caches:
  sessions:
    replicationGroupId: prod-shop
    description: sessions \${file("/etc/passwd")} of the shop
    engine: valkey
    engineVersion: "8.1"
    nodeType: cache.r6gd.2xlarge
    clusterMode: enabled
    shards: {initial: 3, owner: application-auto-scaling, min: 2, max: 9, targetCpuUtilization: 55%, targetMemoryUtilization: 70%}
    replicasPerShard: 2
    replicaScaling: {owner: application-auto-scaling, min: 1, max: 3, targetCpuUtilization: 50%}
    automaticFailover: true
    multiAz: true
    port: 6380
    parameters: {maxmemory-policy: allkeys-lru, timeout: "300"}
    parameterGroupName: shop-valkey8
    subnetGroup: {name: prod-caches}
    securityGroups: [redis, nodes]
    atRestEncryption: true
    kmsKeyId: arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab
    transitEncryption: required
    userGroup: prod-sessions
    snapshots: {retention: 14d, window: "23:30-00:30", final: true}
    changes: {apply: immediately, maintenanceWindow: "Sat 03:00-04:00"}
    autoMinorVersionUpgrade: false
    logs:
      engineLog: {destination: prod-engine, destinationType: kinesis-firehose, format: text}
      slowLog: {destination: /elasticache/prod-sessions/slow}
    notificationTopicArn: arn:aws:sns:us-east-1:123456789012:oncall
    deletionProtection: true
    previousName: shop
`;

describe('a cache with every key', () => {
  const FILE = 'elasticache-valkey.tf';

  it('says all of it', async () => {
    expect(await blockOf(EVERYTHING, 'aws_elasticache_replication_group', FILE)).toBe(
      `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "prod-shop"
  description                = "sessions $\${file(\\"/etc/passwd\\")} of the shop"
  engine                     = "valkey"
  engine_version             = "8.1"
  parameter_group_name       = aws_elasticache_parameter_group.sessions.name
  node_type                  = "cache.r6gd.2xlarge"
  data_tiering_enabled       = true
  port                       = 6380
  cluster_mode               = "enabled"
  num_node_groups            = 3
  replicas_per_node_group    = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.sessions.name
  security_group_ids         = [data.aws_security_group.nodes.id, data.aws_security_group.redis.id]
  at_rest_encryption_enabled = true
  kms_key_id                 = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  user_group_ids             = ["prod-sessions"]
  maintenance_window         = "sat:03:00-sat:04:00"
  snapshot_retention_limit   = 14
  snapshot_window            = "23:30-00:30"
  final_snapshot_identifier  = "prod-shop-final"
  auto_minor_version_upgrade = false
  apply_immediately          = true
  notification_topic_arn     = "arn:aws:sns:us-east-1:123456789012:oncall"

  log_delivery_configuration {
    log_type         = "slow-log"
    destination_type = "cloudwatch-logs"
    destination      = "/elasticache/prod-sessions/slow"
    log_format       = "json"
  }

  log_delivery_configuration {
    log_type         = "engine-log"
    destination_type = "kinesis-firehose"
    destination      = "prod-engine"
    log_format       = "text"
  }

  timeouts {
    create = "90m"
    update = "240m"
    delete = "90m"
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [num_node_groups, replicas_per_node_group]
  }
}`,
    );
  });

  it('has its parameters and its mode in a group of its own', async () => {
    expect(await blockOf(EVERYTHING, 'aws_elasticache_parameter_group', FILE)).toBe(
      `resource "aws_elasticache_parameter_group" "sessions" {
  name   = "shop-valkey8"
  family = "valkey8"

  parameter {
    name  = "cluster-enabled"
    value = "yes"
  }

  parameter {
    name  = "maxmemory-policy"
    value = "allkeys-lru"
  }

  parameter {
    name  = "timeout"
    value = "300"
  }

  lifecycle {
    create_before_destroy = true
  }
}`,
    );
  });

  it('hands shards and replicas to Application Auto Scaling', async () => {
    const blocks = await blocksOf(EVERYTHING, FILE);
    expect(blocks).toContain(
      `resource "aws_appautoscaling_target" "sessions__shards" {
  service_namespace  = "elasticache"
  resource_id        = "replication-group/\${aws_elasticache_replication_group.sessions.replication_group_id}"
  scalable_dimension = "elasticache:replication-group:NodeGroups"
  min_capacity       = 2
  max_capacity       = 9
}`,
    );
    expect(blocks).toContain(
      `resource "aws_appautoscaling_policy" "sessions__replicas__cpu" {
  name               = "prod-shop-replicas-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.sessions__replicas.service_namespace
  resource_id        = aws_appautoscaling_target.sessions__replicas.resource_id
  scalable_dimension = aws_appautoscaling_target.sessions__replicas.scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value = 50

    predefined_metric_specification {
      predefined_metric_type = "ElastiCacheReplicaEngineCPUUtilization"
    }
  }
}`,
    );
    const metrics = blocks.join('\n').match(/(?<=predefined_metric_type = ").*(?=")/g);
    expect(metrics).toEqual([
      'ElastiCachePrimaryEngineCPUUtilization',
      'ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage',
      'ElastiCacheReplicaEngineCPUUtilization',
    ]);
  });

  it('moves every resource when its key is renamed', async () => {
    const blocks = await blocksOf(EVERYTHING, FILE);
    const names = (pattern: RegExp) => blocks.join('\n').match(pattern)?.sort();
    const moved = names(/(?<=to {3}= )\S+/g);
    const made = names(/(?<=^resource )"\S+" "\S+"/gm)?.map((pair) =>
      pair.replace('" "', '.').replaceAll('"', ''),
    );
    expect(moved).toEqual(made);
    expect(blocks.join('\n')).toContain('from = aws_appautoscaling_policy.shop__shards__memory');
  });
});

describe('an adopted cache', () => {
  const ADOPTED = `
caches:
  redis:
    adopt: true
    replicationGroupId: prod-redis-cluster
    nodeType: cache.r6g.large
    shards: {initial: 3}
`;
  const importsOf = async (yaml: string) =>
    (await blocksOf(yaml, 'elasticache-redis.tf'))
      .filter((block) => block.startsWith('import'))
      .map((block) => /to = (\S+)\s+id = "(.*)"/.exec(block)?.slice(1).join(' '));

  it('is imported with its subnet group', async () => {
    expect(await importsOf(ADOPTED)).toEqual([
      'aws_elasticache_subnet_group.redis prod-redis',
      'aws_elasticache_replication_group.redis prod-redis-cluster',
    ]);
  });

  it('brings its parameter group along when somebody names it', async () => {
    const own = `${ADOPTED}    parameters: {maxmemory-policy: noeviction}\n`;
    const named = `${own}    parameterGroupName: team-redis7\n`;
    expect(await importsOf(own)).toHaveLength(2);
    expect(await importsOf(named)).toContain('aws_elasticache_parameter_group.redis team-redis7');
    expect(await blockOf(named, 'aws_elasticache_parameter_group')).toContain(
      'ignore_changes        = [description, tags]',
    );
  });

  it('only refers to a parameter group without parameters', async () => {
    const yaml = `${ADOPTED}    parameterGroupName: team-redis7\n`;
    expect(await importsOf(yaml)).toHaveLength(2);
    expect(await blockOf(yaml, 'aws_elasticache_replication_group')).toContain('= "team-redis7"');
  });

  it('is protected in every tier', async () => {
    const yaml = `tier: dev\n${ADOPTED}    deletionProtection: false\n    atRestEncryption: false\n`;
    const group = await blockOf(yaml, 'aws_elasticache_replication_group');
    expect(group).toContain('prevent_destroy = true');
    expect(group).toContain('at_rest_encryption_enabled = false');
  });
});

describe('the parameter group of a version', () => {
  it.each([
    ['redis', '5.0.6', 'default.redis5.0'],
    ['redis', '6.x', 'default.redis6.x'],
    ['redis', '6.2', 'default.redis6.x'],
    ['redis', '7.1', 'default.redis7'],
    ['valkey', '7.2', 'default.valkey7'],
    ['valkey', '9.1', 'default.valkey9'],
  ])('of %s %s is %s', async (engine, version, group) => {
    const yaml = `tier: dev\ncaches: {redis: {nodeType: cache.r6g.large, engine: ${engine}, engineVersion: "${version}"}}`;
    const block = await blockOf(yaml, 'aws_elasticache_replication_group', `elasticache-${engine}.tf`);
    expect(block).toContain(`parameter_group_name       = "${group}"`);
  });

  it('has no mode of encryption before Redis 7.0.5', async () => {
    const yaml = 'tier: dev\ncaches: {redis: {nodeType: cache.r6g.large, engineVersion: "6.2"}}';
    const group = await blockOf(yaml, 'aws_elasticache_replication_group');
    expect(group).toContain('transit_encryption_enabled = true');
    expect(group).not.toContain('transit_encryption_mode');
  });
});

describe('the target of automatic shards', () => {
  const shards = (more: string) =>
    `tier: staging\ncaches: {redis: {nodeType: cache.r7g.large, shards: {initial: 2, owner: application-auto-scaling, min: 2, max: 4${more}}}}`;
  const metricsOf = async (yaml: string) =>
    (await blocksOf(yaml, 'elasticache-redis.tf'))
      .join('\n')
      .match(/(?<=predefined_metric_type = ").*(?=")/g);

  it('is the CPU of the primaries when nobody says', async () => {
    expect(await metricsOf(shards(''))).toEqual(['ElastiCachePrimaryEngineCPUUtilization']);
  });

  it('is memory alone when only that is written', async () => {
    const metrics = await metricsOf(shards(', targetMemoryUtilization: 65%'));
    expect(metrics).toEqual(['ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage']);
  });
});

it('makes the same text of the same cache in JSON', async () => {
  const { files } = await compileExample([caches], GUIDE, 'json');
  const root = JSON.parse(files.get('elasticache-redis.tf.json') ?? '{}');
  expect(root.resource.aws_elasticache_replication_group.redis.num_node_groups).toBe(4);
});
