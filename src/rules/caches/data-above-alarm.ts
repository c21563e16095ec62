import { formatMemory } from '../../compiler/quantity/memory.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import { isWatched, overridesOf } from '../../components/alarms/overrides.ts';
import { gibibytes, shardCapacity } from '../../components/caches/memory.ts';
import { mostShards } from '../../components/caches/rules/node-count.ts';
import { shardsThatHold } from '../../components/caches/rules/what-holds.ts';
import type { Model } from '../../components/registry.ts';
import { cacheWith } from './example.ts';

export const dataAboveAlarm = defineRule<Model>({
  code: 'cache/data-above-alarm',
  severity: 'warning',
  summary: 'a cache that holds what it is to hold does not ring its alarm',
  why: 'an alarm that is on all the time is switched off by somebody, and then says nothing when the memory is really full',
  source:
    'ElastiCache User Guide, "Metrics for Valkey and Redis OSS": DatabaseMemoryUsagePercentage is the memory in use over maxmemory, which is without the reserve (read 2026-11-25)',
  examples: {
    good: [
      cacheWith(['datasetSize: 7Gi']),
      cacheWith(['datasetSize: 9Gi'], 'tier: staging\nalarms: {thresholds: {memory: 95%}}\n'),
      cacheWith(
        ['datasetSize: 9Gi'],
        'tier: staging\nalarms: {items: {caches.redis: {without: [cache-memory]}}}\n',
      ),
    ],
    bad: [
      cacheWith(['datasetSize: 9Gi']),
      cacheWith(['datasetSize: 7Gi'], 'tier: staging\nalarms: {items: {caches.redis: {memory: 60%}}}\n'),
    ],
  },
  check({ alarms, caches }, report, { catalog, isWritten }) {
    if (!alarms) return;
    for (const [key, cache] of caches) {
      const item = ['caches', key];
      const each = shardCapacity(catalog, cache, cache.nodeType);
      if (cache.datasetSize === undefined || !each.isKnown || !isWatched(alarms, item, 'cache-memory'))
        continue;
      const { count, key: countKey } = mostShards(cache);
      const room = each.bytes * count;
      const own = overridesOf(alarms, item)?.memory;
      const threshold = own ?? alarms.thresholds.memory;
      const percent = (cache.datasetSize / room) * 100;
      // More than there is room for is an error of its own.
      if (percent <= threshold || percent > 100) continue;
      const thresholdPath =
        own === undefined
          ? ['alarms', 'thresholds', 'memory']
          : ['alarms', 'items', `caches.${key}`, 'memory'];
      const needed = Math.ceil((cache.datasetSize * 100) / threshold);
      const lines = [
        { message: 'the node type is set here', at: { path: [...item, 'nodeType'] } },
        { message: 'the number of shards is set here', at: { path: [...item, 'shards', countKey] } },
        { message: 'the alarm is set here', at: { path: thresholdPath } },
      ];
      report({
        at: [...item, 'datasetSize'],
        message: `datasetSize ${formatMemory(cache.datasetSize)} is ${Math.floor(percent)} % of the ${gibibytes(room)} that ${count === 1 ? `one shard of ${cache.nodeType} holds` : `${count} shards of ${cache.nodeType} hold`}, and the alarm rings above ${threshold} %`,
        help: `make room for ${gibibytes(needed)}, or raise the threshold of this cache in alarms.items`,
        related: lines.filter(({ at }) => isWritten(at.path)),
        suggestions: shardsThatHold({ ...cache, datasetSize: needed }, each.bytes, [
          ...item,
          'shards',
          countKey,
        ]).map((suggestion) => ({
          ...suggestion,
          message: suggestion.message.replace('hold it', 'hold it below the alarm'),
        })),
      });
    }
  },
});
