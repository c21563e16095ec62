import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isSpelledRight } from '../engine.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const engineVersionSpelling = defineRule<Caches>({
  code: 'cache/engine-version-spelling',
  severity: 'error',
  summary: 'a version is spelled as the engine has it',
  why: 'the provider takes three numbers up to Redis 5 and two from Redis 6 on; Valkey starts at 7.2',
  source: 'terraform-provider-aws, internal/service/elasticache/engine_version.go (2026-11-25)',
  examples: {
    good: [
      stagingCache('engineVersion: "7.0"'),
      stagingCache('engineVersion: "6.x"'),
      stagingCache('engine: valkey', 'engineVersion: "9.3"'),
    ],
    bad: [
      stagingCache('engineVersion: "7.1.0"'),
      stagingCache('engineVersion: "7.x"'),
      stagingCache('engine: valkey', 'engineVersion: "6.2"'),
      stagingCache('engine: valkey', 'engineVersion: "7.1"'),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report) => {
    if (isSpelledRight(cache)) return;
    const { engine, engineVersion } = cache;
    report({
      at: at('engineVersion'),
      message: `${engineVersion} is no version of ${engine}`,
      help:
        engine === 'valkey'
          ? 'two numbers from 7.2 on, such as "8.0"'
          : 'three numbers up to Redis 5 ("5.0.6"), two from Redis 6 on ("7.1")',
    });
  }),
});
