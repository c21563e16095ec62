import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../catalog/catalog.ts';
import type { Finding, RuleContext } from '../../compiler/rules/rule.ts';
import { gibibytes, shardCapacity } from './memory.ts';
import { dataExceedsMemory } from './rules/data-exceeds-memory.ts';
import type { Cache } from './schema.ts';

const GIB = 2 ** 30;
const rows = builtInCatalog.elasticacheNodeTypes.rows;

const cacheOf = (fields: object) =>
  ({
    parameters: new Map(),
    clusterMode: 'enabled',
    replicasPerShard: 1,
    engine: 'redis',
    engineVersion: '7.1',
    ...fields,
  }) as unknown as Cache;

const textOf = (cache: Cache, nodeType: string) => {
  const capacity = shardCapacity(builtInCatalog, cache, nodeType);
  return capacity.isKnown ? `${gibibytes(capacity.bytes)}: ${capacity.working}` : capacity.reason;
};

describe('the room for data in one shard', () => {
  // maxmemory of cache.t3.micro is 0.5 GiB, and INFO showed 402,653,184 bytes of it: repost.aws, read 2026-11-27.
  it.each([
    ['cache.t3.micro', {}, '0.37 GiB: 0.5 GiB less 25 %'],
    ['cache.r6g.large', {}, '9.8 GiB: 13.07 GiB less 25 %'],
    ['cache.r6g.large', { 'reserved-memory-percent': '50' }, '6.53 GiB: 13.07 GiB less 50 %'],
    ['cache.r6g.large', { 'reserved-memory': String(3 * GIB) }, '10.07 GiB: 13.07 GiB less 3 GiB'],
    ['cache.r6g.large', { 'reserved-memory-percent': '25%' }, 'the memory in reserve is no number'],
    ['cache.r99g.large', {}, 'cache.r99g.large is unknown to the catalog of 2026-11-27'],
  ])('of %s with %j', (nodeType, parameters, text) => {
    expect(textOf(cacheOf({ parameters: new Map(Object.entries(parameters)) }), nodeType)).toBe(text);
  });

  it('counts the SSD of data tiering as well, and not a foreign parameter group', () => {
    expect(textOf(cacheOf({}), 'cache.r6gd.xlarge')).toMatch(/26\.32 GiB less 25 % and [0-9.]+ GiB of SSD$/);
    expect(textOf(cacheOf({ parameterGroupName: 'team' }), 'cache.r6g.large')).toContain('team is not part');
    expect(textOf(cacheOf({ parameterGroupName: 'default.redis7' }), 'cache.r6g.large')).toContain('25 %');
  });
});

describe('data, put into shard after shard', () => {
  const caches = fc.record({
    nodeType: fc.constantFrom(...[...rows.keys()].filter((name) => rows.get(name)?.maxmemoryBytes)),
    datasetSize: fc.integer({ min: 1, max: 4000 }).map((gib) => gib * GIB),
    shards: fc.record({ initial: fc.integer({ min: 1, max: 60 }), owner: fc.constant('terraform') }),
  });
  const findingsOf = (cache: Cache) => {
    const findings: Finding[] = [];
    const context = { catalog: builtInCatalog, isWritten: () => true } as unknown as RuleContext;
    dataExceedsMemory.check(new Map([['redis', cache]]), (finding) => findings.push(finding), context);
    return findings;
  };
  const fits = ({ datasetSize, nodeType, shards }: Cache) => {
    const maxmemory = rows.get(nodeType)?.maxmemoryBytes ?? 0;
    let left = datasetSize ?? 0;
    for (let shard = 0; shard < (shards?.initial ?? 1); shard += 1)
      left -= maxmemory - Math.ceil(maxmemory / 4) + (rows.get(nodeType)?.ssdBytes ?? 0);
    return left <= 0;
  };

  it('find room exactly where the rule says nothing, and with each value that it proposes', () => {
    fc.assert(
      fc.property(caches.map(cacheOf), (cache) => {
        const [finding] = findingsOf(cache);
        expect(finding === undefined).toBe(fits(cache));
        for (const { change } of finding?.suggestions ?? []) {
          if (!change || !('value' in change)) throw new Error('no value is proposed');
          const initial = Number(change.value);
          if (change.path.includes('shards')) {
            const shards = { ...cache.shards!, initial };
            expect(fits({ ...cache, shards })).toBe(true);
            expect(fits({ ...cache, shards: { ...shards, initial: initial - 1 } })).toBe(false);
          } else {
            expect(fits({ ...cache, nodeType: String(change.value) })).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
