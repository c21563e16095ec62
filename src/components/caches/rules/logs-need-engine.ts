import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isAtLeast } from '../engine.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

/** @source ElastiCache User Guide, "Log delivery" */
const SINCE = { slowLog: '6.0', engineLog: '6.2' } as const;

export const logsNeedEngine = defineRule<Caches>({
  code: 'cache/logs-need-engine',
  severity: 'error',
  summary: 'the engine can deliver the logs that are asked for',
  why: 'AWS refuses slow logs before Redis 6.0 and engine logs before 6.2',
  source: 'ElastiCache User Guide, "Log delivery" (read 2026-11-25)',
  examples: {
    good: [
      stagingCache(
        'shards: {initial: 2}',
        'logs: {slowLog: {destination: /redis/slow}, engineLog: {destination: /redis/engine}}',
      ),
    ],
    bad: [
      stagingCache(
        'shards: {initial: 2}',
        'engineVersion: "6.0"',
        'logs: {engineLog: {destination: /redis/engine}}',
      ),
      stagingCache(
        'shards: {initial: 2}',
        'engineVersion: "5.0.6"',
        'logs: {slowLog: {destination: /redis/slow}}',
      ),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report) => {
    for (const key of ['slowLog', 'engineLog'] as const) {
      if (!cache.logs?.[key] || isAtLeast(cache, SINCE[key])) continue;
      report({
        at: at('logs', key),
        on: 'key',
        message: `Redis ${cache.engineVersion} delivers no ${key}; it starts with ${SINCE[key]}`,
        help: 'upgrade first, in an apply of its own',
      });
    }
  }),
});
