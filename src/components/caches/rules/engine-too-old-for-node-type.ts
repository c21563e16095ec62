import { elasticacheFamilyOf } from '../../../catalog/elasticache/families.ts';
import { isRunBy } from '../../../catalog/oldest-versions.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isAtLeast, isSpelledRight, titleOf } from '../engine.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const engineTooOldForNodeType = defineRule<Caches>({
  code: 'cache/engine-too-old-for-node-type',
  severity: 'error',
  summary: 'the engine runs on the node type',
  why: 'AWS refuses another or an older engine on it',
  source:
    'ElastiCache User Guide, "Supported node types", oldest version of each type (read 2026-11-27); the table elasticacheFamilies of the catalog',
  examples: {
    good: [
      stagingCache('engineVersion: "5.0.6"'),
      stagingCache('nodeType: cache.r6gd.xlarge'),
      stagingCache('nodeType: cache.r8g.large', 'engine: valkey'),
      stagingCache('nodeType: cache.r99g.large'),
    ],
    bad: [
      stagingCache('engineVersion: "4.0.10"'),
      stagingCache('nodeType: cache.r6gd.xlarge', 'engineVersion: "6.0"'),
      stagingCache('nodeType: cache.r7g.large', 'engineVersion: "6.0"'),
      stagingCache('nodeType: cache.r8g.large'),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report, { catalog }) => {
    const { nodeType, engine, engineVersion } = cache;
    const family = catalog.elasticacheFamilies.rows.get(elasticacheFamilyOf(nodeType));
    // Before 4.0.10 the engine is too old for everything, which other rules say.
    if (!family || !isSpelledRight(cache) || !isAtLeast(cache, '4.0.10')) return;
    const oldest = family.engines[engine];
    if (oldest === undefined) {
      report({
        at: at('nodeType'),
        message: `${nodeType} does not run ${engine}`,
        help: `it runs ${Object.keys(family.engines).join(' and ')}: take another node type, or change the engine`,
        related: [{ message: 'the engine', at: { path: at('engine') } }],
      });
      return;
    }
    // 6.x stands for the newest 6, as 6 does.
    if (isRunBy(oldest, engineVersion.replace('.x', ''), 1)) return;
    report({
      at: at('engineVersion'),
      message: `${titleOf(cache)} does not run on ${nodeType}, which starts at ${oldest[0]}`,
      help: 'take a newer version, or another node type',
      related: [{ message: 'the node type', at: { path: at('nodeType') } }],
    });
  }),
});
