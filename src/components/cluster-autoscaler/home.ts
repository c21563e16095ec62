import { tolerates } from '../../catalog/kubernetes/tolerations.ts';
import { type Group, type Groups, groupsOf } from './groups.ts';
import type { ClusterAutoscaler } from './schema.ts';

/**
 * The groups that always have a node on which Cluster Autoscaler may run. With none it may be left without a node,
 * and then nobody adds one. Labels and taints that nodes get later are not known here.
 */
export function homesOf(autoscaler: ClusterAutoscaler, model: Groups): readonly Group[] {
  return groupsOf(model).filter((group) => obstacleTo(autoscaler, group) === undefined);
}

/** The key of a group that keeps Cluster Autoscaler away. */
export type Obstacle = 'min' | 'labels' | 'taints';

export function obstacleTo(autoscaler: ClusterAutoscaler, { group }: Group): Obstacle | undefined {
  if (group.size.min === 0) return 'min';
  if (!isSelected(autoscaler, group)) return 'labels';
  return tolerates(autoscaler.tolerations, group.taints) ? undefined : 'taints';
}

/** Whether AWS takes none of the nodes back, so that a pod needs no other kind of node. */
export function isSteady(home: Group): boolean {
  if (home.group.capacity !== 'on-demand') return false;
  return (
    home.kind === 'nodeGroups' ||
    home.group.mixedInstances.onDemandPercentageAboveBaseCapacity >= 100 ||
    home.group.mixedInstances.onDemandBaseCapacity > 0
  );
}

function isSelected({ nodeSelector }: ClusterAutoscaler, { labels }: Group['group']): boolean {
  return [...(nodeSelector ?? [])].every(([key, value]) => labels.get(key) === value);
}
