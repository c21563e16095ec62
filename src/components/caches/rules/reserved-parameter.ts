import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const reservedParameter = defineRule<Caches>({
  code: 'cache/reserved-parameter',
  severity: 'error',
  summary: 'cluster-enabled follows clusterMode',
  why: 'AWS refuses a parameter group whose cluster-enabled contradicts the mode of the cache, so it is written for you',
  source: 'terraform-provider-aws #35636: "This parameter value cannot be changed for a cache cluster"',
  examples: {
    good: [stagingCache('shards: {initial: 2}', 'parameters: {maxmemory-policy: noeviction}')],
    bad: [stagingCache('parameters: {cluster-enabled: "yes"}')],
  },
  check: eachItem<Cache>('caches', ({ parameters }, at, report) => {
    if (!parameters.has('cluster-enabled')) return;
    report({
      at: at('parameters', 'cluster-enabled'),
      on: 'key',
      message: 'cluster-enabled is not a parameter of the spec',
      help: 'remove it, and write shards or clusterMode',
      suggestions: [removal(at('parameters', 'cluster-enabled'))],
    });
  }),
});
