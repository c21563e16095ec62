import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canFit } from './brute-force-for-tests.ts';
import { type Batch, type Pool, podsPerNode, type Shape } from './first-fit.ts';
import { leftOf, pack } from './pack.ts';

const shape = (cpuMillicores: number, memoryMib: number, pods = 1): Shape => ({
  cpuMillicores,
  memoryMib,
  pods,
});
const large = shape(1930, 6903, 29);

describe('packing pods onto nodes', () => {
  it.each<[what: string, nodes: number, pods: number, pod: Shape, left: number]>([
    ['as many as fit by CPU', 2, 6, shape(500, 512), 0],
    ['and not one more', 2, 7, shape(500, 512), 1],
    ['memory counts too', 2, 5, shape(100, 3000), 1],
    ['so do addresses', 1, 40, shape(10, 10), 11],
    ['a pod larger than a node fits nowhere', 100, 1, shape(2000, 512), 1],
    ['no nodes hold nothing', 0, 3, shape(500, 512), 3],
  ])('%s', (_, nodes, count, each, left) => {
    const [placement] = pack([{ name: 'a', nodes, each: large }], [{ name: 'x', count, each, pools: ['a'] }]);
    expect(placement?.left).toBe(left);
  });

  it('places what has one choice before what has two', () => {
    const pools = ['a', 'b'].map((name) => ({ name, nodes: 1, each: large }));
    const placements = pack(pools, [
      { name: 'anywhere', count: 3, each: shape(600, 100), pools: ['a', 'b'] },
      { name: 'only-a', count: 3, each: shape(600, 100), pools: ['a'] },
    ]);
    expect(placements.map(({ left }) => left)).toEqual([0, 0]);
    expect(placements[0]?.placed).toEqual(new Map([['b', 3]]));
  });

  it.each<[what: string, nodes: number, pods: number, beside: number, left: number]>([
    ['one to a node', 4, 4, 0, 0],
    ['two to a node at most while each has one', 4, 5, 0, 0],
    ['so that one node for another pod is one too many', 4, 6, 1, 1],
    ['as many as fit on every node', 2, 6, 0, 0],
    ['and not one more', 2, 7, 0, 1],
  ])('spreads evenly: %s', (_, nodes, count, beside, left) => {
    const placements = pack(
      [{ name: 'a', nodes, each: large }],
      [
        { name: 'even', count, each: shape(600, 100), pools: ['a'], isEven: true },
        { name: 'huge', count: beside, each: shape(1900, 100), pools: ['a'] },
      ],
    );
    expect(leftOf(placements)).toBe(left);
  });

  it('packs 51,000 pods at once', () => {
    const pools = [{ name: 'a', nodes: 20_000, each: large }];
    const batches = Array.from({ length: 50 }, (_, index) => ({
      name: `w${index}`,
      count: 1020,
      each: shape(100 + index * 10, 100 + index * 20),
      pools: ['a'],
    }));
    expect(pack(pools, batches).reduce((sum, { left }) => sum + left, 0)).toBe(0);
  });
});

const anyShape = fc.record({
  cpuMillicores: fc.integer({ min: 0, max: 4000 }),
  memoryMib: fc.integer({ min: 0, max: 16_000 }),
  pods: fc.constant(1),
});
const names = ['a', 'b', 'c'];
const anyPools = fc.tuple(
  ...names.map((name) =>
    fc.record({
      name: fc.constant(name),
      nodes: fc.integer({ min: 0, max: 8 }),
      each: fc.record({
        cpuMillicores: fc.integer({ min: 500, max: 8000 }),
        memoryMib: fc.integer({ min: 500, max: 32_000 }),
        pods: fc.integer({ min: 1, max: 30 }),
      }),
    }),
  ),
);
const anyBatches = fc.array(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 3 }),
    count: fc.integer({ min: 0, max: 40 }),
    each: anyShape,
    pools: fc.subarray(names),
    isEven: fc.boolean(),
  }),
  { maxLength: 6 },
);

describe('a packing', () => {
  it('never holds more than there is, loses no pod, and keeps pods where they may be', () => {
    fc.assert(
      fc.property(anyPools, anyBatches, (pools: Pool[], batches: Batch[]) => {
        const placements = pack(pools, batches);
        for (const [index, { placed, left }] of placements.entries()) {
          const total = [...placed.values()].reduce((sum, count) => sum + count, left);
          expect(total).toBe(batches[index]!.count);
          expect(batches[index]!.pools).toEqual(expect.arrayContaining([...placed.keys()]));
        }
        for (const { name, nodes, each } of pools) {
          const used = (key: keyof Shape) =>
            placements.reduce(
              (sum, { placed }, index) => sum + (placed.get(name) ?? 0) * batches[index]!.each[key],
              0,
            );
          for (const key of ['cpuMillicores', 'memoryMib', 'pods'] as const)
            expect(used(key)).toBeLessThanOrEqual(nodes * each[key]);
        }
      }),
    );
  });

  it('of pods that are alone is the best there is', () => {
    fc.assert(
      fc.property(anyPools, anyShape, fc.integer({ min: 1, max: 200 }), (pools, each, count) => {
        const most = pools.reduce((sum, pool) => sum + pool.nodes * podsPerNode(pool.each, each), 0);
        const [placement] = pack(pools, [{ name: 'x', count, each, pools: names }]);
        expect(placement?.left).toBe(Math.max(0, count - most));
      }),
    );
  });
});

// As people write them: two shapes of nodes, requests in round numbers.
const fewPools = fc.array(
  fc.record({
    nodes: fc.integer({ min: 1, max: 3 }),
    each: fc.constantFrom(shape(1730, 6647, 24), shape(3720, 13_906, 53)),
  }),
  { minLength: 1, maxLength: 2 },
);
const fewBatches = fc.array(
  fc.record({
    count: fc.integer({ min: 1, max: 4 }),
    each: fc
      .tuple(fc.constantFrom(100, 250, 500, 750, 1000, 1500), fc.constantFrom(128, 512, 1024, 2048, 4096))
      .map(([cpu, memory]) => shape(cpu, memory)),
    isAnywhere: fc.boolean(),
    isEven: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 1, maxLength: 4 },
);
const small = fc.tuple(fewPools, fewBatches).map(([pools, batches]) => {
  const named = pools.map((pool, index) => ({ name: `p${index}`, ...pool }));
  const all = named.map(({ name }) => name);
  return [
    named,
    batches.map(({ isAnywhere, ...batch }, index) => ({
      name: `b${index}`,
      pools: isAnywhere ? all : all.slice(-1),
      ...batch,
    })),
  ] as const;
});

describe('against trying everything', () => {
  const cases = fc
    .sample(small, { numRuns: 3000, seed: 20_261_127 })
    .filter(([, batches]) => batches.reduce((sum, { count }) => sum + count, 0) <= 9);
  const results = cases.map(([pools, batches]) => ({
    fits: canFit(pools, batches),
    isPacked: leftOf(pack(pools, batches)) === 0,
  }));

  it('nothing is packed that cannot be', () => {
    expect(results.filter(({ fits, isPacked }) => isPacked && !fits)).toEqual([]);
  });

  it('seldom finds no room where there is some', () => {
    const fitting = results.filter(({ fits }) => fits);
    const missed = fitting.filter(({ isPacked }) => !isPacked);
    expect(fitting.length).toBeGreaterThan(1000);
    expect(missed.length / fitting.length).toBeLessThan(0.005);
  });
});
