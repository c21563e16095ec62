import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronOf } from '../../util/calendar/cron.ts';
import { CronClock } from '../../util/calendar/testing/cron-clock.ts';
import { boundariesOf, type WeeklyWindow, weekOf } from '../../util/calendar/week.ts';
import { deadlinesOf } from './deadlines.ts';
import { oneOffsOf, type TargetEvent } from './one-offs.ts';
import type { TargetPlan } from './plan.ts';
import { eventCrons } from './terraform/event-crons.ts';
import { alikeOneOffs } from './terraform/one-off-words.ts';

const WEEK_DAYS = [0, 1, 2, 3, 4, 5, 6];

const window = (
  name: string,
  start: number,
  length: number,
  value: number,
  more: object = {},
): WeeklyWindow => ({
  name,
  start: start * 60,
  length: length * 60,
  days: WEEK_DAYS,
  value,
  lead: 0,
  ...more,
});

/** The guide's day and night, on a local clock. */
const DAY_AND_NIGHT = [window('night', 22, 8, 2), window('day', 6, 16, 5)];

function planOf(
  timezone: string,
  windows: readonly WeeklyWindow[],
  kind: TargetPlan['kind'] = 'workloads',
): TargetPlan {
  const week = weekOf(windows, 3);
  const boundaries = boundariesOf(week, windows);
  return { target: `${kind}.api`, kind, key: 'api', timezone, base: 3, max: 99, windows, week, boundaries };
}

const utc = (text: string) => Date.parse(text) / 60_000;

const event = (from: string, to: string, floor: number, name = 'sale'): TargetEvent => ({
  name,
  begin: utc(from),
  end: utc(to),
  lead: 0,
  floor,
});

/** Reads the expressions that `eventCrons` writes, on the clock of UTC; written without the code that it checks. */
function inUtc(cron: string): (instant: number) => boolean {
  const [minutes = '', hour, days = '', month] = cron.split(' ');
  const ofHour = minutes.split(',').map(Number);
  const ofMonth = days.split(',').map(Number);
  return (instant) => {
    if (!ofHour.includes(instant % 60)) return false;
    const date = new Date(instant * 60_000);
    const isDay = ofMonth.includes(date.getUTCDate()) && Number(month) === date.getUTCMonth() + 1;
    return isDay && Number(hour) === date.getUTCHours();
  };
}

/**
 * Lives through the events minute by minute: weekly crons on the local clock, and what is emitted for the events. The
 * number is the greater of both at every minute but those at which the week itself acts.
 */
function livesThrough(plan: TargetPlan, events: readonly TargetEvent[], settleMinutes: number): void {
  const oneOffs = oneOffsOf(plan, events, settleMinutes);
  const times = new Map(oneOffs.map(({ at, value }) => [at, value]));
  const isPods = settleMinutes > 0;
  const crons = alikeOneOffs(oneOffs).flatMap((alike) =>
    eventCrons(alike).map(({ cron }) => ({ isDue: inUtc(cron), value: alike[0].value })),
  );
  const clock = new CronClock(plan.timezone);
  const weekly = plan.boundaries.map(({ time, days, value }) => ({
    isDue: clock.reading(cronOf(time, days)),
    value,
  }));
  const isDaily = plan.boundaries.every(({ days }) => days.length === 7);
  const from = Math.min(...events.map(({ begin }) => begin)) - (isDaily ? 2 : 8) * 1440;
  const to = Math.max(...events.map(({ end }) => end)) + 1440;
  let ofWeek = plan.base;
  let actual = plan.base;
  for (let instant = from; instant < to; instant += 1) {
    const due = weekly.filter(({ isDue }) => isDue(instant)).map(({ value }) => value);
    ofWeek = due[0] ?? ofWeek;
    const ofJobs = () => crons.filter(({ isDue }) => isDue(instant)).map(({ value }) => value);
    const ofActions = () => (times.has(instant) ? [times.get(instant) ?? 0] : []);
    const ofEvents = isPods ? ofJobs() : ofActions();
    if (due.length + ofEvents.length > 1)
      expect({ instant, due, ofEvents }).toEqual({ instant, due, ofEvents: [] });
    actual = due[0] ?? ofEvents[0] ?? actual;
    if (due.length > 0) continue;
    const floor = Math.max(
      0,
      ...events.filter((one) => one.begin <= instant && instant < one.end).map((one) => one.floor),
    );
    const expected = Math.max(ofWeek, floor);
    if (actual !== expected)
      expect({ at: new Date(instant * 60_000).toISOString(), actual }).toEqual({ actual: expected });
  }
}

describe.each([0, 10])('one-off changes that settle in %i minutes', (settleMinutes) => {
  it.each<[what: string, plan: TargetPlan, events: readonly TargetEvent[]]>([
    [
      'a week end of daily windows',
      planOf('America/New_York', DAY_AND_NIGHT),
      [event('2027-11-26T05:00Z', '2027-11-30T05:00Z', 9)],
    ],
    [
      'clocks that go back inside of it',
      planOf('America/New_York', DAY_AND_NIGHT),
      [event('2027-11-05T04:00Z', '2027-11-09T05:00Z', 9)],
    ],
    [
      'clocks that go forward inside of it',
      planOf('Europe/Berlin', DAY_AND_NIGHT),
      [event('2027-03-27T04:30Z', '2027-03-29T16:10Z', 4)],
    ],
    [
      'changes at a local time that comes twice',
      planOf('Europe/Berlin', [window('late', 2, 3, 1), window('early', 20, 5, 12)]),
      [event('2027-10-30T12:00Z', '2027-11-01T12:00Z', 9)],
    ],
    [
      'a beginning and an end at the minute of a weekly change',
      planOf('UTC', DAY_AND_NIGHT),
      [event('2027-11-26T22:00Z', '2027-11-28T06:00Z', 9)],
    ],
    [
      'a beginning and an end a minute after a weekly change',
      planOf('UTC', DAY_AND_NIGHT),
      [event('2027-11-26T22:01Z', '2027-11-28T06:01Z', 9)],
    ],
    [
      'weekly numbers above the floor',
      planOf('UTC', [window('day', 6, 16, 12), window('night', 22, 8, 2)]),
      [event('2027-11-26T01:00Z', '2027-11-28T12:00Z', 9)],
    ],
    [
      'the turn of a month',
      planOf('UTC', DAY_AND_NIGHT),
      [event('2027-11-28T01:00Z', '2027-12-03T12:00Z', 9)],
    ],
    ['no schedule at all', planOf('UTC', []), [event('2027-11-26T01:00Z', '2027-11-28T12:00Z', 9)]],
    [
      'one event in another, and one that follows at once',
      planOf('UTC', DAY_AND_NIGHT),
      [
        event('2027-11-26T01:00Z', '2027-11-29T12:00Z', 7, 'week'),
        event('2027-11-27T01:00Z', '2027-11-28T22:00Z', 9, 'peak'),
        event('2027-11-29T12:00Z', '2027-11-30T12:00Z', 4, 'after'),
      ],
    ],
    [
      'windows that touch, of some days, with minutes between changes',
      planOf('UTC', [
        window('a', 6, 1, 12, { length: 61 }),
        window('b', 8, 0, 1, { length: 5, days: [4, 5] }),
        window('c', 8, 1, 12, { start: 485, days: [4, 5] }),
        window('d', 7, 0, 6, { start: 421, length: 1 }),
      ]),
      [event('2027-11-26T06:30Z', '2027-11-27T08:01Z', 9)],
    ],
    [
      'events that follow each other eleven minutes after a weekly change',
      planOf('UTC', DAY_AND_NIGHT),
      [
        event('2027-11-26T12:00Z', '2027-11-27T06:11Z', 9, 'first'),
        event('2027-11-27T06:11Z', '2027-11-28T12:00Z', 8, 'second'),
      ],
    ],
  ])('hold the greater number at every minute: %s', (_, plan, events) => {
    livesThrough(plan, events, settleMinutes);
  });
});

it('the greater number holds for any windows and events', () => {
  const hours = fc.integer({ min: 0, max: 71 });
  const edge = fc.tuple(hours, fc.constantFrom(0, 1, 30, 59));
  const anEvent = fc.tuple(edge, edge, fc.integer({ min: 1, max: 12 }));
  const aWindow = fc.tuple(
    fc.integer({ min: 0, max: 11 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 12 }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe'),
      aWindow,
      aWindow,
      fc.array(anEvent, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(0, 10),
      (zone, [a, b, c], [d, e, f], edges, settleMinutes) => {
        const plan = planOf(zone, [window('a', a, b, c), window('b', 12 + d, e, f)]);
        const start = utc('2027-11-06T00:00Z');
        const events = edges.flatMap(([from, to, floor], index) => {
          const [begin, end] = [from, to]
            .map(([hour, minute]) => start + hour * 60 + minute)
            .sort((x, y) => x - y);
          return begin === end
            ? []
            : [{ name: `e${index}`, begin: begin ?? 0, end: end ?? 0, lead: 0, floor }];
        });
        if (events.length > 0) livesThrough(plan, events, settleMinutes);
      },
    ),
    { numRuns: 30 },
  );
});

it('a job gives up before the number changes again', () => {
  const events = [event('2027-11-26T21:30Z', '2027-11-30T05:00Z', 9)];
  const oneOffs = oneOffsOf(planOf('America/New_York', DAY_AND_NIGHT), events, 10);
  for (const one of oneOffs) {
    const { starting, active } = deadlinesOf(one);
    const ends = events.map(({ end }) => end).filter((end) => end > one.at);
    for (const end of ends) expect(one.at * 60 + starting + active).toBeLessThanOrEqual(end * 60);
  }
  expect(oneOffs.map(({ cause }) => cause).filter((cause) => cause !== 'again')).toEqual(['begin', 'end']);
});
