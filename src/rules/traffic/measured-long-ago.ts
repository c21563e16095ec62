import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { parseDate } from '../../util/calendar/date.ts';
import { backend } from './examples.ts';

/** Half a year: the growth that was expected has happened by then, or has not. */
const LONGEST_DAYS = 180;

export const measuredLongAgo = defineRule<Model>({
  code: 'traffic/measured-long-ago',
  severity: 'info',
  summary: 'the traffic was measured in the last half year',
  why: 'a projection from old numbers is further off with every month, and nobody notices whether the growth came as expected',
  source: 'our choice (2026-11-27): two quarters of a growth plan such as that of the guide',
  examples: {
    good: [backend('')],
    bad: [
      backend('').replace('2026-11-20', '2026-05-28'),
      backend('growth: {12mo: 3000/min}').replace('2026-11-20', '2025-11-20'),
    ],
  },
  check({ traffic }, report, { today }) {
    const [start, now] = [traffic && parseDate(traffic.asOf), parseDate(today)];
    if (!traffic || start === undefined || now === undefined || now - start <= LONGEST_DAYS) return;
    report({
      at: ['traffic', 'asOf'],
      message: `the traffic was measured on ${traffic.asOf}, ${now - start} days ago`,
      help: 'measure current, peak and what the databases use again, and write the day',
    });
  },
});
