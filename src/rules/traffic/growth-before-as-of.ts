import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { parseDate } from '../../util/calendar/date.ts';
import { backend } from './examples.ts';

export const growthBeforeAsOf = defineRule<Model>({
  code: 'traffic/growth-before-as-of',
  severity: 'warning',
  summary: 'growth is told for days after the day of the measurement',
  why: 'growth counts from the day on which current was measured, so what was expected of an earlier day, or of the same, is left out',
  source: 'by design: traffic.asOf is the day of traffic.current',
  examples: {
    good: [backend('growth: {"2027-03-01": 3000/min}'), backend('growth: {1mo: 3000/min}')],
    bad: [
      backend('growth: {"2026-10-01": 900/min, "2027-03-01": 3000/min}'),
      backend('growth: {"2026-11-20": 1200/min}'),
    ],
  },
  check({ traffic }, report, { isWritten }) {
    const start = traffic && parseDate(traffic.asOf);
    if (!traffic || start === undefined) return;
    for (const name of traffic.growth?.keys() ?? []) {
      const day = parseDate(name);
      if (day === undefined || day > start) continue;
      const same = day === start ? 'the day of' : 'before';
      report({
        at: ['traffic', 'growth', name],
        on: 'key',
        message: `${name} is ${same} traffic.asOf ${traffic.asOf}, and is left out`,
        help: 'remove it, or write what is expected of a later day; what was measured then belongs into asOf and current',
        related: isWritten(['traffic', 'asOf'])
          ? [{ message: 'the day of the measurement is set here', at: { path: ['traffic', 'asOf'] } }]
          : [],
      });
    }
  },
});
