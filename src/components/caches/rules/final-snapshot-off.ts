import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { prodCache, stagingCache } from './cache-example.ts';

export const finalSnapshotOff = defineRule<Caches>({
  code: 'cache/final-snapshot-off',
  severity: 'error',
  summary: 'prod takes a last snapshot of a cache before it goes',
  why: 'a deletion cannot be undone without one',
  source: 'hardening reference, section 2: final snapshot on in prod, no opt-out',
  examples: {
    good: [prodCache(), stagingCache('snapshots: {final: false}')],
    bad: [prodCache('snapshots: {final: false}')],
  },
  check: eachItem<Cache>('caches', ({ snapshots }, at, report, { frame }) => {
    if (frame.tier !== 'prod' || snapshots.final) return;
    report({
      at: at('snapshots', 'final'),
      message: 'snapshots.final is false in prod',
      help: 'leave it out',
      suggestions: [removal(at('snapshots', 'final'))],
    });
  }),
});
