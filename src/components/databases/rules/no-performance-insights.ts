import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { supportsPerformanceInsights } from '../facts/performance-insights.ts';
import type { Database, Databases } from '../schema.ts';
import { mysql, postgres } from './examples.ts';

const small = { class: 'db.t4g.small', multiAz: 'false', monitoring: '{performanceInsights: false}' };

export const noPerformanceInsights = defineRule<Databases>({
  code: 'database/no-performance-insights',
  severity: 'warning',
  summary: 'load is recorded by query and wait event where the class can',
  why: 'it cannot be asked for afterwards: which query held the database yesterday, nobody will know; seven days are free',
  source:
    'CKV_AWS_353 (bridgecrewio/checkov@7e3aa9e, RDSInstancePerformanceInsights.py); AWS-0133 (aquasecurity/trivy-checks@2d6935f) (both read 2026-11-27)',
  examples: {
    good: [postgres(), `tier: dev\n${mysql(small)}`],
    bad: [
      postgres({ monitoring: '{performanceInsights: false}' }),
      postgres({ readReplicas: '{replica-1: {performanceInsights: false}}' }),
    ],
  },
  check: eachItem<Database>('databases', (database, at, report) => {
    const { engine, class: primary, monitoring, readReplicas } = database;
    const look = (isOn: boolean, name: string, path: readonly string[]) => {
      if (isOn || !supportsPerformanceInsights(engine, name)) return;
      report({
        at: path,
        message: `performanceInsights is false, and ${name} has it with ${engine}`,
        help: 'take the line away',
        suggestions: [{ message: 'switch it on', replacement: 'true' }],
      });
    };
    look(monitoring.performanceInsights, primary, at('monitoring', 'performanceInsights'));
    // A replica without a line of its own follows its primary, which has the finding.
    if (!monitoring.performanceInsights) return;
    for (const [key, replica] of readReplicas) {
      look(replica.performanceInsights, replica.class, at('readReplicas', key, 'performanceInsights'));
    }
  }),
});
