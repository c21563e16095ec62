import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

interface Bounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export const initialOutsideBounds = defineRule<Caches>({
  code: 'cache/initial-outside-bounds',
  severity: 'error',
  summary: 'the initial number lies between the bounds of its owner',
  why: 'Application Auto Scaling moves a number outside of its bounds at once, which moves all keys a second time',
  source:
    'ElastiCache User Guide, AutoScaling-Policies.html: scales in or out during policy creation (read 2026-11-25)',
  examples: {
    good: [
      stagingCache('shards: {initial: 2, owner: application-auto-scaling, min: 2, max: 8}'),
      stagingCache('shards: {initial: 2}', 'replicasPerShard: 2', 'replicaScaling: {min: 1, max: 3}'),
    ],
    bad: [
      stagingCache('shards: {initial: 1, owner: application-auto-scaling, min: 2, max: 8}'),
      stagingCache('shards: {initial: 9, owner: application-auto-scaling, min: 2, max: 8}'),
      stagingCache('shards: {initial: 2}', 'replicasPerShard: 4', 'replicaScaling: {min: 1, max: 3}'),
    ],
  },
  check: eachItem<Cache>('caches', ({ shards, replicasPerShard, replicaScaling }, at, report) => {
    const check = (initial: number, path: SpecPath, { min, max }: Bounds) => {
      // Bounds in the wrong order are another finding.
      if (min !== undefined && max !== undefined && min > max) return;
      if (min !== undefined && initial < min) {
        report({ at: path, message: `${initial} is below the min of ${min}`, help: `write ${min} or more` });
      }
      if (max !== undefined && initial > max) {
        report({ at: path, message: `${initial} is above the max of ${max}`, help: `write ${max} or less` });
      }
    };
    if (shards?.owner === 'application-auto-scaling') check(shards.initial, at('shards', 'initial'), shards);
    if (replicaScaling) check(replicasPerShard, at('replicasPerShard'), replicaScaling);
  }),
});
