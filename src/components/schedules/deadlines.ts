import type { Boundary } from '../../util/calendar/week.ts';

/**
 * In seconds. A run that was missed is made up for until half of the time to the next change has passed, and
 * then has at most ten minutes: together less than the whole, also on a day that a change of clocks makes
 * an hour shorter (from two hours on), so that no job sets a number that no longer holds.
 */
export function deadlinesOf({ untilNext }: Pick<Boundary, 'untilNext'>): {
  readonly starting: number;
  readonly active: number;
} {
  const seconds = untilNext * 60;
  return { starting: seconds / 2, active: Math.min(600, seconds / 4) };
}
