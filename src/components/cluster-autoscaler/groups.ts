import type { Model } from '../registry.ts';

type NodeGroup = Model['nodeGroups'] extends ReadonlyMap<string, infer Item> ? Item : never;
type AutoScalingGroup = Model['autoScalingGroups'] extends ReadonlyMap<string, infer Item> ? Item : never;

/** A group of nodes, of either kind. */
export type Group =
  | { readonly kind: 'nodeGroups'; readonly key: string; readonly group: NodeGroup }
  | { readonly kind: 'autoScalingGroups'; readonly key: string; readonly group: AutoScalingGroup };

export type Groups = Partial<Pick<Model, 'nodeGroups' | 'autoScalingGroups'>>;

/** Every group of nodes of the spec. Tests of this kind alone have a model without them. */
export function groupsOf({ autoScalingGroups, nodeGroups }: Groups): readonly Group[] {
  return [
    ...[...(autoScalingGroups ?? [])].map(([key, group]) => ({
      kind: 'autoScalingGroups' as const,
      key,
      group,
    })),
    ...[...(nodeGroups ?? [])].map(([key, group]) => ({ kind: 'nodeGroups' as const, key, group })),
  ];
}

/** Those that Cluster Autoscaler moves. */
export function ownedGroups(model: Groups): readonly Group[] {
  return groupsOf(model).filter(({ group }) => group.size.owner === 'cluster-autoscaler');
}

/** As the spec says it: `nodeGroups.spot-nodes`. */
export function targetOf({ kind, key }: Group): string {
  return `${kind}.${key}`;
}
