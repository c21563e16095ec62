import { describe, expect, it } from 'vitest';
import { formatClockTime, formatDays, formatMinutes, parseClockRange } from './clock-time.ts';
import { cronOf } from './cron.ts';
import { formatDate, formatLocal, formatOffset, parseDate, weekdayOf } from './date.ts';
import { irregularitiesOf, occurrencesOf } from './occurrences.ts';
import { CronClock } from './testing/cron-clock.ts';
import { ZoneClock, zoneNames, zoneProblem } from './time-zone.ts';
import { boundariesOf, firstOverlap, type WeeklyWindow, weekOf } from './week.ts';

const DAILY = [0, 1, 2, 3, 4, 5, 6];
const day = (date: string) => parseDate(date) ?? Number.NaN;

describe('times', () => {
  it('are read and written', () => {
    expect(parseClockRange('22:30-24:00')).toEqual({ start: 1350, end: 1440 });
    expect([0, 350, 1439].map(formatClockTime)).toEqual(['00:00', '05:50', '23:59']);
    expect([10, 60, 90].map(formatMinutes)).toEqual(['10m', '1h', '1h30m']);
    expect([DAILY, [0, 1, 2, 3, 4], [0, 2], [5, 6]].map(formatDays)).toEqual([
      'every day',
      'mon-fri',
      'mon, wed',
      'sat, sun',
    ]);
    expect(['2026-11-25', '2026-02-30', '2026-1-1', 'x'].map(parseDate)).toEqual([
      20_782,
      undefined,
      undefined,
      undefined,
    ]);
    expect(formatDate(20_782)).toBe('2026-11-25');
    expect(weekdayOf(20_782)).toBe(2);
    expect(formatLocal(20_782 * 1440 + 350)).toBe('Wed 2026-11-25 05:50');
    expect([-300, 330, 0].map(formatOffset)).toEqual(['-05:00', '+05:30', '+00:00']);
  });

  it.each<[time: number, days: readonly number[], cron: string]>([
    [350, DAILY, '50 5 * * *'],
    [0, [0, 1, 2, 3, 4], '0 0 * * 1-5'],
    [1320, [5, 6], '0 22 * * 0,6'],
    [60, [6], '0 1 * * 0'],
    [60, [6, 0, 1].sort(), '0 1 * * 0-2'],
    [60, [0, 2, 4], '0 1 * * 1,3,5'],
  ])('%i on %j is %s', (time, days, cron) => {
    expect(cronOf(time, days)).toBe(cron);
  });
});

describe('the names of zones', () => {
  it('are canonical ones, UTC, and those that changed in between', () => {
    const right = ['UTC', 'Etc/UTC', 'Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'America/Port_of_Spain'];
    expect([...zoneNames(), ...right].filter((name) => zoneProblem(name))).toEqual([]);
  });

  it.each<[name: string, problem: RegExp, better: string | undefined]>([
    ['EST', /abbreviation/, 'America/New_York'],
    ['CET', /abbreviation/, 'Europe/Berlin'],
    ['GMT', /abbreviation/, 'UTC'],
    ['utc', /abbreviation/, 'UTC'],
    ['Japan', /old name/, 'Asia/Tokyo'],
    ['US/Pacific', /old name/, 'America/Los_Angeles'],
    ['Etc/GMT-3', /sign turned round/, undefined],
    ['asia/tokyo', /wrong case/, 'Asia/Tokyo'],
    ['Asia/kolkata', /old name/, 'Asia/Calcutta'],
    ['Mars/Olympus', /no time zone/, undefined],
  ])('%s is refused', (name, problem, better) => {
    const found = zoneProblem(name);
    expect(found?.problem).toMatch(problem);
    expect(found?.better).toBe(better);
  });
});

describe('the clock of a zone', () => {
  const clock = (zone: string, year: number) =>
    new ZoneClock(zone, day(`${year}-01-01`) * 1440, day(`${year + 1}-01-01`) * 1440);
  const changes = (zone: string) =>
    clock(zone, 2026).changes.map(
      ({ at, before, after }) =>
        `${formatLocal(at + before)} ${formatOffset(before)} to ${formatOffset(after)}`,
    );

  // Dates: IANA 2025c; New York and Berlin by law, Lord Howe with its half hour.
  it('changes when the data says', () => {
    expect(changes('America/New_York')).toEqual([
      'Sun 2026-03-08 02:00 -05:00 to -04:00',
      'Sun 2026-11-01 02:00 -04:00 to -05:00',
    ]);
    expect(changes('Europe/Berlin')).toEqual([
      'Sun 2026-03-29 02:00 +01:00 to +02:00',
      'Sun 2026-10-25 03:00 +02:00 to +01:00',
    ]);
    expect(changes('Australia/Lord_Howe')).toEqual([
      'Sun 2026-04-05 02:00 +11:00 to +10:30',
      'Sun 2026-10-04 02:00 +10:30 to +11:00',
    ]);
    expect([...changes('UTC'), ...changes('Asia/Kolkata')]).toEqual([]);
  });

  it('has times that do not exist and times that come twice', () => {
    const york = clock('America/New_York', 2026);
    const kind = (date: string, minute: number) => york.instantOf(day(date) * 1440 + minute).kind;
    expect([119, 120, 179, 180].map((minute) => kind('2026-03-08', minute))).toEqual([
      'once',
      'skipped',
      'skipped',
      'once',
    ]);
    expect([59, 60, 119, 120].map((minute) => kind('2026-11-01', minute))).toEqual([
      'once',
      'twice',
      'twice',
      'once',
    ]);
    expect(york.instantOf(day('2026-11-01') * 1440 + 90)).toMatchObject({
      at: day('2026-11-01') * 1440 + 330,
      again: day('2026-11-01') * 1440 + 390,
    });
  });

  it('leaves out what does not exist, and says what is irregular', () => {
    const york = clock('America/New_York', 2026);
    const boundary = { time: 150, days: DAILY };
    const days = [day('2026-03-07'), day('2026-03-10')] as const;
    expect(occurrencesOf([boundary], york, ...days).map(({ at }) => formatLocal(at))).toEqual([
      'Sat 2026-03-07 07:30',
      'Mon 2026-03-09 06:30',
    ]);
    const irregular = irregularitiesOf([boundary, { time: 90, days: [6] }, { time: 90, days: [0] }], york);
    expect(irregular.map(({ kind, local }) => `${kind} ${formatLocal(local)}`)).toEqual([
      'skipped Sun 2026-03-08 02:30',
      'twice Sun 2026-11-01 01:30',
    ]);
  });
});

describe('a week', () => {
  const window = (more: Partial<WeeklyWindow>): WeeklyWindow => ({
    name: 'day',
    start: 360,
    length: 960,
    days: DAILY,
    value: 5,
    lead: 0,
    ...more,
  });
  const spell = (windows: readonly WeeklyWindow[], base: number) =>
    boundariesOf(weekOf(windows, base), windows).map(
      ({ time, days, value, cause, window: name }) =>
        `${formatDays(days)} ${formatClockTime(time)} ${value} ${name} ${cause}`,
    );

  it('goes back to the base when a window ends', () => {
    expect(spell([window({})], 3)).toEqual(['every day 06:00 5 day begin', 'every day 22:00 3 day end']);
  });

  it('has one change where windows touch', () => {
    const night = window({ name: 'night', start: 1320, length: 480, value: 2 });
    expect(spell([window({}), night], 3)).toEqual([
      'every day 06:00 5 day begin',
      'every day 22:00 2 night begin',
    ]);
  });

  it('rises in the lead, also before midnight of Monday, and never falls in one', () => {
    const early = window({ start: 5, days: [0], lead: 10 });
    expect(spell([early], 3)).toEqual(['mon 16:05 3 day end', 'sun 23:55 5 day lead']);
    expect(spell([window({ value: 2, lead: 10 })], 3)).toEqual([
      'every day 06:00 2 day begin',
      'every day 22:00 3 day end',
    ]);
  });

  it('ends a window over midnight on the day after', () => {
    const night = window({ name: 'night', start: 1320, length: 480, value: 2, days: [4] });
    expect(spell([night], 3)).toEqual(['sat 06:00 3 night end', 'fri 22:00 2 night begin']);
    expect(firstOverlap(night, window({ days: [5], start: 0, length: 60 }))).toBe(5 * 1440);
    expect(firstOverlap(night, window({ days: [4] }))).toBeUndefined();
  });
});

describe('the cron of the tests', () => {
  it('reads what it should', () => {
    const clock = new CronClock('America/New_York');
    const due = (cron: string, date: string) =>
      Array.from({ length: 1440 }, (_, minute) => day(date) * 1440 + minute)
        .filter(clock.reading(cron))
        .map(formatLocal);
    expect(due('30 1 * * *', '2026-11-01')).toEqual(['Sun 2026-11-01 05:30', 'Sun 2026-11-01 06:30']);
    expect(due('30 2 * * 0,6', '2026-03-08')).toEqual([]);
    expect(due('0 6 * * 1-5', '2026-11-25')).toEqual(['Wed 2026-11-25 11:00']);
  });
});
