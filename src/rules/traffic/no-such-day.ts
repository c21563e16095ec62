import { defineRule } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { dayOf } from '../../traffic/growth.ts';
import { parseDate } from '../../util/calendar/date.ts';
import { backend } from './examples.ts';

export const noSuchDay = defineRule<Model>({
  code: 'traffic/no-such-day',
  severity: 'error',
  summary: 'the days of the traffic exist',
  why: 'a growth that is told for a day that no calendar has is left out, and without the day of the measurement nothing can be projected',
  source: 'by design; the Gregorian calendar',
  examples: {
    good: [backend('growth: {"2028-02-29": 3000/min}')],
    bad: [
      backend('growth: {"2027-02-29": 3000/min}'),
      backend('growth: {3mo: 3000/min, "2027-11-31": 5000/min}'),
    ],
  },
  check({ traffic }, report) {
    if (!traffic) return;
    const tell = (day: string, at: SpecPath, on: 'key' | 'value') =>
      report({ at, on, message: `there is no day ${day}`, help: `its month has ${lastOf(day)} days` });
    if (parseDate(traffic.asOf) === undefined) tell(traffic.asOf, ['traffic', 'asOf'], 'value');
    for (const name of traffic.growth?.keys() ?? []) {
      if (dayOf(name, 0) === undefined) tell(name, ['traffic', 'growth', name], 'key');
    }
  },
});

/** Days of the month of a day that may not exist. */
function lastOf(day: string): number {
  return [31, 30, 29, 28].find((last) => parseDate(`${day.slice(0, 8)}${last}`) !== undefined) ?? 0;
}
