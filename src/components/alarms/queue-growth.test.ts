import { describe, expect, it } from 'vitest';
import { growthEvaluation } from './evaluation.ts';
import { growthCode } from './queue-growth.ts';

const BACKLOG = 100;
const HALF_AN_HOUR = growthEvaluation(1800);

/** What CloudWatch makes of the metric math: the emptiest moments of the steps, and how each compares with the last. */
function growth(depths: readonly number[]): readonly number[] {
  return depths.slice(1).map((depth, index) => (depth > BACKLOG ? depth - depths[index]! : 0));
}

/** At which step the alarm begins first; `undefined` if it never does. */
function beginsAt(depths: readonly number[], { evaluationPeriods, datapointsToAlarm } = HALF_AN_HOUR) {
  const points = growth(depths).map((value) => value > 0);
  for (let end = evaluationPeriods; end <= points.length; end += 1) {
    const breaching = points.slice(end - evaluationPeriods, end).filter(Boolean).length;
    if (breaching >= datapointsToAlarm) return end;
  }
  return undefined;
}

describe('a queue that grows consistently', () => {
  it('is told by the expression that the simulation stands for', () => {
    expect(growthCode('100')).toBe('IF(depth > 100, DIFF(depth), 0)');
    expect(HALF_AN_HOUR).toEqual({ period: 300, evaluationPeriods: 6, datapointsToAlarm: 5 });
  });

  it.each<[title: string, depths: readonly number[], begins: number | undefined]>([
    ['steadily, however slowly', [200, 210, 220, 230, 240, 250, 260], 6],
    ['with one pause', [200, 260, 320, 320, 380, 440, 500], 6],
    ['from nothing, once enough messages wait', [0, 60, 120, 180, 240, 300, 360], 6],
    ['after quiet hours', [0, 0, 0, 0, 0, 0, 150, 300, 450, 600, 750, 900], 10],
  ])('is found when it grows %s', (_, depths, begins) => {
    expect(beginsAt(depths)).toBe(begins);
  });

  it.each<[title: string, depths: readonly number[]]>([
    ['a spike that is worked off', [0, 0, 9000, 7000, 5000, 3000, 1000, 0, 0]],
    ['a rush of fifteen minutes', [0, 3000, 6000, 9000, 9000, 8000, 7000, 5000, 2000]],
    ['ups and downs', [500, 700, 400, 800, 300, 900, 200, 1000, 100, 700, 400]],
    ['a backlog that stays as it is', [4000, 4000, 4000, 4000, 4000, 4000, 4000, 4000]],
    ['a few messages more each time', [0, 10, 20, 30, 40, 50, 60, 70, 80, 90]],
  ])('is not seen in %s', (_, depths) => {
    expect(beginsAt(depths)).toBeUndefined();
  });

  it('may be asked to grow for longer', () => {
    const anHour = growthEvaluation(3600);
    const fortyMinutes = [0, 200, 400, 600, 800, 1000, 1200, 1400, 1600, 1500, 1400, 1200, 900, 400];
    expect(beginsAt(fortyMinutes)).toBe(6);
    expect(beginsAt(fortyMinutes, anHour)).toBeUndefined();
  });
});
