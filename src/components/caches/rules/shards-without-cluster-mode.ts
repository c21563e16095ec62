import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { prodCache } from './cache-example.ts';

export const shardsWithoutClusterMode = defineRule<Caches>({
  code: 'cache/shards-without-cluster-mode',
  severity: 'error',
  summary: 'more than one shard needs cluster mode',
  why: 'without cluster mode a replication group has one shard, and Terraform plans the others without a word',
  source: 'ElastiCache User Guide, "Working with shards" (read 2026-11-25)',
  examples: {
    good: [
      prodCache('shards: {initial: 4}'),
      prodCache('clusterMode: disabled'),
      prodCache('clusterMode: compatible', 'shards: {initial: 1}'),
    ],
    bad: [
      prodCache('clusterMode: disabled', 'shards: {initial: 4}'),
      prodCache('clusterMode: compatible', 'shards: {initial: 2}'),
    ],
  },
  check: eachItem<Cache>('caches', ({ clusterMode, shards }, at, report) => {
    if (clusterMode === 'enabled' || !shards || shards.initial <= 1) return;
    report({
      at: at('shards', 'initial'),
      message: `${shards.initial} shards, but clusterMode is ${clusterMode}`,
      help: 'leave clusterMode out, or shards',
      suggestions: [removal(at('clusterMode'))],
      related: [{ message: 'the mode', at: { path: at('clusterMode') } }],
    });
  }),
});
