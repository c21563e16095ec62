import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

const LOWEST = 35;
const HIGHEST = 70;

export const autoscalingTarget = defineRule<Caches>({
  code: 'cache/autoscaling-target',
  severity: 'error',
  summary: 'a target for automatic scaling lies between 35% and 70%',
  why: 'ElastiCache takes no other',
  source: 'ElastiCache User Guide, "Adding a scaling policy" (read 2026-11-25)',
  examples: {
    good: [
      stagingCache(
        'shards: {initial: 4, owner: application-auto-scaling, min: 2, max: 8, targetMemoryUtilization: 70%}',
      ),
    ],
    bad: [
      stagingCache(
        'shards: {initial: 4, owner: application-auto-scaling, min: 2, max: 8, targetMemoryUtilization: 80%}',
      ),
      stagingCache(
        'shards: {initial: 4, owner: application-auto-scaling, min: 2, max: 8, targetCpuUtilization: 34%}',
      ),
      stagingCache('shards: {initial: 4}', 'replicaScaling: {min: 1, max: 3, targetCpuUtilization: 90%}'),
    ],
  },
  check: eachItem<Cache>('caches', ({ shards, replicaScaling }, at, report) => {
    const check = (percent: number | undefined, ...path: string[]) => {
      if (percent === undefined || (percent >= LOWEST && percent <= HIGHEST)) return;
      const nearest = percent < LOWEST ? LOWEST : HIGHEST;
      report({
        at: at(...path),
        message: `the target is ${percent}%; AWS takes ${LOWEST}% to ${HIGHEST}%`,
        help: `write ${nearest}%`,
        suggestions: [{ message: 'the nearest target', replacement: `${nearest}%` }],
      });
    };
    if (shards?.owner === 'application-auto-scaling') {
      check(shards.targetCpuUtilization, 'shards', 'targetCpuUtilization');
      check(shards.targetMemoryUtilization, 'shards', 'targetMemoryUtilization');
    }
    check(replicaScaling?.targetCpuUtilization, 'replicaScaling', 'targetCpuUtilization');
  }),
});
