import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import type { Model } from '../../src/components/registry.ts';
import { eventOn } from '../../src/projection/event-days.ts';
import { projectionOf } from '../../src/projection/projection.ts';
import { formatDate, parseDate } from '../../src/util/calendar/date.ts';
import { GUIDE, modelOf } from './example.ts';

const model = modelOf(GUIDE);
const start = parseDate('2026-11-25')!;
const rate = fc.integer({ min: 0, max: 12_000 }).map((perMinute) => perMinute * 1000);

const plans = fc.record({
  current: rate.filter((each) => each > 0),
  growth: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 11 }), rate), {
    selector: ([month]) => month,
    maxLength: 4,
  }),
  monthlyGrowth: fc.constantFrom(0, 0, 5, 40),
  growthSpread: fc.constantFrom(0, 50, 120),
  events: fc.array(
    fc.record({
      in: fc.integer({ min: -5, max: 200 }),
      days: fc.integer({ min: 0, max: 9 }),
      factor: fc.constantFrom(50, 200, 350),
    }),
    { maxLength: 2 },
  ),
});
type Plan = typeof plans extends fc.Arbitrary<infer P> ? P : never;

function withPlan({ current, growth, monthlyGrowth, growthSpread, events }: Plan): Model {
  const day = (days: number) => formatDate(start + days);
  const traffic = {
    ...model.traffic!,
    current,
    peak: current,
    monthlyGrowth,
    growthSpread,
    growth: new Map(growth.map(([month, value]) => [`${month}mo`, value])),
    events: new Map(
      events.map((each, index) => [
        `e${index}`,
        { from: day(each.in), to: day(each.in + each.days), factor: each.factor, leadTime: 1800 },
      ]),
    ),
    workloads: new Map([['backend', { share: 100, ratePerPod: 333_334 }]]),
  };
  return { ...model, traffic } as Model;
}

it('the first day that is found is the first day, looked at one by one', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom('low', 'base', 'high'), (plan, scenario) => {
      const { platform, horizon, outlooks } = projectionOf(withPlan(plan), builtInCatalog, 6)!;
      for (const { gauge, limit, breaks } of outlooks) {
        let first: number | undefined;
        for (let day = platform.start; day <= horizon && first === undefined; day += 1) {
          const event = eventOn(platform.events, day);
          if (gauge.at({ name: '', day, scenario, event }).value > limit.most) first = day;
        }
        expect([gauge.id, breaks[scenario]?.instant.day]).toEqual([gauge.id, first]);
      }
    }),
    { numRuns: 10 },
  );
});

it('every limit that breaks in base growth says what holds, and no other does', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { outlooks } = projectionOf(withPlan(plan), builtInCatalog)!;
      for (const { gauge, breaks, raise, greatest, limit } of outlooks) {
        expect(greatest.value > limit.most, gauge.id).toBe(breaks.base !== undefined);
        // More pods may want more nodes than the traffic does.
        if (!gauge.id.endsWith('.nodes'))
          expect(raise !== undefined, gauge.id).toBe(breaks.base !== undefined);
      }
    }),
    { numRuns: 10 },
  );
});
