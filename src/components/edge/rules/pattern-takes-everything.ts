import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { pathsAsWritten } from '../behaviors.ts';
import { matchesEverything } from '../path-patterns.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

export const patternTakesEverything = defineRule<Edge>({
  code: 'edge/pattern-takes-everything',
  severity: 'error',
  summary: 'a kind of file takes some paths and not all',
  why: 'HTML is what no other kind takes, and its numbers would never count',
  source:
    'botocore 1.43.11, cloudfront, CacheBehavior.PathPattern: the default behavior has * (read 2026-11-25)',
  examples: {
    good: [web('cache: {hashed: {paths: ["static/*"]}}')],
    bad: [web('cache: {hashed: {paths: ["*"]}}'), web('cache: {others: {all: {paths: ["/*"], ttl: 1d}}}')],
  },
  check: eachItem<EdgeItem>('edge', (item, at, report) => {
    for (const { pattern, at: place, index } of pathsAsWritten(item)) {
      if (!matchesEverything(pattern)) continue;
      report({
        at: at(...place, String(index)),
        message: `${pattern} takes every path`,
        help: 'name a folder or an ending; for everything else write cache.html',
      });
    }
  }),
});
