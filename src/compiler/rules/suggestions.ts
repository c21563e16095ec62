import type { Applicability, Suggestion } from '../diagnostic.ts';
import { formatPath, type SpecPath } from '../spec-path.ts';

/**
 * To remove what the spec says at a path.
 *
 * @param applicability `machine` only where the spec means the same without it
 */
export function removal(path: SpecPath, applicability: Applicability = 'maybe'): Suggestion {
  return { message: `remove ${formatPath(path)}`, change: { path, remove: true }, applicability };
}

/** To say another value at a path than that of the finding. */
export function setting(path: SpecPath, value: string | number | boolean): Suggestion {
  return { message: `write ${formatPath(path)}: ${value}`, change: { path, value } };
}

/**
 * The path of an entry, for its removal; that of the whole map when it is the only one, for most maps are not there
 * rather than empty.
 */
export function entryOrMap(map: SpecPath, key: string, entries: { readonly size: number }): SpecPath {
  return entries.size === 1 ? map : [...map, key];
}
