import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitOf, policiesOf } from './scaling-policies.ts';
import { numbersUnderLoad, secondsUntil } from './scaling-speed.ts';

const rate = (value: number, periodSeconds: number) => ({ value, periodSeconds });

describe('the time until maxReplicas', () => {
  it.each([
    ['one pod at once and one more every 30 minutes', { pods: rate(1, 1800) }, 3, 20, 16 * 1800],
    ['doubling each minute', { percent: rate(100, 60) }, 3, 20, 120],
    ['at least one pod, however small the share', { percent: rate(1, 60) }, 1, 4, 120],
    ['the defaults of Kubernetes', {}, 3, 20, 30],
    ['a period that is no multiple of 15 s', { pods: rate(1, 20) }, 1, 4, 60],
    ['nothing to do', { pods: rate(1, 60) }, 4, 4, 0],
  ])('is that of %s', (_, rates, from, to, seconds) => {
    const rules = { selectPolicy: 'Max' as const, pods: undefined, percent: undefined, ...rates };
    expect(secondsUntil('scaleUp', rules, { from, to, forSeconds: 86_400 })).toBe(seconds);
  });

  it('is not known when it takes too long', () => {
    const rules = { selectPolicy: 'Min' as const, pods: rate(1, 1800), percent: rate(100, 15) };
    expect(secondsUntil('scaleUp', rules, { from: 1, to: 100, forSeconds: 3600 })).toBeUndefined();
  });
});

const rates = fc.option(
  fc.record({ value: fc.integer({ min: 1, max: 120 }), periodSeconds: fc.integer({ min: 1, max: 1800 }) }),
  {
    nil: undefined,
  },
);

describe('the numbers under load', () => {
  it.each(['scaleUp', 'scaleDown'] as const)(
    'are those of the controller, which keeps events: %s',
    (direction) => {
      fc.assert(
        fc.property(
          rates,
          rates,
          fc.constantFrom('Max' as const, 'Min' as const),
          fc.integer({ min: 1, max: 200 }),
          fc.integer({ min: 1, max: 200 }),
          (pods, percent, selectPolicy, a, b) => {
            const [low, high] = [Math.min(a, b), Math.max(a, b)];
            const [from, to] = direction === 'scaleUp' ? [low, high] : [high, low];
            const rules = { pods, percent, selectPolicy };
            expect(numbersUnderLoad(direction, rules, { from, to, forSeconds: 900 })).toEqual(
              byEvents(direction, rules, from, to),
            );
          },
        ),
        { numRuns: 200 },
      );
    },
  );
});

/** The controller kept as simple as it is: calculateScaleUpLimitWithScalingRules and its event memory, one look at a time. */
function byEvents(
  direction: 'scaleUp' | 'scaleDown',
  rules: Parameters<typeof numbersUnderLoad>[1],
  from: number,
  to: number,
): number[] {
  const sign = direction === 'scaleUp' ? 1 : -1;
  const events: { readonly at: number; readonly change: number }[] = [];
  const numbers: number[] = [];
  let current = from;
  for (let now = 0; now <= 900 && current !== to; now += 15) {
    const limits = policiesOf(direction, rules).map((policy) => {
      const changed = events
        .filter(({ at }) => at > now - policy.periodSeconds)
        .reduce((sum, { change }) => sum + change, 0);
      return limitOf(direction, policy, current - sign * changed);
    });
    const outermost = (rules.selectPolicy === 'Max') === (sign === 1) ? Math.max : Math.min;
    const want = outermost(...limits);
    const next = sign === 1 ? Math.min(to, Math.max(want, current)) : Math.max(to, Math.min(want, current));
    events.push({ at: now, change: Math.abs(next - current) });
    current = next;
    numbers.push(current);
  }
  return numbers;
}
