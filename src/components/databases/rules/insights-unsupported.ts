import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import { supportsPerformanceInsights } from '../facts/performance-insights.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql } from './examples.ts';

const small = { class: 'db.t4g.small', multiAz: 'false' };

export const insightsUnsupported = defineRule<Databases>({
  code: 'database/insights-unsupported',
  severity: 'error',
  summary: 'Performance Insights is on only where the class has it',
  why: 'RDS refuses it for MySQL and MariaDB on the smallest burstable classes',
  source:
    'RDS user guide "DB engine, Region, and instance class support for Database Insights", USER_DatabaseInsights.Engines (read 2026-11-25)',
  examples: {
    good: [
      `tier: dev\n${mysql(small)}`,
      `tier: dev\n${mysql({ monitoring: '{performanceInsights: true}' })}`,
    ],
    bad: [`tier: dev\n${mysql({ ...small, monitoring: '{performanceInsights: true}' })}`],
  },
  check: eachItem<Database>('databases', (database, at, report, { isWritten }) => {
    const { engine, class: primary, monitoring, readReplicas } = database;
    // A replica without a class of its own has that of its primary.
    const classOf = (item: readonly string[]) => {
      const own = at(...item, 'class');
      return isWritten(own) ? own : at('class');
    };
    const look = (isOn: boolean, name: string, ...item: string[]) => {
      const path = at(...item, 'performanceInsights');
      if (!isOn || supportsPerformanceInsights(engine, name)) return;
      report({
        at: path,
        message: `performanceInsights is true, and ${name} does not have it with ${engine}`,
        help: 'take the line away, or take a class from medium on',
        related: [{ message: 'the class', at: { path: classOf(item) } }],
        suggestions: [removal(path)],
      });
    };
    look(monitoring.performanceInsights, primary, 'monitoring');
    for (const [key, replica] of readReplicas) {
      look(replica.performanceInsights, replica.class, 'readReplicas', key);
    }
  }),
});
