import type { CacheFacts } from '../facts-of-data.ts';
import type { ScaledDimension, ScalingPolicyFacts } from '../facts-of-parts.ts';
import type { Building } from './building.ts';
import type { ItemBuilder } from './spec-tree.ts';

/** What Application Auto Scaling moves at a cache, with the policies that the language has. */
export interface CacheScaling {
  readonly dimension: ScaledDimension;
  readonly min: number;
  readonly max: number;
  readonly policies: readonly {
    readonly key: 'Cpu' | 'Memory';
    readonly name: string;
    readonly target: number;
  }[];
}

/** @returns text where the language cannot say it, and a plan would change it */
export function scalingsOf({ id }: CacheFacts, { facts }: Building): readonly CacheScaling[] | string {
  const scalings: CacheScaling[] = [];
  for (const { replicationGroup, dimension, min, max } of facts.scalingTargets) {
    if (replicationGroup !== id) continue;
    const found = facts.scalingPolicies.filter(
      (policy) => policy.replicationGroup === id && policy.dimension === dimension,
    );
    if (min === undefined || max === undefined)
      return 'the bounds of its Application Auto Scaling are missing';
    if (found.length === 0) return NO_POLICIES;
    const policies = found.flatMap((policy) => sayable(policy) ?? []);
    const keys = new Set(policies.map(({ key }) => key));
    if (policies.length < found.length || keys.size < policies.length) {
      const names = found.map(({ name }) => name).join(', ');
      return `the language cannot say the policies with which Application Auto Scaling moves it: ${names}`;
    }
    scalings.push({ dimension, min, max, policies });
  }
  return scalings;
}

const NO_POLICIES =
  'Application Auto Scaling moves it, and the input has no policy: add aws application-autoscaling describe-scaling-policies';

const METRICS: Readonly<Record<ScaledDimension, Readonly<Record<string, 'Cpu' | 'Memory'>>>> = {
  NodeGroups: {
    ElastiCachePrimaryEngineCPUUtilization: 'Cpu',
    ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage: 'Memory',
    ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage: 'Memory',
  },
  Replicas: { ElastiCacheReplicaEngineCPUUtilization: 'Cpu' },
};

function sayable({
  dimension,
  name,
  type,
  metric = '',
  targetPercent,
  isScaleInDisabled,
}: ScalingPolicyFacts) {
  const key = Object.hasOwn(METRICS[dimension], metric) ? METRICS[dimension][metric] : undefined;
  if (type !== 'TargetTrackingScaling' || !key || targetPercent === undefined || isScaleInDisabled)
    return undefined;
  return { key, name, target: targetPercent };
}

export function writeScaling({ dimension, min, max, policies }: CacheScaling, item: ItemBuilder): void {
  const part = dimension === 'NodeGroups' ? 'shards' : 'replicaScaling';
  item.set(`${part}.owner`, 'application-auto-scaling');
  item.set(`${part}.min`, min);
  item.set(`${part}.max`, max);
  for (const { key, name, target } of policies) {
    item.set(`${part}.target${key}Utilization`, `${target}%`);
    item.set(`${part}.adopt.${key.toLowerCase()}Policy`, name);
  }
}
