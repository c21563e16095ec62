import { elasticacheFamilyOf } from '../../../catalog/elasticache/families.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const nodeTypeRetired = defineRule<Caches>({
  code: 'cache/node-type-retired',
  severity: 'error',
  summary: 'a new cache has a node type that ElastiCache still makes',
  why: 'existing caches of a previous generation live on, and AWS refuses to create another one',
  source:
    'botocore 1.43.11, elasticache, CacheNode: "creation of new clusters is not supported for these types"; ElastiCache User Guide, "Supported node types" (read 2026-11-27)',
  examples: {
    good: [
      stagingCache('nodeType: cache.m3.large', 'adopt: true'),
      stagingCache('nodeType: cache.t4g.small'),
    ],
    bad: [stagingCache('nodeType: cache.m3.large'), stagingCache('nodeType: cache.r3.xlarge')],
  },
  check: eachItem<Cache>('caches', ({ nodeType, adopt }, at, report, { catalog }) => {
    const family = elasticacheFamilyOf(nodeType);
    if (adopt || catalog.elasticacheFamilies.rows.get(family)?.generation !== 'previous') return;
    report({
      at: at('nodeType'),
      message: `${nodeType} is of a previous generation, of which ElastiCache makes no new caches`,
      help: 'take a current type such as cache.t4g.small, cache.m7g.large or cache.r7g.large; for a cache that exists write adopt: true',
    });
  }),
});
