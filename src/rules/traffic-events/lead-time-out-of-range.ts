import { formatDuration } from '../../compiler/quantity/duration.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { LONGEST_EVENT_LEAD_SECONDS } from '../../traffic/events.ts';
import { eachEvent } from './each-event.ts';
import { event, example } from './example.ts';

const spec = (leadTime: string) =>
  example(event('sale', '2027-03-01', '2027-03-03', `, leadTime: ${leadTime}`));

export const leadTimeOutOfRange = defineRule<Model>({
  code: 'traffic-event/lead-time-out-of-range',
  severity: 'error',
  summary: 'a lead time is whole minutes, at most 4h',
  why: 'cron expressions know no seconds, and the cost of nodes that wait for hours should be seen as a part of the event',
  source: 'kubernetes.io, CronJob, "Schedule syntax" (read 2026-11-27); as schedule/lead-time-out-of-range',
  examples: { good: [spec('1h'), spec('4h'), spec('0s')], bad: [spec('90s'), spec('5h')] },
  check: eachEvent(({ event: { leadTime }, at }, report) => {
    if (leadTime % 60 === 0 && leadTime <= LONGEST_EVENT_LEAD_SECONDS) return;
    const rounded = Math.min(Math.ceil(leadTime / 60) * 60, LONGEST_EVENT_LEAD_SECONDS) / 60;
    report({
      at: at('leadTime'),
      message: `the lead time is ${formatDuration(leadTime)}`,
      help: `write whole minutes up to 4h, such as ${rounded}m, or let the event begin earlier`,
      suggestions: [{ message: `write ${rounded}m`, replacement: `${rounded}m` }],
    });
  }),
});
