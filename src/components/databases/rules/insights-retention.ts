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
    const nearest = `${nearestRetention(days)}d`;
    report({
      at: at('monitoring', 'performanceInsightsRetention'),
      message: `performanceInsightsRetention is ${formatDuration(retention)}, and RDS has 7d, 31d to 713d in steps of 31d, and 731d`,
      help: `write ${nearest}, which is the nearest; only 7d costs nothing`,
      suggestions: [{ message: `write ${nearest}`, replacement: nearest }],
    });
  }),
});

function nearestRetention(days: number): number {
  const months = Array.from({ length: 23 }, (_, index) => (index + 1) * 31);
  return [7, ...months, 731].reduce((nearest, other) =>
    Math.abs(other - days) < Math.abs(nearest - days) ? other : nearest,
  );
}
