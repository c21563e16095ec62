import { compareText } from '../util/compare.ts';
import type { ChangedItem, EnvironmentVersion } from './changed-item.ts';
import { allItems, changedItems } from './changed-items.ts';

/** All environments at one time, by name: resolved, or with the number of errors that prevent it. */
export type Environments = ReadonlyMap<string, EnvironmentVersion | { readonly errors: number }>;

/** What became of an environment. */
export interface EnvironmentChange {
  readonly environment: string;
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'incomparable';
  readonly items: readonly ChangedItem[];
  /** Why it cannot be compared: errors of either side. */
  readonly errors?: { readonly before: number; readonly after: number };
}

/**
 * Compares all environments of two versions, sorted by name.
 *
 * @param wanted names; all when empty
 */
export function environmentChanges(
  before: Environments,
  after: Environments,
  wanted: readonly string[] = [],
): readonly EnvironmentChange[] {
  const names = wanted.length > 0 ? new Set(wanted) : new Set([...before.keys(), ...after.keys()]);
  return [...names]
    .sort(compareText)
    .map((name) => environmentChange(name, before.get(name), after.get(name)));
}

type Side = EnvironmentVersion | { readonly errors: number } | undefined;

export function environmentChange(environment: string, before: Side, after: Side): EnvironmentChange {
  const errors = { before: errorsOf(before), after: errorsOf(after) };
  if (isBroken(before) || isBroken(after)) return { environment, kind: 'incomparable', items: [], errors };
  if (before && after) {
    const items = changedItems(before, after);
    return { environment, kind: items.length === 0 ? 'same' : 'changed', items };
  }
  if (after) return { environment, kind: 'added', items: allItems(after, 'added') };
  return { environment, kind: 'removed', items: before ? allItems(before, 'removed') : [] };
}

function isBroken(side: Side): side is { readonly errors: number } {
  return side !== undefined && 'errors' in side;
}

function errorsOf(side: Side): number {
  return isBroken(side) ? side.errors : 0;
}
