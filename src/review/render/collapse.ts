import type { Group } from '../review.ts';

/** Groups in a few words, where there is no room for them: how many of which type, by verdict and action. */
export interface Collapsed {
  /** Those that are told by themselves: the worst. */
  readonly told: readonly Group[];
  readonly rest: readonly { readonly group: Group; readonly count: number }[];
}

const TOLD = 20;

/** @param groups the worst first */
export function collapse(groups: readonly Group[]): Collapsed {
  const told = groups
    .slice(0, TOLD)
    .filter(({ verdict, label }) => verdict === 'blocked' || label !== undefined);
  const others = new Map<string, { group: Group; count: number }>();
  for (const group of groups) {
    if (told.includes(group)) continue;
    const key = `${group.verdict} ${group.action} ${group.isStateful} ${group.type}`;
    const known = others.get(key);
    if (known) known.count += group.members.length;
    else others.set(key, { group, count: group.members.length });
  }
  return { told, rest: [...others.values()] };
}
