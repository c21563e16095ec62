import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { originLoad, S3_PER_PREFIX } from '../request-rate.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

export const requestRate = defineRule<Edge>({
  code: 'edge/request-rate',
  severity: 'warning',
  summary: 'the expected load fits the number of key prefixes',
  why: 'above it S3 answers 503 Slow Down until it has split the keys, which takes up to an hour; the guide says that there is no limit',
  source:
    'Amazon S3 user guide, "Optimizing Amazon S3 performance": 5,500 reads and 3,500 writes per second and prefix (read 2026-11-25)',
  examples: {
    good: [
      web('requestRate: {reads: 5500rps}'),
      web('requestRate: {reads: 60000rps, cacheHitShare: 95%}'),
      web('requestRate: {reads: 60000rps, cacheHitShare: 80%, keyPrefixes: 3}'),
    ],
    bad: [
      web('requestRate: {reads: 60000rps, cacheHitShare: 80%}'),
      web('requestRate: {reads: 5501rps}'),
      web('requestRate: {reads: 100rps, writes: 4000rps}'),
    ],
  },
  check: eachItem<EdgeItem>('edge', ({ requestRate: rate }, at, report) => {
    if (!rate) return;
    const load = originLoad(rate);
    for (const word of ['reads', 'writes'] as const) {
      const needed = Math.ceil(load[word] / S3_PER_PREFIX[word]);
      if (needed <= rate.keyPrefixes) continue;
      const hits = word === 'reads' && rate.cacheHitShare > 0 ? `, ${rate.cacheHitShare}% being hits,` : '';
      const capacity = rate.keyPrefixes * S3_PER_PREFIX[word];
      report({
        at: at('requestRate', word),
        message: `${load[word]} ${word} per second${hits} reach S3, and ${rate.keyPrefixes} × ${S3_PER_PREFIX[word]} = ${capacity} fit`,
        help: `spread the keys over ${needed} prefixes that are used alike, such as images/a/ and images/b/, and write keyPrefixes: ${needed}${word === 'reads' ? '; or raise the share of hits' : ''}`,
      });
    }
  }),
});
