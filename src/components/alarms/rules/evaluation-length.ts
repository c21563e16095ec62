import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule } from '../../../compiler/rules/rule.ts';
import type { AlarmSection } from './index.ts';

const DAY = 86_400;
const HOUR = 3600;

export const evaluationLength = defineRule<AlarmSection>({
  code: 'alarm/evaluation-length',
  severity: 'error',
  summary: 'sustained is a whole number of periods and not longer than CloudWatch looks back',
  why: 'CloudWatch counts whole periods, and refuses alarms that look back more than a day, or a week with periods of an hour and more',
  source:
    'CloudWatch API reference, PutMetricAlarm, Period: "no longer than seven days", "less than one hour … one day" (read 2026-11-25)',
  examples: {
    good: ['alarms: {sustained: 30m, period: 10m}', 'alarms: {sustained: 2d, period: 1h}'],
    bad: ['alarms: {sustained: 12m}', 'alarms: {period: 7m}', 'alarms: {sustained: 2d}'],
  },
  check(alarms, report, { isWritten }) {
    // Of a period that is none `alarm/period-not-whole-minutes` tells.
    if (!alarms || alarms.period <= 0 || alarms.period % 60 !== 0) return;
    const { sustained, period } = alarms;
    const most = period < HOUR ? DAY : 7 * DAY;
    // Where only one of the two is written, that one is to be changed.
    const isOfPeriod = isWritten(['alarms', 'period']) && !isWritten(['alarms', 'sustained']);
    const at = ['alarms', isOfPeriod ? 'period' : 'sustained'];
    if (sustained < period || sustained % period !== 0)
      report({
        at,
        message: `sustained is ${formatDuration(sustained)}${isOfPeriod ? ' by default' : ''}, which is no whole number of periods of ${formatDuration(period)}`,
        help: `write a multiple of ${formatDuration(period)} for alarms.sustained, or another alarms.period`,
      });
    else if (sustained > most)
      report({
        at,
        message: `with periods of ${formatDuration(period)} CloudWatch looks back ${formatDuration(most)} at most, not ${formatDuration(sustained)}`,
        help: most === DAY ? 'write a longer alarms.period, such as 1h, or less' : 'write less',
      });
  },
});
