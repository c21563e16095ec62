import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { LONGEST_EVENT_DAYS } from '../../traffic/events.ts';
import { MINUTES_PER_DAY } from '../../util/calendar/clock-time.ts';
import { eachEvent } from './each-event.ts';
import { event, example } from './example.ts';

export const tooLong = defineRule<Model>({
  code: 'traffic-event/too-long',
  severity: 'error',
  summary: `an event lasts at most ${LONGEST_EVENT_DAYS} days`,
  why: 'the crons of its jobs have no year, so it must be far away from the same days of the next one; and traffic of months is growth',
  source: 'kubernetes.io, CronJob, "Schedule syntax": five fields without a year (read 2026-11-27)',
  examples: {
    good: [example(event('advent', '2027-12-01', '2027-12-31'))],
    bad: [
      example(event('advent', '2027-12-01', '2028-01-01')),
      example(event('summer', '2027-06-01', '2027-08-31')),
    ],
  },
  check: eachEvent(({ name, event, from, to, at }, report) => {
    const days = from && to ? (to.at - from.at) / MINUTES_PER_DAY : 0;
    if (days <= LONGEST_EVENT_DAYS) return;
    report({
      at: at('to'),
      message: `${name} lasts ${Math.ceil(days)} days, from ${event.from} to ${event.to}`,
      help: 'write the busiest days as events of their own, and what lasts longer into traffic.growth or schedules',
      related: [{ message: 'the beginning', at: { path: at('from') } }],
    });
  }),
});
