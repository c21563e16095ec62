import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const multiAzInOneSubnet = defineRule<Caches>({
  code: 'cache/multi-az-in-one-subnet',
  severity: 'warning',
  summary: 'several zones need subnets in several zones',
  why: 'a subnet lies in one zone, so that all nodes would go down together',
  source:
    'CIS AWS Three-tier Web Architecture 1.0.0, 6.5: "Each subnet must reside entirely within one Availability Zone" (read 2026-11-25)',
  examples: {
    good: [stagingCache('multiAz: true')],
    bad: [`foundation: {subnets: [dapp-prod-private-a]}\n${stagingCache('multiAz: true')}`],
  },
  check: eachItem<Cache>('caches', ({ multiAz }, at, report, { frame }) => {
    if (!multiAz || frame.foundation.subnets.length > 1) return;
    report({
      at: at('multiAz'),
      message: `multiAz is true, but there is one subnet: ${frame.foundation.subnets[0]}`,
      help: 'name a subnet of a second zone in foundation.subnets',
      related: [{ message: 'the only subnet', at: { path: ['foundation', 'subnets'] } }],
    });
  }),
});
