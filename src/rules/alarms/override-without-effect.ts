import { defineRule } from '../../compiler/rules/rule.ts';
import { removal } from '../../compiler/rules/suggestions.ts';
import { alarmKinds } from '../../components/alarms/kinds/index.ts';
import { THRESHOLDS } from '../../components/alarms/threshold-fields.ts';
import { watchedItems } from '../../components/alarms/watched.ts';
import type { Model } from '../../components/registry.ts';
import { CACHE } from './example.ts';

export const overrideWithoutEffect = defineRule<Model>({
  code: 'alarm/override-without-effect',
  severity: 'error',
  summary: 'a thing has thresholds of its own only for what is watched about it',
  why: 'a response time of a database is a threshold that nothing is compared with',
  source: 'the kinds of alarms in src/components/alarms/kinds',
  examples: {
    good: [`alarms: {items: {caches.redis: {evictions: 500}}}\n${CACHE}`],
    bad: [
      `alarms: {items: {caches.redis: {p95: 1s}}}\n${CACHE}`,
      `alarms: {items: {caches.redis: {without: [database-cpu]}}}\n${CACHE}`,
    ],
  },
  check(model, report) {
    const items = model.alarms?.items;
    if (!items || items.size === 0) return;
    const known = watchedItems(model);
    for (const [item, own] of items) {
      // What is not there at all is told by `alarm/unknown-item`.
      if (!known.includes(item)) continue;
      const kinds = Object.entries(alarmKinds).filter(([, { watches }]) => watches.includes(shapeOf(item)));
      const at = ['alarms', 'items', item];
      const used = new Set<string | undefined>(kinds.map(([, { threshold }]) => threshold));
      // The growth of a queue has two thresholds.
      if (used.has('queueGrowth')) used.add('queueBacklog');
      for (const name of THRESHOLDS) {
        if (own[name] === undefined || used.has(name) || kinds.length === 0) continue;
        report({
          at: [...at, name],
          message: `no alarm of ${item} compares anything with ${name}`,
          help: `it has ${[...used].filter((word) => word !== undefined).join(', ')}`,
          suggestions: [removal([...at, name])],
        });
      }
      const ids = kinds.map(([id]) => id);
      for (const [index, id] of (own.without ?? []).entries()) {
        if (ids.includes(id) || kinds.length === 0) continue;
        report({
          at: [...at, 'without', String(index)],
          message: `${item} has no alarm of the kind ${id} anyway`,
          help: `its kinds are ${ids.join(', ')}`,
        });
      }
    }
  },
});

/** `databases.postgres` is a `databases.<key>`. */
function shapeOf(item: string): string {
  return item
    .split('.')
    .map((part, index) => (index % 2 === 1 ? '<key>' : part))
    .join('.');
}
