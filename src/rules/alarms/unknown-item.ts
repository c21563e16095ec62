import { defineRule } from '../../compiler/rules/rule.ts';
import { watchedItems } from '../../components/alarms/watched.ts';
import type { Model } from '../../components/registry.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { CACHE } from './example.ts';

export const unknownItem = defineRule<Model>({
  code: 'alarm/unknown-item',
  severity: 'error',
  summary: 'what has thresholds of its own is in the spec',
  why: 'a threshold for nothing does nothing, and the thing that was meant keeps the threshold of all',
  source: 'by design: every key of a spec has an effect',
  examples: {
    good: [`alarms: {items: {caches.redis: {cpu: 85%}}}\n${CACHE}`],
    bad: [`alarms: {items: {caches.redsi: {cpu: 85%}}}\n${CACHE}`],
  },
  check(model, report) {
    const items = model.alarms?.items;
    if (!items || items.size === 0) return;
    const known = watchedItems(model);
    for (const item of items.keys()) {
      if (known.includes(item)) continue;
      report({
        at: ['alarms', 'items', item],
        on: 'key',
        message: `there is no ${item} in this environment`,
        help: known.length === 0 ? 'remove it' : `write one of ${known.join(', ')}, or remove it`,
        suggestions: didYouMean(item, known).map((word) => ({
          message: `did you mean ${word}?`,
          replacement: word,
        })),
      });
    }
  },
});
