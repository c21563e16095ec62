import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { MINUTES_PER_DAY } from '../../util/calendar/clock-time.ts';
import { formatMinute, formatOffset } from '../../util/calendar/date.ts';
import { ZoneClock } from '../../util/calendar/time-zone.ts';
import { eachEvent } from './each-event.ts';
import { event, example } from './example.ts';

const NEW_YORK = { traffic: ', timezone: America/New_York' };

export const noSuchTime = defineRule<Model>({
  code: 'traffic-event/no-such-time',
  severity: 'error',
  summary: 'an event begins and ends at times that exist',
  why: 'a day that no month has, and an hour that clocks skip, say no moment at which floors could move',
  source: 'IANA time zone data 2025c: New York skips 02:00 to 03:00 on 2027-03-14 (read 2026-11-27)',
  examples: {
    good: [
      example(event('sale', '2028-02-29', '2028-02-29')),
      example(event('sale', '2027-03-14 03:00', '2027-03-15'), NEW_YORK),
      // Comes twice: it begins at the first of the two moments.
      example(event('sale', '2027-11-07 01:30', '2027-11-08'), NEW_YORK),
    ],
    bad: [
      example(event('sale', '2027-02-29', '2027-03-02')),
      example(event('sale', '2027-03-14 02:30', '2027-03-15'), NEW_YORK),
      example(event('sale', '2027-04-29', '2027-04-31')),
    ],
  },
  check: eachEvent(({ event, from, to, at, timezone }, report) => {
    for (const [key, time] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (time?.kind === 'once' || time?.kind === 'twice') continue;
      const [date] = event[key].split(' ');
      if (!time) {
        report({ at: at(key), message: `there is no day ${date}`, help: 'write a day that the month has' });
        continue;
      }
      const clock = new ZoneClock(timezone, time.at - MINUTES_PER_DAY, time.at + MINUTES_PER_DAY);
      const [before, after] = [clock.offsetAt(time.at - 1), clock.offsetAt(time.at)];
      report({
        at: at(key),
        message: `${formatMinute(time.local)} does not exist in ${timezone}: clocks go from ${formatMinute(time.at + before)} (${formatOffset(before)}) to ${formatMinute(time.at + after)} (${formatOffset(after)})`,
        help: `write ${formatMinute(time.at + after)} or later, or a time before ${formatMinute(time.at + before)}`,
      });
    }
  }),
});
