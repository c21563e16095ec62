import { architectureOf } from '../catalog/instance-type-names.ts';
import { tolerates } from '../catalog/kubernetes/tolerations.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { NodePool } from './node-pools.ts';

/** What pods say about the nodes on which they run. */
export interface NodeDemands {
  readonly nodeSelector?: ReadonlyMap<string, string> | undefined;
  readonly tolerations?: Parameters<typeof tolerates>[0];
  /** Groups whose taints are tolerated; with `isRequired` the pods run on no others. */
  readonly groups?: readonly string[] | undefined;
  readonly isRequired?: boolean;
  /** The pods are somebody else's, and what they say is not known. */
  readonly isUnknown?: boolean;
  /** Not on nodes that EKS labels as spot. */
  readonly avoidsManagedSpot?: boolean;
}

/** Why pods may not run on the nodes of a group. */
export interface Obstacle {
  readonly kind: 'group' | 'label' | 'taint';
  /** `has no label disk: ssd` */
  readonly text: string;
  readonly path: SpecPath;
  /** The label of the selector that is in the way, and what the group has instead, if it has any. */
  readonly label?: { readonly key: string; readonly found: string | undefined };
}

/** The first thing that keeps pods away from the nodes of a group; undefined when they may run there. */
export function obstacleOf(demands: NodeDemands, pool: NodePool): Obstacle | undefined {
  if (demands.isUnknown) return undefined;
  const isNamed = demands.groups?.includes(pool.name) ?? false;
  if (demands.isRequired && !isNamed)
    return { kind: 'group', text: 'is not named by the placement', path: pool.path };
  if (demands.avoidsManagedSpot && pool.kind === 'nodeGroups' && pool.capacity === 'spot')
    return { kind: 'label', text: 'has spot instances', path: [...pool.path, 'capacity'] };
  return labelObstacle(demands, pool) ?? (isNamed ? undefined : taintObstacle(demands, pool));
}

function labelObstacle({ nodeSelector, isRequired }: NodeDemands, pool: NodePool): Obstacle | undefined {
  for (const [key, wanted] of nodeSelector ?? []) {
    const found = labelOf(pool, key);
    if (found === wanted || found === 'unknown') continue;
    // Whoever names a group knows its nodes: a label that the spec does not have may come from elsewhere.
    if (found === undefined && isRequired) continue;
    const text =
      found === undefined
        ? `has no label ${key}: ${wanted}`
        : `has the label ${key}: ${found}, not ${wanted}`;
    const path = pool.labels.has(key) ? [...pool.path, 'labels', key] : pool.path;
    return { kind: 'label', text, path, label: { key, found } };
  }
  return undefined;
}

/** `unknown`: labels with a prefix are set by all kinds of programs, so that one that the spec has not may be there. */
function labelOf({ labels, kind, capacity, instanceTypes }: NodePool, key: string): string | undefined {
  const own = labels.get(key);
  if (own !== undefined) return own;
  if (key === 'kubernetes.io/os') return 'linux';
  if (key === 'kubernetes.io/arch') {
    const [first, ...others] = new Set(instanceTypes.map(architectureOf));
    if (first === undefined || others.length > 0) return 'unknown';
    return first === 'arm64' ? 'arm64' : 'amd64';
  }
  if (key === 'eks.amazonaws.com/capacityType' && kind === 'nodeGroups')
    return capacity === 'spot' ? 'SPOT' : 'ON_DEMAND';
  return key.includes('/') ? 'unknown' : undefined;
}

function taintObstacle({ tolerations }: NodeDemands, { taints, path }: NodePool): Obstacle | undefined {
  for (const [key, taint] of taints) {
    if (isOfStart(key) || tolerates(tolerations, new Map([[key, taint]]))) continue;
    const value = taint.value === undefined ? '' : `=${taint.value}`;
    return {
      kind: 'taint',
      text: `has the taint ${key}${value}:${taint.effect}`,
      path: [...path, 'taints', key],
    };
  }
  return undefined;
}

/**
 * Taints that a node has until an agent on it is ready, and then no longer.
 *
 * @source kubernetes/autoscaler, cluster-autoscaler/FAQ.md, "Startup taints"; aws-ebs-csi-driver takes
 *   ebs.csi.aws.com/agent-not-ready away when it starts, Cilium node.cilium.io/agent-not-ready (read 2026-11-27)
 */
function isOfStart(key: string): boolean {
  return (
    key.startsWith('startup-taint.cluster-autoscaler.kubernetes.io/') || key.endsWith('/agent-not-ready')
  );
}
