import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { lengthOf } from '../../components/schedules/plan.ts';
import { eachSchedule } from './each-schedule.ts';

const spec = (window: string) =>
  `schedules: {night: {timezone: UTC, window: "${window}", days: [sat], floors: {workloads.api: 2}}}
workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}`;

export const emptyWindow = defineRule<Model>({
  code: 'schedule/empty-window',
  severity: 'error',
  summary: 'a window has a length',
  why: 'a window that ends when it begins may mean nothing or a whole day, and both actions would come at the same minute',
  source: 'kedacore/keda #3646: a cron scaler refuses the same start and end',
  examples: {
    good: [spec('22:00-06:00'), spec('00:00-24:00')],
    bad: [spec('06:00-06:00'), spec('00:00-00:00')],
  },
  check: eachSchedule(({ window }, at, report) => {
    if (lengthOf(window) > 0) return;
    report({
      at: at('window'),
      message: `the window ${window} ends when it begins`,
      help: 'write another end; the whole day is 00:00-24:00',
    });
  }),
});
