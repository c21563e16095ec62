import { type Account, regionOf } from './build/foundation.ts';
import type { Facts } from './facts.ts';

/** A spec is about one region. */
export function inOneRegion(facts: Facts, { region }: Account): Facts {
  const notes = [...facts.notes];
  const here = <T extends { readonly id: string; readonly arn: string | undefined }>(
    list: readonly T[],
  ): T[] =>
    list.filter(({ id, arn }) => {
      const there = arn === undefined ? undefined : regionOf(arn);
      if (there === undefined || there === region) return true;
      notes.push({
        kind: 'not-imported',
        subject: id,
        text: `it is in ${there}, and the spec is about ${region}`,
      });
      return false;
    });
  return {
    ...facts,
    databases: here(facts.databases),
    caches: here(facts.caches),
    cacheNodes: here(facts.cacheNodes),
    subnetGroups: here(facts.subnetGroups),
    parameters: here(facts.parameters),
    scalingTargets: here(facts.scalingTargets),
    scalingPolicies: here(facts.scalingPolicies),
    groups: here(facts.groups),
    nodeGroups: here(facts.nodeGroups),
    clusters: here(facts.clusters),
    notes,
  };
}
