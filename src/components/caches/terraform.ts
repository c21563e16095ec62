import { AppautoscalingPolicy } from '@cdktf/provider-aws/lib/appautoscaling-policy/index.js';
import { AppautoscalingTarget } from '@cdktf/provider-aws/lib/appautoscaling-target/index.js';
import { ElasticacheParameterGroup } from '@cdktf/provider-aws/lib/elasticache-parameter-group/index.js';
import { ElasticacheReplicationGroup } from '@cdktf/provider-aws/lib/elasticache-replication-group/index.js';
import { ElasticacheSubnetGroup } from '@cdktf/provider-aws/lib/elasticache-subnet-group/index.js';
import type { Catalog } from '../../catalog/catalog.ts';
import { formatDailyWindow, formatWeeklyWindow } from '../../compiler/quantity/aws-window.ts';
import type { ResourcePlace } from '../../terraform/engine/root.ts';
import { FOREIGN_TAGS, FOREIGN_TEXTS } from '../../terraform/platform/adopted.ts';
import type { Roots } from '../../terraform/platform/roots.ts';
import { compareText } from '../../util/compare.ts';
import { invariant } from '../../util/invariant.ts';
import { isAtLeast, parameterFamily } from './engine.ts';
import { hasDataTiering } from './node-type.ts';
import type { Cache, Caches } from './schema.ts';

/** Adds every cache to the AWS root, in `elasticache-redis` or `elasticache-valkey` by its engine. */
export function lowerCaches(
  caches: Caches,
  roots: Roots,
  _frame: unknown,
  _model: unknown,
  catalog: Catalog,
): void {
  for (const [key, cache] of caches) new CacheLowering(key, cache, roots, catalog).lower();
}

class CacheLowering {
  readonly #key: string;
  readonly #cache: Cache;
  readonly #roots: Roots;
  readonly #hasDataTiering: boolean;

  constructor(key: string, cache: Cache, roots: Roots, catalog: Catalog) {
    this.#key = key;
    this.#cache = cache;
    this.#roots = roots;
    this.#hasDataTiering = hasDataTiering(catalog, cache.nodeType);
  }

  lower(): void {
    const subnetGroupName = this.#subnetGroupName();
    const parameterGroupName = this.#parameterGroup()?.name ?? this.#foreignParameterGroup();
    const group = this.#replicationGroup(subnetGroupName, parameterGroupName);
    this.#shardScaling(group);
    this.#replicaScaling(group);
    this.#outputs(group);
  }

  #subnetGroupName(): string {
    const { subnetGroup, adopt } = this.#cache;
    if (subnetGroup.managedBy === 'elsewhere') return subnetGroup.name;
    const made = this.#roots.aws.resource(
      ElasticacheSubnetGroup,
      { ...this.#place(['subnetGroup']), importId: adopt && subnetGroup.name },
      {
        name: subnetGroup.name,
        subnetIds: this.#roots.lookups.subnetIds(),
        lifecycle: adopt ? { ignoreChanges: FOREIGN_TEXTS } : undefined,
      },
    );
    return made.name;
  }

  #parameterGroup(): ElasticacheParameterGroup | undefined {
    const cache = this.#cache;
    if (cache.parameters.size === 0) return undefined;
    const family = parameterFamily(cache);
    const isAdopted = cache.adopt !== undefined && cache.parameterGroupName !== undefined;
    // AWS wants the mode of the cache in its group too: the default group has "no".
    const values = new Map(cache.parameters);
    if (cache.clusterMode !== 'disabled') values.set('cluster-enabled', 'yes');
    return this.#roots.aws.resource(
      ElasticacheParameterGroup,
      {
        ...this.#place(['parameters']),
        // One that nobody named cannot be there yet, even where the cache is adopted.
        importId: isAdopted ? cache.parameterGroupName : undefined,
      },
      {
        name: cache.parameterGroupName ?? ownParameterGroupName(cache, family),
        family,
        parameter: [...values]
          .sort(([a], [b]) => compareText(a, b))
          .map(([name, value]) => ({ name, value })),
        lifecycle: {
          // Another family is another group, and the cache can only leave the old one for one that exists.
          createBeforeDestroy: true,
          // A description cannot be changed; an adopted group keeps the one it has.
          ignoreChanges: isAdopted ? FOREIGN_TEXTS : undefined,
        },
      },
    );
  }

  #foreignParameterGroup(): string {
    const cache = this.#cache;
    const suffix = cache.clusterMode === 'disabled' ? '' : '.cluster.on';
    return cache.parameterGroupName ?? `default.${parameterFamily(cache)}${suffix}`;
  }

  #replicationGroup(subnetGroupName: string, parameterGroupName: string): ElasticacheReplicationGroup {
    const cache = this.#cache;
    return this.#roots.aws.resource(
      ElasticacheReplicationGroup,
      {
        ...this.#place([]),
        notes: this.#ownershipNotes(),
        importId: cache.adopt && (cache.adopt.id ?? cache.replicationGroupId),
      },
      {
        replicationGroupId: cache.replicationGroupId,
        description: cache.description,
        engine: cache.engine,
        engineVersion: cache.engineVersion,
        parameterGroupName,
        nodeType: cache.nodeType,
        dataTieringEnabled: this.#hasDataTiering ? true : undefined,
        port: cache.port,
        ...nodeCounts(cache),
        automaticFailoverEnabled: cache.automaticFailover,
        multiAzEnabled: cache.multiAz,
        subnetGroupName,
        securityGroupIds: cache.securityGroups.map((name) => this.#roots.lookups.securityGroupId(name)),
        atRestEncryptionEnabled: flagAsText(cache.atRestEncryption),
        kmsKeyId: cache.kmsKeyId,
        ...transitEncryption(cache),
        userGroupIds: cache.userGroup === undefined ? undefined : [cache.userGroup],
        maintenanceWindow: formatWeeklyWindow(cache.changes.maintenanceWindow),
        snapshotRetentionLimit: cache.snapshots.retention / SECONDS_PER_DAY,
        snapshotWindow: formatDailyWindow(cache.snapshots.window),
        finalSnapshotIdentifier: cache.snapshots.final ? `${cache.replicationGroupId}-final` : undefined,
        autoMinorVersionUpgrade: flagAsText(cache.autoMinorVersionUpgrade),
        applyImmediately: cache.changes.apply === 'immediately',
        notificationTopicArn: cache.notificationTopicArn,
        logDeliveryConfiguration: logDeliveries(cache),
        // The provider gives up on a change after 40 minutes; moving the keys of a shard may take hours.
        timeouts: { create: '90m', update: '240m', delete: '90m' },
        lifecycle: this.#lifecycle(),
      },
    );
  }

  #ownershipNotes(): string[] {
    const notes: string[] = [];
    if (isShardCountAutomatic(this.#cache)) {
      notes.push('num_node_groups is the initial value only: Application Auto Scaling owns it afterwards.');
    }
    if (this.#cache.replicaScaling) {
      notes.push(
        'replicas_per_node_group is the initial value only: Application Auto Scaling owns it afterwards.',
      );
    }
    return notes;
  }

  #lifecycle(): { preventDestroy: true | undefined; ignoreChanges: string[] | undefined } | undefined {
    const { adopt, deletionProtection, replicaScaling } = this.#cache;
    const ignored = adopt ? [...FOREIGN_TAGS] : [];
    if (isShardCountAutomatic(this.#cache)) ignored.push('num_node_groups');
    if (replicaScaling) ignored.push('replicas_per_node_group');
    // What was there before us is not ours to throw away, in no tier.
    const isProtected = deletionProtection || adopt !== undefined;
    if (!isProtected && ignored.length === 0) return undefined;
    return {
      preventDestroy: isProtected ? true : undefined,
      ignoreChanges: ignored.length > 0 ? ignored : undefined,
    };
  }

  #shardScaling(group: ElasticacheReplicationGroup): void {
    const { shards } = this.#cache;
    if (shards?.owner !== 'application-auto-scaling') return;
    const { min, max, adopt, targetCpuUtilization, targetMemoryUtilization } = shards;
    invariant(min !== undefined && max !== undefined, 'the bounds of an automatic shard count were checked');
    const target = this.#scalingTarget(group, 'shards', 'NodeGroups', { min, max, adopt });
    this.#scalingPolicy(
      target,
      'shards',
      'cpu',
      'ElastiCachePrimaryEngineCPUUtilization',
      targetCpuUtilization,
      adopt?.cpuPolicy,
    );
    // With data tiering memory is always full, and AWS refuses its metric.
    const stored = this.#hasDataTiering ? 'Capacity' : 'Memory';
    const metric = `ElastiCacheDatabase${stored}UsageCountedForEvictPercentage`;
    this.#scalingPolicy(target, 'shards', 'memory', metric, targetMemoryUtilization, adopt?.memoryPolicy);
  }

  #replicaScaling(group: ElasticacheReplicationGroup): void {
    const { replicaScaling } = this.#cache;
    if (!replicaScaling) return;
    const target = this.#scalingTarget(group, 'replicas', 'Replicas', replicaScaling);
    const metric = 'ElastiCacheReplicaEngineCPUUtilization';
    const { targetCpuUtilization, adopt } = replicaScaling;
    this.#scalingPolicy(target, 'replicas', 'cpu', metric, targetCpuUtilization, adopt?.cpuPolicy);
  }

  #scalingTarget(
    group: ElasticacheReplicationGroup,
    part: Scaled,
    dimension: string,
    { min, max, adopt }: { readonly min: number; readonly max: number; readonly adopt?: object | undefined },
  ): AppautoscalingTarget {
    const place = this.#place([SPEC_KEYS[part]], [part]);
    const importId = adopt && `elasticache/${this.#scaledId(part)}`;
    return this.#roots.aws.resource(
      AppautoscalingTarget,
      { ...place, importId },
      {
        serviceNamespace: 'elasticache',
        resourceId: `replication-group/${group.replicationGroupId}`,
        scalableDimension: `elasticache:replication-group:${dimension}`,
        minCapacity: min,
        maxCapacity: max,
        lifecycle: adopt && { ignoreChanges: FOREIGN_TAGS },
      },
    );
  }

  #scalingPolicy(
    target: AppautoscalingTarget,
    part: Scaled,
    metric: 'cpu' | 'memory',
    predefinedMetricType: string,
    targetValue: number | undefined,
    adoptedName: string | undefined,
  ): void {
    if (targetValue === undefined) return;
    const place = this.#place([SPEC_KEYS[part]], [part, metric]);
    const importId = adoptedName && `elasticache/${this.#scaledId(part)}/${adoptedName}`;
    this.#roots.aws.resource(
      AppautoscalingPolicy,
      { ...place, importId },
      {
        name: adoptedName ?? `${this.#cache.replicationGroupId}-${part}-${metric}`,
        policyType: 'TargetTrackingScaling',
        serviceNamespace: target.serviceNamespace,
        resourceId: target.resourceId,
        scalableDimension: target.scalableDimension,
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType },
          targetValue,
        },
        // The language has no words for them.
        lifecycle: adoptedName === undefined ? undefined : { ignoreChanges: COOLDOWNS },
      },
    );
  }

  /** As import ids name what is scaled. */
  #scaledId(part: Scaled): string {
    const dimension = part === 'shards' ? 'NodeGroups' : 'Replicas';
    return `replication-group/${this.#cache.replicationGroupId}/elasticache:replication-group:${dimension}`;
  }

  #outputs(group: ElasticacheReplicationGroup): void {
    const output = (word: string, value: string, description: string) =>
      this.#roots.aws.output(
        { file: 'outputs', at: ['caches', this.#key], name: [this.#key, word] },
        { value, description },
      );
    if (this.#cache.clusterMode === 'disabled') {
      output('primary-endpoint', group.primaryEndpointAddress, `Where to write to the cache ${this.#key}.`);
      output('reader-endpoint', group.readerEndpointAddress, `Where to read from the cache ${this.#key}.`);
      return;
    }
    const description = `Where cluster clients find the shards of the cache ${this.#key}.`;
    output('configuration-endpoint', group.configurationEndpointAddress, description);
  }

  /** @param path inside the item. @param parts of the address, below the item's key */
  #place(path: readonly string[], parts: readonly string[] = []): ResourcePlace {
    const { engine, previousName } = this.#cache;
    return {
      file: `elasticache-${engine}`,
      at: ['caches', this.#key, ...path],
      name: [this.#key, ...parts],
      previousName: previousName === undefined ? undefined : [previousName, ...parts],
    };
  }
}

const COOLDOWNS = ['scale_in_cooldown', 'scale_out_cooldown', 'disable_scale_in'].map(
  (name) => `target_tracking_scaling_policy_configuration[0].${name}`,
);

type Scaled = 'shards' | 'replicas';

const SPEC_KEYS = { shards: 'shards', replicas: 'replicaScaling' } as const;

const SECONDS_PER_DAY = 86_400;

function isShardCountAutomatic({ shards }: Cache): boolean {
  return shards?.owner === 'application-auto-scaling';
}

/**
 * The bindings ask for a text where the provider has a truth value that may also be unset (its schema says
 * "string"). Terraform takes both, and `true` without quotes is what a reader expects.
 */
function flagAsText(value: boolean): string {
  return value as unknown as string;
}

/** A name of AWS: the family's dot becomes a hyphen. */
function ownParameterGroupName({ replicationGroupId }: Cache, family: string): string {
  return `${replicationGroupId}-${family.replaceAll('.', '-')}`;
}

/** The mode is written out: AWS would otherwise take it from the parameter group. */
function nodeCounts({ clusterMode, shards, replicasPerShard }: Cache) {
  if (clusterMode !== 'enabled') return { clusterMode, numCacheClusters: 1 + replicasPerShard };
  return { clusterMode, numNodeGroups: shards?.initial ?? 1, replicasPerNodeGroup: replicasPerShard };
}

function transitEncryption(cache: Cache) {
  if (cache.transitEncryption === 'disabled') return { transitEncryptionEnabled: false };
  return {
    transitEncryptionEnabled: true,
    // Older engines know no mode and refuse one (cloudposse/terraform-aws-elasticache-redis #231).
    transitEncryptionMode: isAtLeast(cache, '7.0.5') ? cache.transitEncryption : undefined,
  };
}

function logDeliveries({ logs }: Cache) {
  const deliveries = [
    { logType: 'slow-log', log: logs?.slowLog },
    { logType: 'engine-log', log: logs?.engineLog },
  ].flatMap(({ logType, log }) =>
    log
      ? [
          {
            logType,
            destinationType: log.destinationType,
            destination: log.destination,
            logFormat: log.format,
          },
        ]
      : [],
  );
  return deliveries.length > 0 ? deliveries : undefined;
}
