import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

const INTERVALS = [1, 5, 10, 15, 30, 60];

export const monitoringInterval = defineRule<Databases>({
  code: 'database/monitoring-interval',
  severity: 'error',
  summary: 'enhanced monitoring has one of the six intervals of RDS',
  why: 'RDS refuses any other; to switch it off, leave monitoring.enhanced out',
  source:
    'botocore 1.43.11, API model of rds, CreateDBInstance, MonitoringInterval (read 2026-11-25); AWS provider 5.100 refuses others too',
  examples: {
    good: [postgres({ monitoring: '{enhanced: {role: rds-monitoring, interval: 15s}}' })],
    bad: [postgres({ monitoring: '{enhanced: {role: rds-monitoring, interval: 20s}}' })],
  },
  check: eachItem<Database>('databases', ({ monitoring: { enhanced } }, at, report) => {
    if (!enhanced || INTERVALS.includes(enhanced.interval)) return;
    const isOff = enhanced.interval === 0;
    report({
      at: at('monitoring', 'enhanced', 'interval'),
      message: `interval is ${formatDuration(enhanced.interval)}`,
      help: isOff ? 'leave monitoring.enhanced out to switch it off' : 'write 1s, 5s, 10s, 15s, 30s or 60s',
      suggestions: isOff ? [removal(at('monitoring', 'enhanced'))] : [],
    });
  }),
});
