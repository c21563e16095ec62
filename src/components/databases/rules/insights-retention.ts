import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isInsightsRetention } from '../facts/performance-insights.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const insightsRetention = defineRule<Databases>({
  code: 'database/insights-retention',
  severity: 'error',
  summary: 'Performance Insights keeps 7 days, whole months of 31 days, or 731 days',
  why: 'RDS refuses any other length',
  source:
    'botocore 1.43.11, API model of rds, CreateDBInstance, PerformanceInsightsRetentionPeriod (read 2026-11-25); AWS provider 5.100 refuses 30 too',
  examples: {
    good: [
      postgres({ monitoring: '{performanceInsightsRetention: 93d}' }),
      postgres({ monitoring: '{performanceInsightsRetention: 731d}' }),
    ],
    bad: [postgres({ monitoring: '{performanceInsightsRetention: 30d}' })],
  },
  check: eachItem<Database>('databases', ({ monitoring }, at, report) => {
    const { performanceInsightsRetention: retention } = monitoring;
    const days = retention / 86_400;
    if (isInsightsRetention(days)) return;
    report({
      at: at('monitoring', 'performanceInsightsRetention'),
      message: `performanceInsightsRetention is ${formatDuration(retention)}`,
      help: `write 7d, 731d, or ${Math.min(23, Math.max(1, Math.round(days / 31))) * 31}d (months of 31 days)`,
      suggestions: [{ message: 'write 7d', replacement: '7d' }],
    });
  }),
});
