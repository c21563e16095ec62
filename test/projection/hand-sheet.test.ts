import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import { projectionOf } from '../../src/projection/projection.ts';
import { formatDate } from '../../src/util/calendar/date.ts';
import { GUIDE, modelOf } from './example.ts';

const projection = projectionOf(modelOf(GUIDE), builtInCatalog)!;

/**
 * Counted by hand.
 *
 * - Nodes: an m6i.large has 1,930m and 7,061 MiB allocatable, less DaemonSets 1,730m: 3 pods of 500m each.
 *   Pods ÷ 3, at least 2.
 * - Connections: (pods + 1 of the rollout) × 20.
 * - Storage: from a to b in d days, growing by the same share a day, there are d × (b − a) ÷ (a × ln(b ÷ a)) days of a:
 *   92 × 2 ÷ ln 3 = 167.5, then 89 × 2 ÷ ln(5 ÷ 3) = 348.5, then 184 × 5 ÷ ln 2 = 1,327.3 days of today's traffic;
 *   over 30.4375: 5.50, 16.95, 60.56 months of 2 GiB.
 * - Cache: 15 GiB × rate; a shard of cache.r6g.xlarge holds 26.32 GiB × 75 % = 19.74 GiB.
 */
const SHEET = [
  ['asOf', { nodes: 2, connections: 80, storage: 120, memory: 15, shards: 1, reads: 900 }],
  ['3mo', { nodes: 3, connections: 200, storage: 131.0, memory: 45, shards: 3, reads: 2700 }],
  ['6mo', { nodes: 5, connections: 320, storage: 153.9, memory: 75, shards: 4, reads: 4500 }],
  ['12mo', { nodes: 10, connections: 620, storage: 241.1, memory: 150, shards: 8, reads: 9000 }],
] as const;

describe('figures are those of a sheet that was counted by hand', () => {
  it.each(SHEET)('%s', (name, sheet) => {
    const day = projection.days.find(({ instant }) => instant.name === name);
    const value = (id: string) => day?.figures.get(id)?.value ?? Number.NaN;
    expect({
      nodes: value('autoScalingGroups.workers.nodes'),
      connections: value('databases.postgres.connections'),
      storage: Math.round(value('databases.postgres.storage') * 10) / 10,
      memory: value('caches.redis.memory') / 2 ** 30,
      shards: value('caches.redis.shards'),
      reads: value('edge.web.reads'),
    }).toEqual(sheet);
  });
});

/**
 * Days by hand: the rate at which each limit is met, and after how many days of its stretch the traffic has it.
 * Low and high have half and one and a half of the increase: 2,000 and 4,000 at 3mo, for instance.
 *
 * - Cache: 19.74 ÷ 15 × 1,000 = 1,316/min; 92 × ln 1.316 ÷ ln 3 = 22.996 days, so on the 23rd.
 * - CPU: 4 vCPU × 70 % ÷ (45 % × 4) = 1,555.6/min; 92 × ln 1.55556 ÷ ln 3 = 36.99996 days.
 * - maxReplicas: above 12 × 333.334 = 4,000/min; 89 × ln(4 ÷ 3) ÷ ln(5 ÷ 3) = 50.1 days after 3mo.
 * - Connections: 4 of 1 is 20; the class gives about 3,150 and never breaks.
 * - Nodes: more than 18 pods at 6,000/min; 184 × ln 1.2 ÷ ln 2 = 48.4 days after 6mo.
 * - S3: 5,500 ÷ 900 = 6,111/min; 184 × ln 1.2222 ÷ ln 2 = 53.3 days after 6mo.
 * - Multi-AZ: 10,000/min on the last day.
 */
const BREAKS = [
  ['caches.redis.memory', '2026-12-18'],
  ['databases.postgres.cpu', '2027-01-01'],
  ['workloads.backend.pods', '2027-04-17'],
  ['autoScalingGroups.workers.nodes', '2027-07-13'],
  ['edge.web.reads', '2027-07-18'],
  ['databases.postgres.multiAz', '2027-11-25'],
  ['databases.postgres.connections', undefined],
  ['databases.postgres.storage', undefined],
] as const;

describe('limits break in the order and on the days that were counted by hand', () => {
  it('all of them', () => {
    const found = projection.outlooks.map(({ gauge, breaks }) => [
      gauge.id,
      breaks.base && formatDate(breaks.base.instant.day),
    ]);
    expect(found).toEqual(BREAKS);
  });

  it('later in low growth, and sooner in high growth', () => {
    for (const { breaks } of projection.outlooks) {
      const [low, base, high] = (['low', 'base', 'high'] as const).map(
        (scenario) => breaks[scenario]?.instant.day ?? Number.POSITIVE_INFINITY,
      );
      expect(low).toBeGreaterThanOrEqual(base!);
      expect(base).toBeGreaterThanOrEqual(high!);
    }
  });
});
