import { type SupportPhase, supportPhase } from '../../catalog/support-phase.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import { titleOf } from '../../components/caches/engine.ts';
import type { Model } from '../../components/registry.ts';
import { cacheWith } from './example.ts';

export const supportEnds = defineRule<Model>({
  code: 'cache/support-ends',
  severity: 'warning',
  summary: 'the engine of a cache is in the standard support of ElastiCache for at least another quarter',
  why: 'after it every node costs extra, and at the end of the extended support ElastiCache upgrades the cache to Valkey by itself',
  source:
    'ElastiCache User Guide, "ElastiCache Extended Support", and AWS Database Blog, "Introducing Extended Support for Amazon ElastiCache version 4 and version 5 for Redis OSS" (read 2026-11-27); the dates are in the catalog',
  examples: {
    good: [cacheWith(['engineVersion: "7.1"']), cacheWith(['engine: valkey', 'engineVersion: "8.0"'])],
    bad: [
      cacheWith(['engineVersion: "5.0.6"']),
      cacheWith(['engineVersion: "6.2"']),
      cacheWith(['engineVersion: "6.x"']),
    ],
  },
  check({ caches }, report, { catalog, today }) {
    for (const [key, cache] of caches) {
      const known = catalog.elasticacheEngineVersions.rows.get(`${cache.engine} ${cache.engineVersion}`);
      const phase = known && supportPhase(known, today);
      if (!phase || phase.kind === 'standard') continue;
      report({
        at: ['caches', key, 'engineVersion'],
        message: `${titleOf(cache)} ${textOf(phase)}`,
        help: 'upgrade to Redis 7.1, or to Valkey, which costs less and takes the data along; try it on a copy first',
      });
    }
  },
});

function textOf(phase: Exclude<SupportPhase, { kind: 'standard' }>): string {
  if (phase.kind === 'ending')
    return `leaves the standard support of ElastiCache on ${phase.end}, in ${phase.days} days`;
  if (phase.kind === 'extended')
    return `left the standard support of ElastiCache on ${phase.since}, and extended support is charged${phase.until === undefined ? '' : ` until ${phase.until}`}`;
  return `has had no support of ElastiCache since ${phase.end}, and ElastiCache upgrades it by itself`;
}
