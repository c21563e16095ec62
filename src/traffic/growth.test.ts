import { describe, expect, it } from 'vitest';
import { parseDate } from '../util/calendar/date.ts';
import { namedDates, peakOn, rateOn, type Scenario } from './growth.ts';

const traffic = (more: object = {}) =>
  ({
    asOf: '2026-11-25',
    current: 1_000_000,
    peak: 1_000_000,
    growth: new Map([
      ['12mo', 10_000_000],
      ['3mo', 3_000_000],
      ['6mo', 5_000_000],
    ]),
    monthlyGrowth: 0,
    growthSpread: 50,
    ...more,
  }) as never;

const on = (day: string) => parseDate(day) ?? 0;

describe('rateOn', () => {
  it.each([
    ['before the measurement', '2026-01-01', 'base', 1000],
    ['on the day of the measurement', '2026-11-25', 'high', 1000],
    ['at a named date', '2027-02-25', 'base', 3000],
    ['at a named date, low', '2027-02-25', 'low', 2000],
    ['at a named date, high', '2027-02-25', 'high', 4000],
    ['at the last date', '2027-11-25', 'base', 10_000],
    ['after the last date', '2029-01-01', 'base', 10_000],
  ] as const)('%s', (_, day, scenario: Scenario, perMinute) => {
    expect(rateOn(traffic(), on(day), scenario)).toBe(perMinute * 1000);
  });

  it('grows by the same share every day between two dates', () => {
    const growth = new Map([['2026-12-05', 2_000_000]]);
    const days = ['2026-11-25', '2026-11-30', '2026-12-05'].map((day) =>
      rateOn(traffic({ growth }), on(day), 'base'),
    );
    // Half of ten days is the square root of two.
    expect(days).toEqual([1_000_000, 1_414_214, 2_000_000]);
  });

  it('is compounded monthly after the last date', () => {
    const only = traffic({ growth: undefined, monthlyGrowth: 10 });
    // 365 of 365.25 days.
    expect(rateOn(only, on('2027-11-25'), 'base') / 1_000_000).toBeCloseTo(1.1 ** (12 * (365 / 365.25)), 5);
  });

  it('falls where the plan says so, and never below nothing', () => {
    const growth = new Map([['1mo', 0]]);
    expect(rateOn(traffic({ growth, growthSpread: 100 }), on('2027-01-25'), 'high')).toBe(0);
    expect(rateOn(traffic({ growth }), on('2026-12-10'), 'base')).toBe(500_000);
  });
});

it('the peak grows as the rate does', () => {
  expect(peakOn(traffic({ peak: 1_500_000 }), on('2027-02-25'), 'base')).toMatchObject({
    value: 4_500_000,
    formula: '1,500/min × 3,000/min ÷ 1,000/min = 4,500/min',
  });
});

it('dates are in order, and those that are none or are past are left out', () => {
  const growth = new Map([
    ['2027-01-01', 2],
    ['1mo', 1],
    ['2026-11-25', 3],
    ['2027-02-30', 4],
  ]);
  expect(namedDates(traffic({ growth })).map(({ name }) => name)).toEqual(['asOf', '1mo', '2027-01-01']);
});
