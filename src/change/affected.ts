import { compareText } from '../util/compare.ts';
import type { Environments } from './environment-change.ts';
import { type LeafChange, leafChanges } from './leaf-changes.ts';

/** Whether an environment means something else than before. */
export interface Affected {
  readonly environment: string;
  /** Of what cannot be compared nobody can say that it is the same. */
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'incomparable';
  /** What differs; empty for an environment that only one version has. */
  readonly changes: readonly LeafChange[];
}

/** All environments of both versions, sorted by name. */
export function affectedEnvironments(before: Environments, after: Environments): readonly Affected[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  return names.map((environment): Affected => {
    const [was, is] = [before.get(environment), after.get(environment)];
    if (!was) return { environment, kind: 'added', changes: [] };
    if (!is) return { environment, kind: 'removed', changes: [] };
    if ('errors' in was || 'errors' in is) return { environment, kind: 'incomparable', changes: [] };
    const changes = leafChanges(was.cells, is.cells);
    return { environment, kind: changes.length === 0 ? 'same' : 'changed', changes };
  });
}
