import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isBurstable } from '../node-type.ts';
import type { Cache, Caches } from '../schema.ts';
import { prodCache, stagingCache } from './cache-example.ts';

export const burstableInProd = defineRule<Caches>({
  code: 'cache/burstable-in-prod',
  severity: 'warning',
  summary: 'prod does not run on burstable nodes',
  why: 'once its CPU credits are spent, a t node is held at 10 or 20 % of a core, under load of all times',
  source: 'ElastiCache User Guide, "Burstable performance instances" (standard mode, 2023-06)',
  examples: {
    good: [prodCache(), stagingCache('nodeType: cache.t4g.small')],
    bad: [prodCache('nodeType: cache.t4g.small')],
  },
  check: eachItem<Cache>('caches', ({ nodeType }, at, report, { frame }) => {
    if (frame.tier !== 'prod' || !isBurstable(nodeType)) return;
    report({
      at: at('nodeType'),
      message: `${nodeType} is burstable`,
      help: 'take a node of the m or r families',
    });
  }),
});
