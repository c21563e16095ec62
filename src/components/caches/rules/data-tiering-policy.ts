import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { hasDataTiering } from '../node-type.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

const POLICIES = ['volatile-lru', 'allkeys-lru', 'noeviction'];

export const dataTieringPolicy = defineRule<Caches>({
  code: 'cache/data-tiering-policy',
  severity: 'error',
  summary: 'with data tiering maxmemory-policy is volatile-lru, allkeys-lru or noeviction',
  why: 'AWS refuses the other policies on r6gd nodes',
  source: 'ElastiCache User Guide, "Data tiering", limitations (read 2026-11-25)',
  examples: {
    good: [
      stagingCache('nodeType: cache.r6gd.xlarge', 'parameters: {maxmemory-policy: noeviction}'),
      stagingCache('parameters: {maxmemory-policy: allkeys-lfu}'),
    ],
    bad: [stagingCache('nodeType: cache.r6gd.xlarge', 'parameters: {maxmemory-policy: allkeys-lfu}')],
  },
  check: eachItem<Cache>('caches', ({ nodeType, parameters }, at, report, { catalog }) => {
    const policy = parameters.get('maxmemory-policy');
    if (!hasDataTiering(catalog, nodeType) || policy === undefined || POLICIES.includes(policy)) return;
    report({
      at: at('parameters', 'maxmemory-policy'),
      message: `${policy} is not possible on ${nodeType}, which has data tiering`,
      help: `one of ${POLICIES.join(', ')}, or a node type without data tiering`,
    });
  }),
});
