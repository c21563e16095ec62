import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const twoAutoscalers = defineRule<Caches>({
  code: 'cache/two-autoscalers',
  severity: 'info',
  summary: 'one thing alone is scaled by the CPU of the engine: the shards or the replicas',
  why: 'a new shard brings replicas with it, which lowers the CPU of all replicas, so that some are removed again, and the other way round',
  source:
    'awsdocs/amazon-elasticache-docs@60d886e, AutoScaling.md, best practices: "Use just one dimension" (read 2026-11-27)',
  examples: {
    good: [
      stagingCache('shards: {initial: 2}', 'replicaScaling: {min: 1, max: 3}'),
      stagingCache(
        'shards: {initial: 2, owner: application-auto-scaling, min: 2, max: 4, targetMemoryUtilization: 60%}',
        'replicaScaling: {min: 1, max: 3}',
      ),
    ],
    bad: [
      stagingCache(
        'shards: {initial: 2, owner: application-auto-scaling, min: 2, max: 4}',
        'replicaScaling: {min: 1, max: 3}',
      ),
    ],
  },
  check: eachItem<Cache>('caches', ({ shards, replicaScaling }, at, report) => {
    if (!replicaScaling || shards?.owner !== 'application-auto-scaling') return;
    if (shards.targetCpuUtilization === undefined) return;
    report({
      at: at('replicaScaling'),
      on: 'key',
      message: 'Application Auto Scaling moves the replicas by CPU, and the shards too',
      help: 'take the shards for writes and data, the replicas for reads; the other one belongs to Terraform',
      related: [{ message: 'the shards follow CPU', at: { path: at('shards', 'owner') } }],
    });
  }),
});
