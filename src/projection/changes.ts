import type { SpecChange } from '../compiler/edit/change-spec.ts';
import { formatPath } from '../compiler/spec-path.ts';
import { compareText } from '../util/compare.ts';
import type { Ranked } from './gauge.ts';
import type { Outlook } from './outlook.ts';

/** What to write so that everything holds until the horizon in base growth: each line once, the greatest of its values. */
export function changesFor(outlooks: readonly Outlook[]): readonly SpecChange[] {
  const byPath = new Map<string, Ranked>();
  for (const { raise } of outlooks) {
    for (const change of raise?.changes ?? []) {
      const key = formatPath(change.path);
      const other = byPath.get(key);
      if (!other || change.rank > other.rank) byPath.set(key, change);
    }
  }
  return [...byPath].sort(([a], [b]) => compareText(a, b)).map(([, { path, value }]) => ({ path, value }));
}
