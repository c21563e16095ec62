import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

const SECONDS_PER_DAY = 86_400;
const MOST_DAYS = 35;

export const snapshotRetention = defineRule<Caches>({
  code: 'cache/snapshot-retention',
  severity: 'error',
  summary: 'snapshots are kept for whole days, 35 at most',
  why: 'AWS counts days and keeps automatic snapshots no longer',
  source:
    'terraform-provider-aws: snapshot_retention_limit is at most 35; AWS Config, elasticache-automatic-backup-check-enabled: 1 to 35 (read 2026-11-25)',
  examples: {
    good: [stagingCache('snapshots: {retention: 35d}'), stagingCache('snapshots: {retention: 48h}')],
    bad: [stagingCache('snapshots: {retention: 36d}'), stagingCache('snapshots: {retention: 36h}')],
  },
  check: eachItem<Cache>('caches', ({ snapshots: { retention } }, at, report) => {
    const days = retention / SECONDS_PER_DAY;
    if (Number.isInteger(days) && days <= MOST_DAYS) return;
    const written = formatDuration(retention);
    const nearest = Math.min(Math.ceil(days), MOST_DAYS);
    report({
      at: at('snapshots', 'retention'),
      message:
        days > MOST_DAYS ? `${written} is more than ${MOST_DAYS}d` : `${written} is no number of whole days`,
      help: days > MOST_DAYS ? 'copy snapshots that must live longer' : `write ${nearest}d`,
      suggestions: [{ message: 'the nearest number of days', replacement: `${nearest}d` }],
    });
  }),
});
