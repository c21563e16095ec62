import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { prodCache, stagingCache } from './cache-example.ts';

export const snapshotsOff = defineRule<Caches>({
  code: 'cache/snapshots-off',
  severity: 'warning',
  summary: 'prod takes snapshots',
  why: 'a cache that comes back empty sends all its load to the database',
  source: 'ElastiCache.1; AWS-0050',
  examples: {
    good: [prodCache(), stagingCache('snapshots: {retention: 0d}')],
    bad: [prodCache('snapshots: {retention: 0d}')],
  },
  check: eachItem<Cache>('caches', ({ snapshots }, at, report, { frame }) => {
    if (frame.tier !== 'prod' || snapshots.retention > 0) return;
    report({
      at: at('snapshots', 'retention'),
      message: 'no snapshots are taken',
      help: 'keep them for a day at least',
      suggestions: [{ message: 'the default of prod', replacement: '7d' }],
    });
  }),
});
