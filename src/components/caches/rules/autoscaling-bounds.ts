import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { MOST_AUTO_SCALED_SHARDS } from './autoscaling-facts.ts';
import { stagingCache } from './cache-example.ts';

export const autoscalingBounds = defineRule<Caches>({
  code: 'cache/autoscaling-bounds',
  severity: 'error',
  summary: 'what Application Auto Scaling owns has a min and a max, in this order, of 250 shards at most',
  why: 'both are required when the target is registered, and AWS refuses a min above the max and more than 250 shards',
  source:
    'awsdocs/amazon-elasticache-docs@60d886e, AutoScaling-Policies.md, minimum and maximum capacity (read 2026-11-27)',
  examples: {
    good: [stagingCache('shards: {initial: 4, owner: application-auto-scaling, min: 2, max: 8}')],
    bad: [
      stagingCache('shards: {initial: 4, owner: application-auto-scaling, max: 8}'),
      stagingCache('shards: {initial: 4, owner: application-auto-scaling}'),
      stagingCache('shards: {initial: 4, owner: application-auto-scaling, min: 8, max: 2}'),
      stagingCache('shards: {initial: 4}', 'replicaScaling: {min: 3, max: 1}'),
      stagingCache(
        'shards: {initial: 4, owner: application-auto-scaling, min: 2, max: 300}',
        'replicasPerShard: 0',
      ),
    ],
  },
  check: eachItem<Cache>('caches', ({ shards, replicaScaling }, at, report) => {
    const checkOrder = (key: string, min: number, max: number) => {
      if (min <= max) return;
      report({ at: at(key, 'min'), message: `min is ${min} but max is ${max}`, help: 'exchange them' });
    };
    if (shards?.owner === 'application-auto-scaling') {
      const { min, max } = shards;
      const missing = [min === undefined ? 'min' : '', max === undefined ? 'max' : ''].filter(Boolean);
      if (missing.length > 0) {
        report({
          at: at('shards'),
          message: `Application Auto Scaling owns the shards, but ${missing.join(' and ')} is not written`,
          help: 'say between which numbers of shards it may move',
        });
      }
      if (min !== undefined && max !== undefined) checkOrder('shards', min, max);
      if (max !== undefined && max > MOST_AUTO_SCALED_SHARDS) {
        report({
          at: at('shards', 'max'),
          message: `max is ${max}; Application Auto Scaling goes to ${MOST_AUTO_SCALED_SHARDS} shards at most`,
          help: 'take fewer shards of a larger node type',
          suggestions: [
            { message: 'the most that there may be', replacement: String(MOST_AUTO_SCALED_SHARDS) },
          ],
        });
      }
    }
    if (replicaScaling) checkOrder('replicaScaling', replicaScaling.min, replicaScaling.max);
  }),
});
