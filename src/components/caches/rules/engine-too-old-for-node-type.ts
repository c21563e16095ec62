import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isAtLeast } from '../engine.ts';
import { partsOf } from '../node-type.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

/** Oldest Redis of a family. @source ElastiCache User Guide, "Supported node types" (2023-06) */
const OLDEST: Readonly<Record<string, string>> = { m6g: '5.0.6', r6g: '5.0.6', r6gd: '6.2' };

export const engineTooOldForNodeType = defineRule<Caches>({
  code: 'cache/engine-too-old-for-node-type',
  severity: 'error',
  summary: 'the engine runs on the node type',
  why: 'AWS refuses an older engine on it',
  source: 'ElastiCache User Guide, "Supported node types", minimum supported Redis version (2023-06)',
  examples: {
    good: [stagingCache('engineVersion: "5.0.6"'), stagingCache('nodeType: cache.r6gd.xlarge')],
    bad: [
      stagingCache('engineVersion: "4.0.10"'),
      stagingCache('nodeType: cache.r6gd.xlarge', 'engineVersion: "6.0"'),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report) => {
    const { nodeType, engineVersion } = cache;
    const oldest = OLDEST[partsOf(nodeType).family];
    if (oldest === undefined || isAtLeast(cache, oldest)) return;
    report({
      at: at('engineVersion'),
      message: `Redis ${engineVersion} does not run on ${nodeType}, which starts at ${oldest}`,
      help: 'take a newer version, or another node type',
      related: [{ message: 'the node type', at: { path: at('nodeType') } }],
    });
  }),
});
