import type { Traffic } from '../compiler/frame/traffic.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import { addMonths, parseDate } from '../util/calendar/date.ts';
import { compareText } from '../util/compare.ts';
import type { Figure } from './figure.ts';
import { perMinute } from './per-minute.ts';

export const SCENARIOS = ['low', 'base', 'high'] as const;
/** `base` is what the spec says; the others have `growthSpread` less and more of the increase. */
export type Scenario = (typeof SCENARIOS)[number];

/** A date of `traffic.growth`, or the day of the measurement. */
export interface NamedDate {
  /** `asOf`, `3mo` or the day as it is written. */
  readonly name: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Thousandths of a request per minute. */
  readonly rate: number;
  readonly path: SpecPath;
}

/** The day of the measurement and all named dates after it, in order. Dates that are no days, or before, are left out. */
export function namedDates(traffic: Traffic): readonly NamedDate[] {
  const dates = known.get(traffic) ?? datesOf(traffic);
  known.set(traffic, dates);
  return dates;
}

/** Every day of a projection asks for them. */
const known = new WeakMap<Traffic, readonly NamedDate[]>();

function datesOf({ asOf, current, growth }: Traffic): readonly NamedDate[] {
  const start = parseDate(asOf) ?? 0;
  const dates = [...(growth ?? [])].flatMap(([name, rate]): NamedDate[] => {
    const day = dayOf(name, start);
    return day === undefined || day <= start ? [] : [{ name, day, rate, path: ['traffic', 'growth', name] }];
  });
  dates.sort((a, b) => a.day - b.day || compareText(a.name, b.name));
  return [{ name: 'asOf', day: start, rate: current, path: ['traffic', 'current'] }, ...dates];
}

/** `3mo` after the day, or the day that is written; undefined for a day that does not exist. */
export function dayOf(name: string, start: number): number | undefined {
  const months = /^([0-9]{1,2})mo$/.exec(name)?.[1];
  return months === undefined ? parseDate(name) : addMonths(start, Number(months));
}

/**
 * The rate of `traffic.current` on a day, in whole thousandths of a request per minute. Between named dates it grows
 * by the same share every day; after the last one by `monthlyGrowth`.
 */
export function rateOn(traffic: Traffic, day: number, scenario: Scenario): number {
  const base = baseRate(traffic, day);
  const sign = { low: -1, base: 0, high: 1 }[scenario];
  const spread = (sign * traffic.growthSpread) / 100;
  return Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.round(base + (base - traffic.current) * spread)));
}

/** As {@link rateOn}, for the busiest minute: it grows as `current` does. */
export function peakOn(traffic: Traffic, day: number, scenario: Scenario): Figure {
  const rate = rateOn(traffic, day, scenario);
  const value = traffic.current === 0 ? traffic.peak : Math.round((rate / traffic.current) * traffic.peak);
  const isPeakOfOwn = traffic.peak !== traffic.current;
  return {
    value,
    formula: isPeakOfOwn
      ? `${perMinute(traffic.peak)} × ${perMinute(rate)} ÷ ${perMinute(traffic.current)} = ${perMinute(value)}`
      : perMinute(value),
    inputs: [...(isPeakOfOwn ? [['traffic', 'peak']] : []), ['traffic', 'current'], ['traffic', 'growth']],
  };
}

/** The named dates around a day: `before` is on it or before it; without an `after` it grows by `monthlyGrowth`. */
export function datesAround(
  traffic: Traffic,
  day: number,
): { readonly before: NamedDate; readonly after: NamedDate | undefined } {
  const dates = namedDates(traffic);
  const next = dates.findIndex((date) => date.day > day);
  return { before: dates[next === -1 ? dates.length - 1 : next - 1] ?? dates[0]!, after: dates[next] };
}

function baseRate(traffic: Traffic, day: number): number {
  const { before, after } = datesAround(traffic, day);
  if (day <= before.day) return before.rate;
  if (!after) return before.rate * (1 + traffic.monthlyGrowth / 100) ** ((day - before.day) / DAYS_PER_MONTH);
  const part = (day - before.day) / (after.day - before.day);
  // Nothing grows from zero by a share.
  if (before.rate === 0 || after.rate === 0) return before.rate + (after.rate - before.rate) * part;
  return before.rate * (after.rate / before.rate) ** part;
}

/** The mean month of the Gregorian calendar, in days. */
export const DAYS_PER_MONTH = 365.25 / 12;
