import type { Model } from '../registry.ts';
import type { Placement } from './schema-placement.ts';

/** The kinds of groups that a placement may name. */
export const GROUP_KINDS = ['nodeGroups', 'autoScalingGroups'] as const;

/** What both kinds of groups of nodes have. */
export interface PlacedGroup {
  /** As the spec says it: `nodeGroups.spot-nodes`. */
  readonly target: string;
  readonly capacity: 'on-demand' | 'spot';
  readonly instanceTypes: readonly string[];
  /** In nodes. */
  readonly size: { readonly max: number };
  readonly labels: ReadonlyMap<string, string>;
  readonly taints: ReadonlyMap<string, Taint>;
}

export interface Taint {
  readonly value?: string | undefined;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

type Groups = Partial<Pick<Model, (typeof GROUP_KINDS)[number]>>;

/** Every group of nodes of the spec. Tests of the kind alone have a model without them. */
export function allGroups(model: Groups): readonly PlacedGroup[] {
  return GROUP_KINDS.flatMap((kind) =>
    [...(model[kind] ?? [])].map(([key, group]) => ({ ...group, target: `${kind}.${key}` })),
  );
}

/** The groups that a placement names, in its order; what it names in vain is left out. */
export function groupsOf({ groups }: Placement, model: Groups): readonly PlacedGroup[] {
  const known = new Map(allGroups(model).map((group) => [group.target, group]));
  return groups.flatMap((target) => known.get(target) ?? []);
}
