import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { zoneNames, zoneProblem } from '../../util/calendar/time-zone.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { eachSchedule } from './each-schedule.ts';

const spec = (timezone: string) =>
  `schedules: {night: {timezone: ${timezone}, window: "22:00-06:00", floors: {workloads.api: 2}}}
workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}`;

export const unknownTimeZone = defineRule<Model>({
  code: 'schedule/unknown-time-zone',
  severity: 'error',
  summary: 'a time zone is the name of a place, or UTC',
  why: 'an abbreviation such as EST has no daylight saving, and other names are unknown to AWS or to Kubernetes, which refuse them when they are applied',
  source:
    'API reference of EC2 Auto Scaling, PutScheduledUpdateGroupAction, TimeZone: canonical names of the IANA data; kubernetes.io, CronJob, "Time zones" (read 2026-11-25)',
  examples: {
    good: ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC', 'Australia/Lord_Howe'].map(spec),
    bad: ['EST', 'Europe/Berlyn', 'US/Eastern', 'Etc/GMT+5', 'europe/berlin', 'CST6CDT'].map(spec),
  },
  check: eachSchedule(({ timezone }, at, report) => {
    const found = zoneProblem(timezone);
    if (!found) return;
    const [near] = found.better === undefined ? didYouMean(timezone, zoneNames()) : [found.better];
    report({
      at: at('timezone'),
      message: `"${timezone}" ${found.problem}`,
      help:
        near === undefined
          ? 'write the IANA name of a place, such as "Europe/Berlin", or "UTC"'
          : `write a place, such as "${near}", or "UTC"`,
    });
  }),
});
