import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { partsOf } from '../node-type.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

/** @source ElastiCache User Guide: "At-rest encryption" and "In-transit encryption" list what can encrypt */
const WITHOUT_ENCRYPTION = ['t1', 'm1', 'm2', 'c1'];

export const nodeTypeTooOld = defineRule<Caches>({
  code: 'cache/node-type-too-old',
  severity: 'error',
  summary: 'the node type can encrypt, fail over and take snapshots, as far as it is asked to',
  why: 'AWS refuses encryption on t1, m1, m2 and c1, and failover and snapshots on t1',
  source:
    'ElastiCache User Guide: conditions of encryption at rest and in transit, limitations of Multi-AZ, backup constraints (read 2026-11-25)',
  examples: {
    good: [stagingCache('nodeType: cache.m3.large', 'adopt: true')],
    bad: [
      stagingCache('nodeType: cache.m1.large', 'adopt: true'),
      stagingCache(
        'nodeType: cache.t1.micro',
        'adopt: true',
        'atRestEncryption: false',
        'transitEncryption: disabled',
      ),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report) => {
    const { family } = partsOf(cache.nodeType);
    // A new cache cannot have such a type at all, which is an error of its own.
    if (!WITHOUT_ENCRYPTION.includes(family) || !cache.adopt) return;
    const wanted: string[] = [];
    if (cache.atRestEncryption) wanted.push('encryption at rest');
    if (cache.transitEncryption !== 'disabled') wanted.push('encryption in transit');
    if (family === 't1' && cache.automaticFailover) wanted.push('automatic failover');
    if (family === 't1' && cache.snapshots.retention > 0) wanted.push('snapshots');
    if (wanted.length === 0) return;
    report({
      at: at('nodeType'),
      message: `${cache.nodeType} has no ${wanted.join(', no ')}`,
      help: 'take a current type such as cache.t4g.micro or cache.r7g.large',
    });
  }),
});
