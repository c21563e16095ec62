import { defineRule } from '../../../compiler/rules/rule.ts';
import type { AlarmSection } from './index.ts';

export const moreDatapointsThanPeriods = defineRule<AlarmSection>({
  code: 'alarm/more-datapoints-than-periods',
  severity: 'error',
  summary: 'datapointsToAlarm is not more than the periods within sustained',
  why: 'AWS refuses an alarm that wants more points than it looks at',
  source: 'CloudWatch API reference, PutMetricAlarm, DatapointsToAlarm: "M out of N" (general knowledge)',
  examples: {
    good: ['alarms: {sustained: 30m, datapointsToAlarm: 4}'],
    bad: ['alarms: {sustained: 15m, datapointsToAlarm: 4}'],
  },
  check(alarms, report) {
    if (!alarms) return;
    const periods = Math.floor(alarms.sustained / alarms.period);
    if (periods < 1 || alarms.datapointsToAlarm <= periods) return;
    report({
      at: ['alarms', 'datapointsToAlarm'],
      message: `there are ${periods} periods within sustained, and ${alarms.datapointsToAlarm} of them shall be beyond the threshold`,
      help: `write ${periods} or less, or a longer sustained`,
      suggestions: [{ message: `did you mean ${periods}?`, replacement: String(periods) }],
    });
  },
});
