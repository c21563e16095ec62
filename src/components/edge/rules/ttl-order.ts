import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { kindsOf } from '../behaviors.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

export const ttlOrder = defineRule<Edge>({
  code: 'edge/ttl-order',
  severity: 'error',
  summary: 'ttl is between minTtl and maxTtl',
  why: 'CloudFront refuses a cache policy whose three times are not in this order, at the apply',
  source:
    'CloudFront API reference, CachePolicyConfig; unverified: the words of its InvalidArgument (read 2026-11-25)',
  examples: {
    good: [web('cache: {images: {minTtl: 1h, ttl: 1d, maxTtl: 7d}}')],
    bad: [
      web('cache: {images: {minTtl: 2d}}'),
      web('cache: {images: {maxTtl: 1h}}'),
      web('cache: {others: {fonts: {paths: ["*.woff2"], ttl: 1d, minTtl: 2d}}}'),
    ],
  },
  check: eachItem<EdgeItem>('edge', (item, at, report) => {
    for (const { at: place, ttl, minTtl, maxTtl } of kindsOf(item)) {
      const check = (word: 'minTtl' | 'maxTtl', value: number, wrong: boolean, than: string) => {
        if (!wrong) return;
        report({
          at: at(...place, word),
          message: `${word} is ${formatDuration(value)}, ${than} than ttl, which is ${formatDuration(ttl)}`,
          help: `change ${word} or ttl`,
          related: [{ message: 'ttl', at: { path: at(...place, 'ttl') } }],
        });
      };
      check('minTtl', minTtl, minTtl > ttl, 'longer');
      check('maxTtl', maxTtl, maxTtl < ttl, 'shorter');
    }
  }),
});
