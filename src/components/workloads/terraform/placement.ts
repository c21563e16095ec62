import { compareText } from '../../../util/compare.ts';
import { groupsOf, type PlacedGroup, type Taint } from '../placement-groups.ts';
import type { Workload } from '../schema.ts';
import type { Placement, Spread } from '../schema-placement.ts';

type Model = Parameters<typeof groupsOf>[1];

/**
 * Which nodes the pods may run on. A taint keeps other pods away and a toleration lets these in, but neither
 * brings them there: that takes the affinity.
 */
export function placementBlocks({ placement, tolerations }: Workload, model: Model) {
  const groups = placement ? groupsOf(placement, model) : [];
  const byGroups = groups.flatMap(({ taints }) =>
    [...taints].map(([key, taint]) => tolerationOf(key, taint)),
  );
  const written = [...(tolerations ?? [])].map(([key, taint]) => tolerationOf(key, taint));
  const all = unique([...byGroups, ...written]);
  return {
    affinity: placement && groups.length > 0 ? affinityBlock(placement, groups) : undefined,
    toleration: all.length > 0 ? all : undefined,
  };
}

/** Terms are alternatives: a node of any of the groups will do. The labels of one term must all be there. */
function affinityBlock({ mode }: Placement, groups: readonly PlacedGroup[]) {
  const terms = groups.map(({ labels }) => ({
    matchExpressions: [...labels].map(([key, value]) => ({ key, operator: 'In', values: [value] })),
  }));
  return {
    nodeAffinity:
      mode === 'required'
        ? { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerm: terms } }
        : {
            preferredDuringSchedulingIgnoredDuringExecution: terms.map((preference) => ({
              // The highest weight: an empty node elsewhere must not be worth more than the wish.
              weight: 100,
              preference,
            })),
          },
  };
}

interface Toleration {
  readonly key: string;
  readonly operator: 'Equal' | 'Exists';
  readonly value: string | undefined;
  readonly effect: Taint['effect'] | undefined;
}

function tolerationOf(
  key: string,
  { value, effect }: { readonly value?: string | undefined; readonly effect?: Taint['effect'] | undefined },
): Toleration {
  return { key, operator: value === undefined ? 'Exists' : 'Equal', value, effect };
}

/** By key, so that the order of the groups changes nothing. */
function unique(tolerations: readonly Toleration[]): Toleration[] {
  const byText = new Map(
    tolerations.map((toleration) => [
      [toleration.key, toleration.value ?? '', toleration.effect ?? ''].join('\n'),
      toleration,
    ]),
  );
  return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, toleration]) => toleration);
}

/**
 * Constraints over zones and nodes. Nodes with taints that the pods do not tolerate are left out
 * (`nodeTaintsPolicy: Honor`); by default Kubernetes counts them, and then spreads over nodes where no pod may go.
 *
 * @source kubernetes/website@02aa04f, topology-spread-constraints.md: nodeTaintsPolicy on since 1.26 and Ignore when
 *   absent, matchLabelKeys on since 1.27, with pod-template-hash for Deployments (read 2026-11-25)
 */
export function spreadBlocks({ zones, hosts }: Spread, matchLabels: Readonly<Record<string, string>>) {
  const blocks = [
    { topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: zones },
    { topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: hosts },
  ].flatMap(({ topologyKey, whenUnsatisfiable }) =>
    whenUnsatisfiable === 'none'
      ? []
      : [
          {
            maxSkew: 1,
            topologyKey,
            whenUnsatisfiable,
            nodeTaintsPolicy: 'Honor',
            // Each version by itself: the old pods, which go away, must not decide where the new ones come.
            matchLabelKeys: ['pod-template-hash'],
            labelSelector: [{ matchLabels }],
          },
        ],
  );
  return blocks.length > 0 ? blocks : undefined;
}
