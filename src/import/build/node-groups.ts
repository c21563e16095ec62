import type { NodeGroupFacts } from '../facts-of-nodes.ts';
import { type Building, sameMembers, type Tell, tellAbout } from './building.ts';
import { Keys } from './names.ts';
import { gib } from './units.ts';

export function buildNodeGroups(building: Building): void {
  const { facts, notes } = building;
  const keys = new Keys(notes, 'nodeGroups', building.subjects);
  for (const group of facts.nodeGroups) {
    const subject = `node group ${group.name}`;
    const refusal = refusalOf(group, building);
    const tell = tellAbout(notes, subject);
    if (refusal !== undefined) tell('not-imported', refusal);
    else buildGroup(keys.keyFor(group.name, subject), group, building, tell);
  }
}

const EFFECTS: ReadonlyMap<string, string> = new Map([
  ['NO_SCHEDULE', 'NoSchedule'],
  ['PREFER_NO_SCHEDULE', 'PreferNoSchedule'],
  ['NO_EXECUTE', 'NoExecute'],
]);

/** Whatever would make the first plan replace the group with all its nodes. */
function refusalOf(group: NodeGroupFacts, { foundation }: Building): string | undefined {
  const { cluster, subnets, role, amiType, types, taints } = group;
  if (cluster !== foundation.cluster)
    return `it belongs to the cluster ${cluster}, and the spec is about ${foundation.cluster}`;
  if (group.hasTemplate)
    return 'it has a launch template, and the language adopts only groups without one; make a second group and drain this one';
  if (amiType === undefined || amiType === 'CUSTOM') return 'it runs an image of its own';
  if (!sameMembers(subnets, foundation.subnets))
    return `its subnets ${[...subnets].sort().join(', ')} are not foundation.subnets, and other subnets replace it`;
  if (role?.split('/').at(-1) !== foundation.nodeRole)
    return `its role ${role?.split('/').at(-1)} is not foundation.nodeRole, and another role replaces it`;
  if (types.length === 0) return 'its instance types are missing';
  if (group.min === undefined || !group.max) return 'its size is missing, or its maximum is 0';
  if (taints.some(({ key, effect }) => key === undefined || !EFFECTS.has(effect ?? '')))
    return 'one of its taints cannot be read';
  return undefined;
}

const NO_TAGS =
  'the tags of the Auto Scaling group behind it stay as they are; without autoscalerTags: false Terraform would write those that tell Cluster Autoscaler of labels, taints and volume';

function buildGroup(key: string, group: NodeGroupFacts, { spec }: Building, tell: Tell): void {
  const item = spec.at('nodeGroups', key);
  item.set('adopt', true);
  item.unlessDefault('name', group.name);
  item.unlessDefault('capacity', group.capacityType === 'SPOT' ? 'spot' : 'on-demand');
  // Another order would replace the group.
  item.set('instanceTypes', group.types);
  item.unlessDefault('amiType', group.amiType);
  item.set('size.min', group.min);
  item.set('size.max', group.max);
  item.unlessDefault('size.initial', group.desired);
  for (const [label, value] of group.labels) spec.set(['nodeGroups', key, 'labels', label], value);
  for (const taint of group.taints) {
    const path = ['nodeGroups', key, 'taints', taint.key ?? ''];
    spec.set([...path, 'value'], taint.value);
    spec.set([...path, 'effect'], EFFECTS.get(taint.effect ?? ''));
  }
  item.unlessDefault('updateConfig.maxUnavailable', group.maxUnavailable);
  if (group.maxUnavailablePercent !== undefined)
    item.unlessDefault('updateConfig.maxUnavailablePercentage', `${group.maxUnavailablePercent}%`);
  // EKS has given it a template of its own, which it cannot leave.
  item.set('launchTemplate', false);
  item.set('diskSize', gib(group.diskGib));
  item.set('autoscalerTags', false);
  tell('told', NO_TAGS);
}
