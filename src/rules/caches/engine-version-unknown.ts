import { unknownTo } from '../../catalog/table.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import { isAtLeast, isSpelledRight, titleOf } from '../../components/caches/engine.ts';
import type { Model } from '../../components/registry.ts';
import { cacheWith } from './example.ts';

export const engineVersionUnknown = defineRule<Model>({
  code: 'cache/engine-version-unknown',
  severity: 'warning',
  summary: 'the version of the engine is one that ElastiCache has',
  why: 'a version that does not exist is found only when AWS refuses it during the apply; Redis goes to 7.1 there, and what followed is Valkey',
  source: 'the table elasticacheEngineVersions of the catalog',
  examples: {
    good: [cacheWith(['engineVersion: "7.0"']), cacheWith(['engine: valkey', 'engineVersion: "8.1"'])],
    bad: [
      cacheWith(['engineVersion: "7.2"']),
      cacheWith(['engineVersion: "7.4"', 'shards: {initial: 2}']),
      cacheWith(['engine: valkey', 'engineVersion: "7.9"']),
    ],
  },
  check({ caches }, report, { catalog: { elasticacheEngineVersions: table } }) {
    for (const [key, cache] of caches) {
      const { engine, engineVersion, atRestEncryption, transitEncryption } = cache;
      if (!isSpelledRight(cache) || table.rows.has(`${engine} ${engineVersion}`)) continue;
      // What is too old to encrypt, or has been deprecated for years but may live on, has findings of its own.
      const isEncrypted = atRestEncryption || transitEncryption !== 'disabled';
      if (isEncrypted && !isAtLeast(cache, '4.0.10')) continue;
      const known = [...table.rows.keys()].filter((name) => name.startsWith(`${engine} `));
      const newest = known.at(-1)?.replace(`${engine} `, '');
      report({
        at: ['caches', key, 'engineVersion'],
        message: `${unknownTo(table, titleOf(cache))}, which has ${known.map((name) => name.replace(`${engine} `, '')).join(', ')}`,
        help: 'check it with `aws elasticache describe-cache-engine-versions`; if it is new, go ahead',
        suggestions:
          newest === undefined ? [] : [{ message: `the newest is ${newest}`, replacement: `"${newest}"` }],
      });
    }
  },
});
