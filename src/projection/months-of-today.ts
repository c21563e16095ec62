import { DAYS_PER_MONTH, rateOn, type Scenario } from '../traffic/growth.ts';
import { eventOn } from './event-days.ts';
import type { Platform } from './platform.ts';

/** By day since `start`: the sum so far. */
const sums = new WeakMap<Platform, Map<Scenario, number[]>>();

/**
 * How many months of the traffic of today there are between asOf and a day: the integral of the rate as a multiple of
 * `traffic.current`, events included. A month of three times the traffic counts as three.
 *
 * @param day days since 1970-01-01
 */
export function monthsOfToday(platform: Platform, day: number, scenario: Scenario): number {
  const { traffic, start, events } = platform;
  const ofPlatform = sums.get(platform) ?? new Map<Scenario, number[]>();
  sums.set(platform, ofPlatform);
  const known = ofPlatform.get(scenario) ?? [0];
  ofPlatform.set(scenario, known);
  for (let index = known.length; index <= day - start; index += 1) {
    // A day has the mean of its first moment and its last.
    const [first, last] = [start + index - 1, start + index];
    const mean = (rateOn(traffic, first, scenario) + rateOn(traffic, last, scenario)) / 2;
    const ratio = traffic.current === 0 ? 1 : mean / traffic.current;
    const factor = (eventOn(events, first)?.factor ?? 100) / 100;
    known.push(known[index - 1]! + (ratio * factor) / DAYS_PER_MONTH);
  }
  return known[Math.max(0, day - start)] ?? 0;
}
