import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const autoscalingBounds = defineRule<Caches>({
  code: 'cache/autoscaling-bounds',
  severity: 'error',
  summary: 'what Application Auto Scaling owns has a min and a max, in this order',
  why: 'both are required when the target is registered, and AWS refuses a min above the max',
  source: 'unverified: Application Auto Scaling API reference, RegisterScalableTarget (2026-11-25)',
  examples: {
    good: [stagingCache('shards: {initial: 4, owner: application-auto-scaling, min: 2, max: 8}')],
    bad: [
      stagingCache('shards: {initial: 4, owner: application-auto-scaling, max: 8}'),
      stagingCache('shards: {initial: 4, owner: application-auto-scaling}'),
      stagingCache('shards: {initial: 4, owner: application-auto-scaling, min: 8, max: 2}'),
      stagingCache('shards: {initial: 4}', 'replicaScaling: {min: 3, max: 1}'),
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
    }
    if (replicaScaling) checkOrder('replicaScaling', replicaScaling.min, replicaScaling.max);
  }),
});
