import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { backend } from './examples.ts';

const KINDS = ['workloads', 'databases', 'caches'] as const;

export const unknownItem = defineRule<Model>({
  code: 'traffic/unknown-item',
  severity: 'error',
  summary: 'what has traffic is in the spec',
  why: 'what the traffic asks of a thing that is not there counts for nothing, and the thing that was meant is counted with defaults',
  source: 'by design: every key of a spec has an effect',
  examples: {
    good: [backend('workloads: {backend: {ratePerPod: 334/min}}')],
    bad: [
      backend('workloads: {backedn: {ratePerPod: 334/min}}'),
      backend('databases: {postgres: {storageUsed: 120GiB}}'),
      backend('caches: {redis: {growth: none}}'),
    ],
  },
  check(model, report) {
    for (const kind of KINDS) {
      const known = [...model[kind].keys()];
      for (const key of model.traffic?.[kind]?.keys() ?? []) {
        if (known.includes(key)) continue;
        report({
          at: ['traffic', kind, key],
          on: 'key',
          message: `there is no ${kind}.${key} in this environment`,
          help: known.length === 0 ? 'remove it' : `write one of ${known.join(', ')}, or remove it`,
          suggestions: didYouMean(key, known).map((word) => ({
            message: `did you mean ${word}?`,
            replacement: word,
          })),
        });
      }
    }
  },
});
