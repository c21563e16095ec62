import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTES_PER_WEEK } from './clock-time.ts';
import { beginnings, fillMinutes, firstOverlap, haveSameValues, type WeeklyWindow, weekOf } from './week.ts';

// Hours and half days, so that windows meet, overlap and touch.
const minutes = fc.oneof(
  fc.integer({ min: 0, max: 24 }).map((hours) => hours * 60),
  fc.integer({ min: 0, max: 1439 }),
);
const window: fc.Arbitrary<WeeklyWindow> = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  start: minutes.map((minute) => minute % 1440),
  length: minutes.map((minute) => Math.max(1, minute)),
  days: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
  value: fc.integer({ min: 1, max: 4 }),
  lead: fc.oneof(
    fc.constant(0),
    minutes.map((minute) => minute % 721),
  ),
});

/** Minute by minute. */
function isOn(one: WeeklyWindow, minute: number): boolean {
  return beginnings(one).some(
    (begin) => (minute - begin + 2 * MINUTES_PER_WEEK) % MINUTES_PER_WEEK < one.length,
  );
}

const ALL = Array.from({ length: MINUTES_PER_WEEK }, (_, minute) => minute);

describe('a week, against minute by minute', () => {
  it('has the number of the last window that is on, where there is no lead', () => {
    fc.assert(
      fc.property(fc.array(window, { maxLength: 4 }), (given) => {
        const windows = given.map((one) => ({ ...one, lead: 0 }));
        const { values, sources } = weekOf(windows, 2);
        for (const minute of ALL) {
          const last = windows.findLast((one) => isOn(one, minute));
          if (values[minute] !== (last?.value ?? 2) || sources[minute] !== last?.name)
            throw new Error(`minute ${minute}`);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('changes where a number or a window differs from the minute before', () => {
    fc.assert(
      fc.property(fc.array(window, { maxLength: 4 }), (windows) => {
        const { values, sources, changes } = weekOf(windows, 2);
        expect(changes).toEqual(
          ALL.filter((minute) => {
            const before = (minute + MINUTES_PER_WEEK - 1) % MINUTES_PER_WEEK;
            return values[minute] !== values[before] || sources[minute] !== sources[before];
          }),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('is the same as another where every number is', () => {
    fc.assert(
      fc.property(fc.array(window, { maxLength: 3 }), fc.array(window, { maxLength: 3 }), (one, two) => {
        const [a, b] = [weekOf(one, 2), weekOf(two, 2)];
        expect(haveSameValues(a, b)).toBe(ALL.every((minute) => a.values[minute] === b.values[minute]));
        expect(haveSameValues(a, a)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('finds the first minute at which two windows are on', () => {
    fc.assert(
      fc.property(window, window, (a, b) => {
        expect(firstOverlap(a, b)).toBe(ALL.find((minute) => isOn(a, minute) && isOn(b, minute)));
      }),
      { numRuns: 100 },
    );
  });

  it('goes on at its beginning', () => {
    const week = new Array<string>(MINUTES_PER_WEEK).fill('');
    fillMinutes(week, 'x', -2, 3);
    expect(ALL.filter((minute) => week[minute] === 'x')).toEqual([
      0,
      MINUTES_PER_WEEK - 2,
      MINUTES_PER_WEEK - 1,
    ]);
  });
});
