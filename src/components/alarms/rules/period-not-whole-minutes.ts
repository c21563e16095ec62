import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule } from '../../../compiler/rules/rule.ts';
import type { AlarmSection } from './index.ts';

export const periodNotWholeMinutes = defineRule<AlarmSection>({
  code: 'alarm/period-not-whole-minutes',
  severity: 'error',
  summary: 'a period is a whole number of minutes',
  why: 'the metrics of AWS come once a minute at most, and CloudWatch takes shorter periods only for metrics of high resolution',
  source:
    'CloudWatch API reference, PutMetricAlarm, Period: "10, 20, 30, and any multiple of 60" (read 2026-11-25)',
  examples: {
    good: ['alarms: {period: 1m}'],
    bad: ['alarms: {period: 30s}', 'alarms: {period: 90s, sustained: 15m}'],
  },
  check(alarms, report) {
    if (!alarms || (alarms.period > 0 && alarms.period % 60 === 0)) return;
    const minutes = Math.max(60, Math.round(alarms.period / 60) * 60);
    report({
      at: ['alarms', 'period'],
      message: `a period of ${formatDuration(alarms.period)} is no whole number of minutes`,
      help: 'write minutes, such as 1m or 5m',
      suggestions: [
        { message: `did you mean ${formatDuration(minutes)}?`, replacement: formatDuration(minutes) },
      ],
    });
  },
});
