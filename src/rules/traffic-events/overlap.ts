import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eventWindows } from '../../traffic/events.ts';
import { MINUTES_PER_DAY } from '../../util/calendar/clock-time.ts';
import { formatLocal } from '../../util/calendar/date.ts';
import { ZoneClock } from '../../util/calendar/time-zone.ts';
import { isOver } from './each-event.ts';
import { event, example } from './example.ts';

export const overlap = defineRule<Model>({
  code: 'traffic-event/overlap',
  severity: 'warning',
  summary: 'no two events are on at the same time',
  why: 'factors are not multiplied: the greater floor holds, which is too low if both bring traffic of their own',
  source: 'elastiform, decision 0009 (2026-11-27)',
  examples: {
    good: [
      example(`${event('sale', '2027-03-01', '2027-03-03')}, ${event('drop', '2027-03-04', '2027-03-05')}`),
    ],
    bad: [
      example(`${event('sale', '2027-03-01', '2027-03-05')}, ${event('drop', '2027-03-04', '2027-03-08')}`),
      example(
        `${event('sale', '2027-03-01', '2027-03-05')}, ${event('drop', '2027-03-02 18:00', '2027-03-02 20:00')}`,
      ),
    ],
  },
  check({ traffic }, report, { today }) {
    const windows = eventWindows(traffic).filter((window) => !isOver(window, today));
    for (const [index, window] of windows.entries()) {
      const other = windows.slice(0, index).find(({ end }) => end > window.begin);
      if (!other) continue;
      const { begin, name, timezone } = window;
      const clock = new ZoneClock(timezone, begin - MINUTES_PER_DAY, begin + MINUTES_PER_DAY);
      report({
        at: ['traffic', 'events', name, 'from'],
        message: `${name} begins on ${formatLocal(begin + clock.offsetAt(begin))}, while ${other.name} is on`,
        help: 'let one end where the other begins, with the factor of both for the time in which both are on',
        related: [
          { message: `the end of ${other.name}`, at: { path: ['traffic', 'events', other.name, 'to'] } },
        ],
      });
    }
  },
});
