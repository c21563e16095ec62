import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import { isSpelledRight, parameterFamily } from '../engine.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const parameterGroupDoesNotFit = defineRule<Caches>({
  code: 'cache/parameter-group-does-not-fit',
  severity: 'error',
  summary: 'a parameter group that is named fits the cache',
  why: 'the groups of AWS cannot be changed, and one of another family or mode is refused',
  source:
    'unverified: ElastiCache API reference, CreateCacheParameterGroup; User Guide, "Default parameter groups" (2026-11-25)',
  examples: {
    good: [
      stagingCache('parameterGroupName: team-redis7'),
      stagingCache('parameterGroupName: default.redis7'),
      stagingCache('parameterGroupName: team-redis7', 'parameters: {maxmemory-policy: noeviction}'),
    ],
    bad: [
      stagingCache('parameterGroupName: default.redis6.x'),
      stagingCache('shards: {initial: 2}', 'parameterGroupName: default.redis7'),
      stagingCache('parameterGroupName: default.redis7', 'parameters: {maxmemory-policy: noeviction}'),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report) => {
    const { parameterGroupName: name, parameters, clusterMode } = cache;
    if (name === undefined || !isSpelledRight(cache)) return;
    if (parameters.size > 0) {
      if (!name.includes('.')) return;
      report({
        at: at('parameterGroupName'),
        message: `${name} cannot hold parameters: a group of ours has no dot in its name`,
        help: 'leave parameterGroupName out',
        suggestions: [removal(at('parameterGroupName'))],
      });
      return;
    }
    const fitting = `default.${parameterFamily(cache)}${clusterMode === 'disabled' ? '' : '.cluster.on'}`;
    if (!name.startsWith('default.') || name === fitting) return;
    report({
      at: at('parameterGroupName'),
      message: `${name} does not fit ${cache.engine} ${cache.engineVersion} with clusterMode ${clusterMode}`,
      help: 'leave parameterGroupName out',
      suggestions: [{ message: 'the group that fits', replacement: fitting }],
    });
  }),
});
