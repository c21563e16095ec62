import { type Group, type Groups, groupsOf } from './groups.ts';
import type { ClusterAutoscaler } from './schema.ts';

/**
 * The groups that always have a node on which Cluster Autoscaler may run. With none it may be left without a node,
 * and then nobody adds one. Labels and taints that nodes get later are not known here.
 */
export function homesOf(autoscaler: ClusterAutoscaler, model: Groups): readonly Group[] {
  return groupsOf(model).filter(
    ({ group }) => group.size.min > 0 && isSelected(autoscaler, group) && isTolerated(autoscaler, group),
  );
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

function isTolerated({ tolerations }: ClusterAutoscaler, { taints }: Group['group']): boolean {
  return [...taints].every(([key, taint]) => {
    if (taint.effect === 'PreferNoSchedule') return true;
    const toleration = tolerations?.get(key);
    if (!toleration) return false;
    const sameValue = toleration.value === undefined || toleration.value === (taint.value ?? '');
    return sameValue && (toleration.effect === undefined || toleration.effect === taint.effect);
  });
}
