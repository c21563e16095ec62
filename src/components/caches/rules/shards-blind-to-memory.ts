import { formatMemory } from '../../../compiler/quantity/memory.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { gibibytes, shardCapacity } from '../memory.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';
import { shardsThatHold } from './what-holds.ts';

const automatic = (more: string) =>
  `shards: {initial: 2, owner: application-auto-scaling, min: 2, max: 6, ${more}}`;

export const shardsBlindToMemory = defineRule<Caches>({
  code: 'cache/shards-blind-to-memory',
  severity: 'warning',
  summary: 'shards that are added for the data are added when the memory is full',
  why: 'a cache whose memory is full is not busier for it: CPU asks for no further shard, and keys are thrown out although there could be room',
  source:
    'ElastiCache User Guide, "Auto Scaling Valkey and Redis OSS clusters": a metric for CPU, another one for memory (read 2026-11-27)',
  examples: {
    good: [
      stagingCache(automatic('targetCpuUtilization: 60%'), 'datasetSize: 19Gi'),
      stagingCache(automatic('targetMemoryUtilization: 60%'), 'datasetSize: 40Gi'),
    ],
    bad: [
      stagingCache(automatic('targetCpuUtilization: 60%'), 'datasetSize: 40Gi'),
      stagingCache(
        'shards: {initial: 2, owner: application-auto-scaling, min: 2, max: 6}',
        'datasetSize: 20Gi',
      ),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report, { catalog }) => {
    const { datasetSize, nodeType, shards } = cache;
    const each = shardCapacity(catalog, cache, nodeType);
    if (shards?.owner !== 'application-auto-scaling' || shards.targetMemoryUtilization !== undefined) return;
    if (datasetSize === undefined || shards.max === undefined || !each.isKnown) return;
    // More than there can be is an error of its own.
    if (datasetSize <= each.bytes * shards.initial || datasetSize > each.bytes * shards.max) return;
    report({
      at: at('shards'),
      on: 'key',
      message: `datasetSize is ${formatMemory(datasetSize)}, and ${shards.initial} shards of ${nodeType} hold ${shards.initial} × (${each.working}) = ${gibibytes(each.bytes * shards.initial)}; further shards come only with the CPU`,
      help: 'write targetMemoryUtilization, or begin with enough shards',
      related: [
        { message: 'the data', at: { path: at('datasetSize') } },
        { message: 'the node type is set here', at: { path: at('nodeType') } },
        { message: 'the number at the beginning is set here', at: { path: at('shards', 'initial') } },
      ],
      suggestions: [
        {
          message: 'add shards when the memory is full',
          change: { path: at('shards', 'targetMemoryUtilization'), value: '70%' },
        },
        ...shardsThatHold(cache, each.bytes, at('shards', 'initial')),
      ],
    });
  }),
});
