import { defineRule } from '../../compiler/rules/rule.ts';
import { isWatched } from '../../components/alarms/overrides.ts';
import type { Model } from '../../components/registry.ts';
import { cacheWith } from './example.ts';

const FULL = 'parameters: {maxmemory-policy: noeviction}';

export const writesRefusedUnseen = defineRule<Model>({
  code: 'cache/writes-refused-unseen',
  severity: 'warning',
  summary: 'somebody is told before a cache that throws nothing out is full',
  why: 'with noeviction a full cache refuses every write ("OOM command not allowed"), from one second to the next',
  source: 'redis.io, "Key eviction", noeviction; alarms of this language',
  examples: {
    good: [
      cacheWith([FULL]),
      cacheWith([FULL], 'tier: dev\nalarms: false\n'),
      cacheWith(['parameters: {maxmemory-policy: allkeys-lru}'], 'tier: staging\nalarms: false\n'),
    ],
    bad: [
      cacheWith([FULL], 'tier: staging\nalarms: false\n'),
      cacheWith([FULL], 'tier: staging\nalarms: {items: {caches.redis: {without: [cache-memory]}}}\n'),
    ],
  },
  check({ alarms, caches }, report, { frame }) {
    if (frame.tier === 'dev') return;
    for (const [key, { parameters }] of caches) {
      const item = ['caches', key];
      if (parameters.get('maxmemory-policy') !== 'noeviction') continue;
      if (alarms && isWatched(alarms, item, 'cache-memory')) continue;
      report({
        at: [...item, 'parameters', 'maxmemory-policy'],
        message: 'a full cache refuses writes (noeviction), and there is no alarm for its memory',
        help: 'let the alarm cache-memory be, or take a policy that throws out keys, such as volatile-lru',
        related: alarms
          ? [
              {
                message: 'the alarm is switched off here',
                at: { path: ['alarms', 'items', `caches.${key}`] },
              },
            ]
          : [],
      });
    }
  },
});
