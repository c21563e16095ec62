import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

const KEYS = ['min', 'max', 'adopt', 'targetCpuUtilization', 'targetMemoryUtilization'] as const;

export const unusedScalingKeys = defineRule<Caches>({
  code: 'cache/unused-scaling-keys',
  severity: 'warning',
  summary: 'bounds and targets belong to Application Auto Scaling',
  why: 'with the owner terraform nothing moves between them, and a reader would think otherwise',
  source: 'this language: one owner for each field',
  examples: {
    good: [stagingCache('shards: {initial: 4, owner: terraform}')],
    bad: [
      stagingCache('shards: {initial: 4, owner: terraform, min: 2, max: 8}'),
      stagingCache('shards: {initial: 4, targetCpuUtilization: 60%}'),
    ],
  },
  check: eachItem<Cache>('caches', ({ shards }, at, report) => {
    if (shards?.owner !== 'terraform') return;
    for (const key of KEYS) {
      if (shards[key] === undefined) continue;
      report({
        at: at('shards', key),
        message: `shards.${key} does nothing: the owner of the shards is terraform`,
        help: 'remove it, or write owner: application-auto-scaling',
        suggestions: [removal(at('shards', key))],
      });
    }
  }),
});
