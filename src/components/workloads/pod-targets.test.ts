import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averages, formatAmount, leastThatAddsPods } from './pod-targets.ts';
import type { Workload } from './schema.ts';

describe('the least utilization that adds pods', () => {
  it('is the first that the controller does not tolerate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 50 }), (target, ready) => {
        const least = leastThatAddsPods(target);
        // The controller: within the tolerance nothing changes, above it ceil(ratio × ready pods).
        const proposal = (percent: number) => {
          const ratio = percent / target;
          return ratio >= 0.9 && ratio <= 1.1 ? ready : Math.ceil(ratio * ready);
        };
        expect(proposal(least)).toBeGreaterThan(ready);
        for (let percent = 0; percent < least; percent += 1)
          expect(proposal(percent)).toBeLessThanOrEqual(ready);
      }),
      { numRuns: 50 },
    );
  });

  // From vectors/hpa/tolerance-boundary.json: 55/50 and its like hold since Kubernetes 1.33.
  it.each([
    [50, 56],
    [70, 78],
    [80, 89],
    [90, 100],
    [91, 101],
  ])('of a target of %i%% is %i%%', (target, least) => {
    expect(leastThatAddsPods(target)).toBe(least);
  });
});

describe('an average', () => {
  it.each([
    ['cpu', '500m', 500, '500m'],
    ['cpu', '500', 500_000, '500'],
    ['cpu', '1k', 1_000_000, '1000'],
    ['memory', '512Mi', 512 * 2 ** 20, '512Mi'],
    ['memory', '1G', 1e9, '1000000000'],
    ['memory', '512', 512, '512 bytes'],
    ['memory', '512m', 0.512, '0.512 bytes'],
  ] as const)('of %s %s is read as what it means', (resource, averageValue, amount, text) => {
    const metric = { kind: 'resource', resource, averageValue };
    const workload = { autoscaling: { metrics: new Map([[resource, metric]]) } } as unknown as Workload;
    const [average] = averages(workload);
    expect(average?.target).toBe(amount);
    expect(formatAmount(amount, resource)).toBe(text);
  });
});
