import type { GroupFacts, TemplateFacts } from '../facts-of-nodes.ts';
import { type Building, sameMembers, type Tell, tellAbout } from './building.ts';
import { mixOf } from './mixed-instances.ts';
import { Keys } from './names.ts';
import { gib, seconds } from './units.ts';

const CLUSTER_TAG =
  /^(?:kubernetes\.io\/cluster|k8s\.io\/cluster-autoscaler)\/(?!enabled$|node-template\/)(.+)$/;

export function buildAutoScalingGroups(building: Building): void {
  const { facts, notes } = building;
  const keys = new Keys(notes, 'autoScalingGroups', building.subjects);
  for (const group of facts.groups) {
    // EKS made it for a node group, which is imported as such.
    if (group.tags.has('eks:nodegroup-name')) continue;
    const subject = `Auto Scaling group ${group.id}`;
    const tell = tellAbout(notes, subject);
    const template = templateOf(group, facts.templates);
    const refusal = refusalOf(group, template, building);
    if (refusal !== undefined || !template) tell('not-imported', refusal ?? '');
    else buildGroup(keys.keyFor(group.id, subject), group, template, building, tell);
  }
}

/** The cluster that the nodes of a group join, by its tags. */
export function clusterOf({ tags }: GroupFacts): string | undefined {
  for (const key of [...tags.keys()].sort()) {
    const match = CLUSTER_TAG.exec(key);
    if (match) return match[1];
  }
  return undefined;
}

function refusalOf(
  group: GroupFacts,
  template: TemplateFacts | undefined,
  { foundation }: Building,
): string | undefined {
  const cluster = clusterOf(group);
  if (cluster === undefined)
    return 'no tag kubernetes.io/cluster/<name> says that its nodes join a cluster of Kubernetes';
  if (foundation.cluster !== undefined && cluster !== foundation.cluster)
    return `its nodes join the cluster ${cluster}, and the spec is about ${foundation.cluster}`;
  if (group.unsayable.length > 0)
    return `it has ${group.unsayable.join(', ')}, which the language cannot say`;
  if (!template)
    return `its launch template ${group.template?.id ?? group.template?.name ?? ''} is not in the input: add aws ec2 describe-launch-template-versions`;
  if (template.ami === undefined) return 'its launch template names no image by its id';
  if (template.securityGroups.length === 0)
    return 'its launch template names no security group, and the language wants one';
  if (typesOf(group, template).length === 0) return 'its launch template names no instance type';
  if (group.min === undefined || !group.max) return 'its size is missing, or its maximum is 0';
  return undefined;
}

function templateOf({ template }: GroupFacts, all: readonly TemplateFacts[]): TemplateFacts | undefined {
  if (!template) return undefined;
  const versions = all.filter(({ id, name }) =>
    template.id === undefined ? name === template.name : id.startsWith(`${template.id}/`),
  );
  const { version = '$Default' } = template;
  if (version === '$Default') return versions.find(({ isDefault }) => isDefault);
  if (version === '$Latest') return [...versions].sort((a, b) => (b.version ?? 0) - (a.version ?? 0))[0];
  return versions.find((each) => String(each.version) === version);
}

function typesOf({ mixed }: GroupFacts, { instanceType }: TemplateFacts): string[] {
  if (mixed && mixed.types.length > 0) return [...new Set(mixed.types)].sort();
  return instanceType === undefined ? [] : [instanceType];
}

function buildGroup(
  key: string,
  group: GroupFacts,
  template: TemplateFacts,
  building: Building,
  tell: Tell,
): void {
  const { spec, foundation, securityGroups } = building;
  const item = spec.at('autoScalingGroups', key);
  const isAutoscaled = group.tags.has('k8s.io/cluster-autoscaler/enabled');
  item.set('adopt', true);
  item.unlessDefault('name', group.id);
  item.set('instanceTypes', typesOf(group, template));
  item.set('ami', template.ami);
  item.set('size.min', group.min);
  item.set('size.max', group.max);
  item.unlessDefault('size.initial', group.desired);
  item.unlessDefault('size.owner', isAutoscaled ? 'cluster-autoscaler' : 'terraform');
  if (!isAutoscaled)
    tell('told', 'no tag of Cluster Autoscaler: Terraform holds it at the number of nodes of today');
  mixOf(group, template, item);
  labelsOf(group, building, key);
  const { volume } = template;
  item.unlessDefault('volume.size', gib(volume.sizeGib));
  if (volume.type === 'gp3' || volume.type === 'gp2') item.unlessDefault('volume.type', volume.type);
  if (volume.type === 'gp3') {
    // Terraform keeps 0 where nothing is said.
    if (volume.iops && volume.iops !== 3000) item.set('volume.iops', volume.iops);
    if (volume.throughput && volume.throughput !== 125) item.set('volume.throughput', volume.throughput);
  }
  if (volume.kmsKeyId?.startsWith('arn:')) item.set('volume.kmsKeyId', volume.kmsKeyId);
  item.unlessDefault('metadataHopLimit', template.hopLimit);
  item.unlessDefault('securityGroups', securityGroups.namesFor(template.securityGroups, 'nodes'));
  // Nothing replaces a running node until somebody who has read the new launch template says so.
  item.set('instanceRefresh', false);
  item.set('templateOwner', 'elsewhere');
  item.unlessDefault('defaultInstanceWarmup', seconds(group.defaultWarmupSeconds ?? 0));
  item.unlessDefault('capacityRebalance', group.capacityRebalance);
  item.unlessDefault('healthCheckGracePeriod', seconds(group.healthCheckGraceSeconds));
  if (group.maxLifetimeSeconds) item.set('maxInstanceLifetime', seconds(group.maxLifetimeSeconds));
  item.unlessDefault('suspendedProcesses', [...group.suspended].sort());
  tell('told', TEMPLATE_STAYS);
  changesOf(group, tell);
  if (foundation.subnets.length > 0 && !sameMembers(group.subnets, foundation.subnets))
    tell('changes', `its subnets, now ${[...group.subnets].sort().join(', ')}, to foundation.subnets`);
}

const TEMPLATE_STAYS =
  'it goes on launching nodes from its own template, with its own tags, and the spec only describes them; kubelet flags of its user data are not read. Without templateOwner: elsewhere the template would get a new version, with the user data, the encrypted volume and the tags of elastiform';

const METRICS = ['GroupDesiredCapacity', 'GroupInServiceInstances', 'GroupMaxSize', 'GroupMinSize'];

/** What Terraform says of every group, and the language has no word for. */
function changesOf({ metrics }: GroupFacts, tell: Tell): void {
  if (sameMembers(metrics, METRICS)) return;
  const now = metrics.join(', ') || 'none';
  tell('changes', `enabled_metrics from ${now} to ${METRICS.join(', ')}, free of charge: alarms need them`);
}

const HINT = /^k8s\.io\/cluster-autoscaler\/node-template\/(label|taint)\/(.+)$/;

/** Labels and taints as Cluster Autoscaler is told of them. */
function labelsOf({ tags }: GroupFacts, { spec }: Building, key: string): void {
  for (const [tag, value] of [...tags].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [, word, name = ''] = HINT.exec(tag) ?? [];
    const path = ['autoScalingGroups', key, word === 'label' ? 'labels' : 'taints', name];
    if (word === 'label') spec.set(path, value);
    if (word !== 'taint') continue;
    const [text = '', effect = ''] = value.split(':');
    if (text !== '') spec.set([...path, 'value'], text);
    spec.set([...path, 'effect'], effect);
  }
}
