import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import type { Model } from '../../src/components/registry.ts';
import { figuresFrom, figuresOf } from '../../src/projection/figures.ts';
import { GUIDE, modelOf } from './example.ts';

const figures = (model: Model) => figuresOf(model, builtInCatalog);
const guide = modelOf(GUIDE);
const figuresOfGuide = figures(guide);

/** The guide's "Growth Projections": traffic, pods, class of the database, and Multi-AZ in the last row. */
const TABLE = [
  ['asOf', '1,000/min', 3, 'db.r6g.xlarge', 'no'],
  ['3mo', '3,000/min', 9, 'db.r6g.2xlarge', 'no'],
  ['6mo', '5,000/min', 15, 'db.r6g.4xlarge', 'no'],
  ['12mo', '10,000/min', 30, undefined, 'yes'],
] as const;

describe("the guide's table of growth comes out of the guide's own numbers", () => {
  it.each(TABLE)('%s', (date, rate, pods, className, multiAz) => {
    const at = (id: string) => figuresOfGuide.get(`capacity.${date}.${id}`);
    expect(at('rate')?.text).toBe(rate);
    expect(at('workloads.backend.pods')?.value).toBe(pods);
    if (className) expect(at('databases.postgres.class')?.text).toBe(className);
    expect(at('databases.postgres.multiAz')?.text).toBe(multiAz);
  });

  // The guide says no CPU; whatever is above 35 % and at most 46.7 % gives its classes, and nothing else does.
  it.each([
    ['35%', false],
    ['35.01%', true],
    ['45%', true],
    ['46.66%', true],
    ['46.67%', false],
  ])('with %s CPU: %s', (cpu, isTable) => {
    const found = figures(modelOf(GUIDE.replace('45%', cpu)));
    const classes = TABLE.slice(0, 3).map(
      ([date]) => found.get(`capacity.${date}.databases.postgres.class`)?.text,
    );
    const table = TABLE.slice(0, 3).map(([, , , className]) => className);
    if (isTable) expect(classes).toEqual(table);
    else expect(classes).not.toEqual(table);
  });
});

describe('one change of traffic.current', () => {
  it('recomputes everything that follows the traffic', () => {
    const before = figuresOfGuide;
    const after = figures(modelOf(GUIDE.replace('current: 1000/min', 'current: 500/min')));
    // At asOf nothing moves: half of the traffic on the same pods is half for each. Later it is twice as much of it.
    const at = (id: string) => [before, after].map((each) => each.get(`capacity.3mo.${id}`)?.value);
    expect(at('workloads.backend.pods')).toEqual([9, 18]);
    expect(at('databases.postgres.connections')).toEqual([200, 380]);
    expect(at('caches.redis.shards')).toEqual([3, 5]);
    expect(at('edge.web.reads')).toEqual([2700, 5400]);
    expect(after.get('capacity.3mo.databases.postgres.class')?.text).toBe('db.r6g.4xlarge');
  });

  it('is an input of every figure, but of the rate that somebody plans for a later date', () => {
    // traffic.peak follows from it.
    const changing = new Set(
      figuresFrom(figuresOfGuide, [
        ['traffic', 'current'],
        ['traffic', 'peak'],
      ]),
    );
    const planned = /^capacity\.(?:[0-9]+mo\.(?:rate|peak|.*multiAz)|limits\..*multiAz)$/;
    const others = [...figuresOfGuide.keys()].filter((id) => !changing.has(id) && !planned.test(id));
    expect(others).toEqual([]);
  });
});

it('every figure has a formula, and inputs that the model has', () => {
  const has = (path: readonly string[]) =>
    path.reduce<unknown>(
      (value, part) => (value instanceof Map ? value.get(part) : (value as Record<string, unknown>)?.[part]),
      guide,
    ) !== undefined;
  for (const [id, { formula, inputs, text, unit }] of figuresOfGuide) {
    expect(
      [formula, text, unit].every((each) => each.length > 0),
      id,
    ).toBe(true);
    expect(inputs.length, id).toBeGreaterThan(0);
    const missing = inputs.filter((path) => !has(path)).map((path) => path.join('.'));
    // A default that a person may write: how a cache grows.
    expect(
      missing.filter((path) => !path.startsWith('traffic.caches')),
      id,
    ).toEqual([]);
  }
});
