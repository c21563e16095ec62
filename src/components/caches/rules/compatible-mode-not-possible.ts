import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isAtLeast } from '../engine.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const compatibleModeNotPossible = defineRule<Caches>({
  code: 'cache/compatible-mode-not-possible',
  severity: 'error',
  summary: 'the step to cluster mode needs Redis 7.0 or Valkey, and a replica',
  why: 'AWS changes the mode by a failover inside the engine, which older ones cannot do',
  source: 'ElastiCache User Guide, "Modifying cluster mode" (read 2026-11-25)',
  examples: {
    good: [stagingCache('clusterMode: compatible')],
    bad: [
      stagingCache('clusterMode: compatible', 'engineVersion: "6.2"'),
      stagingCache('clusterMode: compatible', 'replicasPerShard: 0'),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report) => {
    if (cache.clusterMode !== 'compatible') return;
    if (!isAtLeast(cache, '7.0')) {
      report({
        at: at('engineVersion'),
        message: `clusterMode: compatible is not possible with Redis ${cache.engineVersion}`,
        help: 'upgrade to 7.0 or later first, in an apply of its own',
      });
    }
    if (cache.replicasPerShard === 0) {
      report({
        at: at('replicasPerShard'),
        message: 'clusterMode: compatible is not possible without a replica',
        help: 'add one first, in an apply of its own: compatible mode allows no other change',
      });
    }
  }),
});
