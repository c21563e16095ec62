import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invariant } from '../../util/invariant.ts';
import { formatDailyWindow, formatWeeklyWindow, shiftWeeklyWindow, windowsOverlap } from './aws-window.ts';
import { type Quantity, type QuantityKind, quantities } from './quantity.ts';

const GI = 2 ** 30;
const days = (count: number) => count * 1440;

/** Texts that are right: what they mean, and how they are written back. */
const right: Readonly<
  Record<QuantityKind, ReadonlyArray<readonly [text: string, value: unknown, canonical: string]>>
> = {
  cpu: [
    ['500m', 500, '500m'],
    ['2', 2000, '2'],
    ['0.5', 500, '500m'],
    ['1.25', 1250, '1250m'],
    ['2000m', 2000, '2'],
    ['2.0', 2000, '2'],
    ['1m', 1, '1m'],
    ['999999999m', 999_999_999, '999999999m'],
  ],
  memory: [
    ['512Mi', 512 * 2 ** 20, '512Mi'],
    ['1Gi', GI, '1Gi'],
    ['1024Mi', GI, '1Gi'],
    ['1Ki', 1024, '1Ki'],
    ['2Ti', 2 * 2 ** 40, '2Ti'],
    ['0512Mi', 512 * 2 ** 20, '512Mi'],
  ],
  storage: [
    ['200GiB', 200, '200GiB'],
    ['2TiB', 2048, '2TiB'],
    ['1024GiB', 1024, '1TiB'],
  ],
  duration: [
    ['90s', 90, '90s'],
    ['5m', 300, '5m'],
    ['60s', 60, '1m'],
    ['1h', 3600, '1h'],
    ['24h', 86_400, '1d'],
    ['14d', 14 * 86_400, '14d'],
    ['0m', 0, '0s'],
  ],
  share: [
    ['70%', 70, '70%'],
    ['0%', 0, '0%'],
    ['150%', 150, '150%'],
    ['99.95%', 99.95, '99.95%'],
    ['70.50%', 70.5, '70.5%'],
  ],
  factor: [
    ['3', 300, '3'],
    ['2.5', 250, '2.5'],
    ['0.05', 5, '0.05'],
    ['10.00', 1000, '10'],
  ],
  rate: [
    ['1000/min', 1_000_000, '1000/min'],
    ['1000rps', 60_000_000, '1000rps'],
    ['1000/s', 60_000_000, '1000rps'],
    ['16.7rps', 1_002_000, '1002/min'],
    ['60/min', 60_000, '1rps'],
    ['0.5/min', 500, '0.5/min'],
    ['0.001rps', 60, '0.06/min'],
    ['0rps', 0, '0rps'],
    ['99999999960/min', 99_999_999_960_000, '99999999960/min'],
  ],
  money: [
    ['4200USD', 420_000, '4200USD'],
    ['4200.50USD', 420_050, '4200.50USD'],
    ['0.5USD', 50, '0.50USD'],
    ['0.07USD', 7, '0.07USD'],
    ['0USD', 0, '0USD'],
  ],
  'metric-value': [
    ['100', '100', '100'],
    ['1000', '1k', '1k'],
    ['0.5', '500m', '500m'],
    ['1500m', '1500m', '1500m'],
    ['2000m', '2', '2'],
    ['1.5k', '1500', '1500'],
    ['1000k', '1M', '1M'],
    ['1024Mi', '1Gi', '1Gi'],
    ['0.5Ki', '512', '512'],
    ['1000Ki', '1000Ki', '1000Ki'],
    ['1000000Ei', '1000000Ei', '1000000Ei'],
  ],
  'percent-rate': [
    ['50% per 1m', { value: 50, periodSeconds: 60 }, '50% per 1m'],
    ['100% per 15s', { value: 100, periodSeconds: 15 }, '100% per 15s'],
    ['10% per 120s', { value: 10, periodSeconds: 120 }, '10% per 2m'],
    ['1% per 30m', { value: 1, periodSeconds: 1800 }, '1% per 30m'],
  ],
  'pod-rate': [
    ['4 per 15s', { value: 4, periodSeconds: 15 }, '4 per 15s'],
    ['1 per 1800s', { value: 1, periodSeconds: 1800 }, '1 per 30m'],
  ],
  'pods-or-share': [
    ['25%', { unit: 'percent', amount: 25 }, '25%'],
    ['1', { unit: 'pods', amount: 1 }, '1'],
    ['100%', { unit: 'percent', amount: 100 }, '100%'],
  ],
  'maintenance-window': [
    ['Sun 04:30-05:30', { startMinute: days(6) + 270, lengthMinutes: 60 }, 'Sun 04:30-05:30'],
    ['Mon 00:00-00:30', { startMinute: 0, lengthMinutes: 30 }, 'Mon 00:00-00:30'],
    ['Sun 23:30-00:30', { startMinute: days(6) + 1410, lengthMinutes: 60 }, 'Sun 23:30-00:30'],
  ],
  'backup-window': [
    ['03:00-04:00', { startMinute: 180, lengthMinutes: 60 }, '03:00-04:00'],
    ['23:45-00:15', { startMinute: 1425, lengthMinutes: 30 }, '23:45-00:15'],
  ],
};

/** Texts that are wrong: what is wrong with them, and what to write instead when that is certain. */
const wrong: Readonly<
  Record<QuantityKind, ReadonlyArray<readonly [text: string, problem: RegExp, suggestion?: string]>>
> = {
  cpu: [
    ['0', /zero CPU/],
    ['0m', /zero CPU/],
    ['2 cores', /without a unit/, '2'],
    ['0.5vCPU', /without a unit/, '0.5'],
    ['500 m', /space/, '500m'],
    ['.5', /zero before the point/, '0.5'],
    ['512Mi', /cores \(2, 0\.5\)/],
    ['-1', /cores/],
    ['0.0001', /cores/],
    ['', /cores/],
  ],
  factor: [
    ['0', /no traffic at all/],
    ['3x', /number alone/, '3'],
    ['x2.5', /number alone/, '2.5'],
    ['300%', /no share/, '3'],
    ['250%', /no share/, '2.5'],
    ['-1', /two decimals/],
    ['1.234', /two decimals/],
    ['', /two decimals/],
  ],
  memory: [
    ['512m', /512m of memory is 0\.512 bytes/, '512Mi'],
    ['512M', /512M counts in thousands and is only 488\.28 Mi/, '512Mi'],
    ['1GB', /1GB counts in thousands and is only 0\.93 Gi/, '1Gi'],
    ['1GiB', /written Gi/, '1Gi'],
    ['512 Mi', /without a space/, '512Mi'],
    ['512mi', /written Mi/, '512Mi'],
    ['512', /512 bytes/, '512Mi'],
    ['512B', /not in bytes/],
    ['1.5Gi', /whole number/, '1536Mi'],
    ['0.3Gi', /whole number/],
    ['0Mi', /zero memory/],
    ['much', /Ki, Mi, Gi or Ti/],
  ],
  storage: [
    ['200GB', /200GB is 186\.26 GiB, and AWS counts GiB/, '200GiB'],
    ['2TB', /2TB is 1\.82 TiB/, '2TiB'],
    ['200Gi', /written GiB/, '200GiB'],
    ['200 GiB', /without a space/, '200GiB'],
    ['200', /unit is missing/, '200GiB'],
    ['200MiB', /whole GiB/],
    ['0GiB', /empty/],
    ['1.5TiB', /whole number/],
  ],
  duration: [
    ['5', /unit is missing/, '5s'],
    ['5 min', /one letter/, '5m'],
    ['5M', /one letter/, '5m'],
    ['10 seconds', /one letter/, '10s'],
    ['2 weeks', /one letter/, '14d'],
    ['1h30m', /one whole number with one unit/, '90m'],
    ['1.5h', /one whole number with one unit/, '90m'],
    ['500ms', /whole number/],
    ['5 months', /whole number/],
    ['5Mi', /whole number/],
    ['-5m', /whole number/],
    ['soon', /whole number/],
    ['', /whole number/],
  ],
  share: [
    ['70', /percent sign/, '70%'],
    ['70 %', /percent sign/, '70%'],
    ['0.7', /in percent/, '70%'],
    ['.05', /in percent/, '5%'],
    ['most', /number with a percent sign/],
    ['-5%', /number with a percent sign/],
  ],
  rate: [
    ['1000', /unit is missing/],
    ['1000 rps', /written rps/, '1000rps'],
    ['1,000req/s', /written rps/, '1000rps'],
    ['16.7 requests per second', /written rps/, '16.7rps'],
    ['1000/minute', /written \/min/, '1000/min'],
    ['1000rpm', /written \/min/, '1000/min'],
    ['1000/h', /rps or \/min/],
    ['1.0001rps', /three decimals/],
    ['-1rps', /rps or \/min/],
  ],
  money: [
    ['$4200', /follows the number/, '4200USD'],
    ['4,200 USD', /follows the number/, '4200USD'],
    ['4200usd', /follows the number/, '4200USD'],
    ['4200', /currency is missing/, '4200USD'],
    ['4200EUR', /US dollars/],
    ['4200€', /US dollars/],
    ['0.001USD', /two decimals/],
    ['lots', /two decimals/],
  ],
  'metric-value': [
    ['0', /zero/],
    ['0.5m', /smallest step/],
    ['0.3Ki', /whole number of bytes/],
    ['999999999999999.5', /15 digits/],
    ['123456789012345.678k', /15 digits/],
    ['999999999999999.5Ei', /15 digits/],
    ['100 rps', /a metric value is a number/],
    ['1e3', /a metric value is a number/],
  ],
  'percent-rate': [
    ['50%', /50% per 1m/],
    ['50%/1m', /50% per 1m/, '50% per 1m'],
    ['50 per 1m', /50% per 1m/, '50% per 1m'],
    ['50% per 1 minute', /50% per 1m/, '50% per 1m'],
    ['0% per 1m', /selectPolicy/],
    ['50% per 0s', /1s to 30m/],
    ['50% per 31m', /1s to 30m/],
  ],
  'pod-rate': [
    ['4', /4 per 15s/],
    ['4 pods per 15s', /4 per 15s/, '4 per 15s'],
    ['4/15s', /4 per 15s/, '4 per 15s'],
    ['50% per 15s', /4 per 15s/],
    ['0 per 15s', /selectPolicy/],
  ],
  'pods-or-share': [
    ['101%', /more than 100/],
    ['0.5', /whole number/],
    ['', /whole number/],
  ],
  'maintenance-window': [
    ['sun:04:30-sun:05:30', /day and two times/, 'Sun 04:30-05:30'],
    ['sun:23:30-mon:00:30', /day and two times/, 'Sun 23:30-00:30'],
    ['sun:04:30-tue:05:30', /day and two times/],
    ['foo:04:30-foo:05:30', /day and two times/],
    ['sun 04:30-05:30', /capitalised/, 'Sun 04:30-05:30'],
    ['Foo 04:30-05:30', /days are Mon, Tue/],
    ['Sunday 04:30-05:30', /day and two times/],
    ['Sun 04:30-04:45', /30 minutes/],
    ['Sun 04:30-04:30', /30 minutes/],
    ['Sun 04:30-24:00', /23:59/],
    ['04:30-05:30', /day and two times/],
  ],
  'backup-window': [
    ['03:00', /two times/],
    ['3:00-4:00', /two times/],
    ['03:00-03:29', /30 minutes/],
    ['25:00-26:00', /23:59/],
    ['03:60-04:30', /23:59/],
  ],
};

const kinds = Object.keys(quantities) as QuantityKind[];

describe.each(kinds)('%s', (kind) => {
  const quantity: Quantity<unknown> = quantities[kind];
  const pattern = new RegExp(quantity.pattern);

  it.each(right[kind])('reads %j', (text, value, canonical) => {
    expect(quantity.parse(text)).toEqual({ ok: true, value });
    expect(quantity.format(value)).toBe(canonical);
    expect(text).toMatch(pattern);
  });

  it.each(wrong[kind].map(([text, problem, suggestion]) => ({ text, problem, suggestion })))(
    'refuses "$text"',
    ({ text, problem, suggestion }) => {
      const parsed = quantity.parse(text);
      invariant(!parsed.ok, `${text} is read as ${JSON.stringify(parsed)}`);
      expect(parsed.problem).toMatch(problem);
      expect(parsed.problem).not.toMatch(/\.$|\n/);
      expect(parsed.suggestion).toBe(suggestion);
    },
  );

  it('suggests only what it reads itself', () => {
    for (const [, , suggestion] of wrong[kind]) {
      if (suggestion !== undefined) expect(quantity.parse(suggestion)).toMatchObject({ ok: true });
    }
  });

  it('reads its examples', () => {
    for (const example of quantity.examples) expect(quantity.parse(example)).toMatchObject({ ok: true });
  });

  it('reads what it has written as the same value, and writes it the same way', () => {
    fc.assert(
      fc.property(fc.stringMatching(pattern), (text) => {
        const parsed = quantity.parse(text);
        if (!parsed.ok) return;
        const canonical = quantity.format(parsed.value);
        expect(quantity.parse(canonical)).toEqual(parsed);
        expect(canonical).toMatch(pattern);
      }),
      { numRuns: 2000 },
    );
  });

  it('has a pattern that takes whatever it reads, also near right texts', () => {
    const texts = [...right[kind].map(([text]) => text), ...wrong[kind].map(([text]) => text)];
    const characters = fc.constantFrom(...'0123456789.%mhdsKMGTiBUSD/-: per'.split(''));
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(30),
        fc.nat(2),
        characters,
        (text, at, removed, added) => {
          const edited = text.slice(0, at) + added + text.slice(at + removed);
          const parsed = quantity.parse(edited);
          if (parsed.ok) expect(edited).toMatch(pattern);
          else if (parsed.suggestion !== undefined) expect(parsed.suggestion).not.toBe(edited);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each(['\n', ' ', '\u0000'])('does not read a text with %j behind it', (end) => {
    for (const [text] of right[kind]) expect(quantity.parse(text + end)).toMatchObject({ ok: false });
  });

  it('answers long hostile texts', () => {
    for (const unit of ['9', ' ', '.', '0', '1h', 'm', '%', '9 ', 'per ', ',']) {
      const hostile = unit.repeat(20_000);
      for (const text of [hostile, `1${hostile}`, `${hostile}x`]) {
        expect(quantity.parse(text).ok || pattern.test(text)).toBe(false);
      }
    }
  });
});

describe('windows of AWS', () => {
  const weekly = (text: string) => {
    const parsed = quantities['maintenance-window'].parse(text);
    invariant(parsed.ok, text);
    return parsed.value;
  };
  const daily = (text: string) => {
    const parsed = quantities['backup-window'].parse(text);
    invariant(parsed.ok, text);
    return parsed.value;
  };

  it.each([
    ['Sun 04:30-05:30', 'sun:04:30-sun:05:30'],
    ['Sun 23:30-00:30', 'sun:23:30-mon:00:30'],
    ['Mon 23:30-23:00', 'mon:23:30-tue:23:00'],
  ])('%s is %s', (text, aws) => {
    expect(formatWeeklyWindow(weekly(text))).toBe(aws);
  });

  it('are daily ones without a day', () => {
    expect(formatDailyWindow(daily('23:45-00:15'))).toBe('23:45-00:15');
  });

  it.each([
    ['Sun 04:30-05:30', 1, 'Mon 04:30-05:30'],
    ['Mon 04:30-05:30', -1, 'Sun 04:30-05:30'],
    ['Wed 23:30-00:30', 14, 'Wed 23:30-00:30'],
  ])('%s moved by %i days is %s', (text, by, moved) => {
    expect(shiftWeeklyWindow(weekly(text), by)).toBe(moved);
  });

  it.each([
    ['Sun 04:30-05:30', '03:00-04:00', false],
    ['Sun 04:30-05:30', '03:30-04:30', false],
    ['Sun 04:30-05:30', '05:30-06:00', false],
    ['Sun 04:30-05:30', '05:29-06:00', true],
    ['Sun 04:30-05:30', '04:00-04:31', true],
    ['Sun 04:30-05:30', '04:45-05:15', true],
    ['Sun 04:30-05:30', '00:00-23:00', true],
    ['Sun 23:30-00:30', '00:00-01:00', true],
    ['Mon 00:00-01:00', '23:30-00:30', true],
    ['Sun 23:30-00:30', '00:30-01:00', false],
  ])('%s and %s overlap: %j', (maintenance, backup, overlap) => {
    expect(windowsOverlap(weekly(maintenance), daily(backup))).toBe(overlap);
  });
});
