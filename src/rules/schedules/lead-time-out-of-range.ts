import { formatDuration } from '../../compiler/quantity/duration.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { LONGEST_LEAD_SECONDS } from '../../components/schedules/plan.ts';
import { eachSchedule } from './each-schedule.ts';

const spec = (leadTime: string) =>
  `schedules: {day: {timezone: UTC, window: "06:00-22:00", leadTime: ${leadTime}, floors: {autoScalingGroups.workers: 4}}}
autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 6}}}`;

export const leadTimeOutOfRange = defineRule<Model>({
  code: 'schedule/lead-time-out-of-range',
  severity: 'error',
  summary: 'a lead time is whole minutes, at most 4h',
  why: 'cron expressions know no seconds, and the cost of nodes that wait for hours should be seen as a window',
  source: 'API reference of EC2 Auto Scaling, Recurrence: the five fields of Unix cron (read 2026-11-25)',
  examples: { good: [spec('10m'), spec('4h')], bad: [spec('90s'), spec('5h')] },
  check: eachSchedule(({ leadTime }, at, report) => {
    if (leadTime % 60 === 0 && leadTime <= LONGEST_LEAD_SECONDS) return;
    const rounded = Math.min(Math.ceil(leadTime / 60) * 60, LONGEST_LEAD_SECONDS) / 60;
    report({
      at: at('leadTime'),
      message: `the lead time is ${formatDuration(leadTime)}`,
      help: `write whole minutes up to 4h, such as ${rounded}m`,
      suggestions: [{ message: `write ${rounded}m`, replacement: `${rounded}m` }],
    });
  }),
});
