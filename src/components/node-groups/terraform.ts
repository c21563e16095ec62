import { AutoscalingGroupTagA } from '@cdktf/provider-aws/lib/autoscaling-group-tag/index.js';
import { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group/index.js';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template/index.js';
import type { Frame } from '../../compiler/frame/frame.ts';
import { addressName } from '../../terraform/engine/address.ts';
import { expression, numberExpression } from '../../terraform/engine/expression.ts';
import { FOREIGN_TAGS } from '../../terraform/platform/adopted.ts';
import { nodeTemplateTags } from '../../terraform/platform/cluster-autoscaler-tags.ts';
import { defaultTags } from '../../terraform/platform/default-tags.ts';
import {
  encryptedAsTheImageHasIt,
  encryptedVolume,
  metadataOptions,
  tagSpecifications,
} from '../../terraform/platform/node-launch-template.ts';
import type { Roots } from '../../terraform/platform/roots.ts';
import { groupName, hasHash, typesOf } from './group-name.ts';
import type { NodeGroup, NodeGroups } from './schema.ts';

const FILE = 'eks-autoscaling';

/** A launch template, a node group and the tags of the Auto Scaling group behind it, for each item. */
export function lowerNodeGroups(groups: NodeGroups, roots: Roots, frame: Frame): void {
  for (const [key, group] of groups) {
    const template = addLaunchTemplate(key, group, roots, frame);
    const nodes = addNodeGroup(key, group, template, roots, frame);
    addAutoscalerTags(key, group, roots);
    addOutputs(key, nodes, roots);
  }
}

function addLaunchTemplate(
  key: string,
  group: NodeGroup,
  roots: Roots,
  frame: Frame,
): LaunchTemplate | undefined {
  const { launchTemplate } = group;
  if (!launchTemplate) return undefined;
  const at = ['nodeGroups', key];
  const tags = roots.aws.local(
    { file: FILE, at, name: [key, 'node-tags'] },
    { ...defaultTags(frame), Name: group.name },
  );
  return roots.aws.resource(
    LaunchTemplate,
    {
      file: FILE,
      at,
      name: [key, 'node-group'],
      previousName: previous(group, 'node-group'),
      notes: ['EKS adds the image, the user data and the security group of the cluster.'],
    },
    {
      name: `${frame.foundation.cluster}-${group.name}-node-group`,
      updateDefaultVersion: true,
      metadataOptions: metadataOptions(launchTemplate.metadataHopLimit),
      blockDeviceMappings: [
        // The volume of Bottlerocket's system; a policy that demands encryption would stop every launch.
        ...(isBottlerocket(group) ? [encryptedAsTheImageHasIt('/dev/xvda')] : []),
        ...encryptedVolume(deviceOf(group), launchTemplate.volume),
      ],
      tagSpecifications: tagSpecifications(tags),
    },
  );
}

/** Bottlerocket keeps images, logs and volumes of pods on a second device; the first holds the system alone. */
function deviceOf(group: NodeGroup): string {
  return isBottlerocket(group) ? '/dev/xvdb' : '/dev/xvda';
}

function isBottlerocket({ amiType }: NodeGroup): boolean {
  return amiType.startsWith('BOTTLEROCKET');
}

function addNodeGroup(
  key: string,
  group: NodeGroup,
  template: LaunchTemplate | undefined,
  roots: Roots,
  frame: Frame,
): EksNodeGroup {
  const { size, adopt, updateConfig } = group;
  const name = groupName(group, frame.foundation);
  const isTerraforms = size.owner === 'terraform';
  const isScheduled = size.minOwner === 'schedule';
  const ignored = [
    ...(adopt ? FOREIGN_TAGS : []),
    ...(isTerraforms ? [] : ['scaling_config[0].desired_size']),
    ...(isScheduled ? ['scaling_config[0].min_size'] : []),
  ];
  const minSize = isScheduled ? sharedMinSize(key, group, roots) : size.min;
  return roots.aws.resource(
    EksNodeGroup,
    {
      file: FILE,
      at: ['nodeGroups', key],
      name: [key],
      previousName: previous(group),
      importId: adopt && (adopt.id ?? `${frame.foundation.cluster}:${name}`),
      notes: [
        ...(hasHash(group)
          ? [
              'The name ends in a hash of every input that forces a replacement, so that the new group comes before the old one goes.',
            ]
          : [
              'The name is exact: EKS refuses a replacement of the same name rather than take away all nodes.',
            ]),
        isTerraforms
          ? 'desired_size: every apply resets it, for Terraform is its owner.'
          : 'desired_size: initial value only; Cluster Autoscaler owns it afterwards. EKS refuses a min_size above what it is at that time.',
        ...(isScheduled
          ? ['min_size: initial value only; a schedule owns it afterwards, on the Auto Scaling group behind.']
          : []),
      ],
    },
    {
      clusterName: roots.lookups.cluster().name,
      nodeGroupName: name,
      nodeRoleArn: roots.lookups.nodeRoleArn(),
      subnetIds: roots.lookups.subnetIds(),
      capacityType: CAPACITY_TYPES[group.capacity],
      amiType: group.amiType,
      instanceTypes: typesOf(group),
      diskSize: group.diskSize,
      version: group.kubernetesVersion,
      releaseVersion: group.releaseVersion,
      scalingConfig: { minSize, maxSize: size.max, desiredSize: size.initial },
      launchTemplate: template && {
        id: template.id,
        version: template.getStringAttribute('latest_version'),
      },
      labels: group.labels.size === 0 ? undefined : Object.fromEntries(group.labels),
      taint: [...group.taints].map(([taintKey, { value, effect }]) => ({
        key: taintKey,
        value,
        effect: TAINT_EFFECTS[effect],
      })),
      updateConfig: {
        maxUnavailable: updateConfig.maxUnavailable,
        maxUnavailablePercentage: updateConfig.maxUnavailablePercentage,
      },
      lifecycle: {
        createBeforeDestroy: true,
        ignoreChanges: ignored.length === 0 ? undefined : ignored,
      },
    },
  );
}

/** Said once, for the schedule goes back to it when its windows are over. */
function sharedMinSize(key: string, { size }: NodeGroup, roots: Roots): number {
  const at = ['nodeGroups', key, 'size', 'min'];
  const name = [key, 'node-group', 'min-size'];
  roots.aws.local({ file: FILE, at, name }, size.min);
  return numberExpression(`local.${addressName(name)}`);
}

const CAPACITY_TYPES = { 'on-demand': 'ON_DEMAND', spot: 'SPOT' } as const;

const TAINT_EFFECTS = {
  NoSchedule: 'NO_SCHEDULE',
  PreferNoSchedule: 'PREFER_NO_SCHEDULE',
  NoExecute: 'NO_EXECUTE',
} as const;

/**
 * Hints for Cluster Autoscaler on the Auto Scaling group that EKS makes; EKS copies neither the labels nor
 * the tags of the node group there, only the two tags of auto-discovery.
 *
 * @source aws/containers-roadmap #608 (open); EKS user guide, "Managed node groups": "Amazon EKS tags managed
 * node group resources so that they are configured to use the Kubernetes Cluster Autoscaler"
 */
function addAutoscalerTags(key: string, group: NodeGroup, roots: Roots): void {
  if (!group.autoscalerTags) return;
  const volumeSize = group.launchTemplate?.volume.size ?? group.diskSize;
  const tags = nodeTemplateTags({ ...group, volumeSize });
  if (tags.length === 0) return;
  const at = ['nodeGroups', key];
  const map = roots.aws.local({ file: FILE, at, name: [key, 'autoscaler-tags'] }, Object.fromEntries(tags));
  const resource = roots.aws.resource(
    AutoscalingGroupTagA,
    {
      file: FILE,
      at,
      name: [key],
      previousName: previous(group),
      notes: [
        'What Cluster Autoscaler must know when the group is empty; EKS does not tag its Auto Scaling group with it.',
      ],
    },
    {
      autoscalingGroupName: autoScalingGroupName(key),
      tag: { key: expression('each.key'), value: expression('each.value'), propagateAtLaunch: false },
    },
  );
  roots.aws.forEach(resource, map);
}

function addOutputs(key: string, nodes: EksNodeGroup, roots: Roots): void {
  const place = { file: 'outputs', at: ['nodeGroups', key] };
  roots.aws.output(
    { ...place, name: [key, 'node-group'] },
    { value: nodes.nodeGroupName, description: `Name of the node group ${key}.` },
  );
  roots.aws.output(
    { ...place, name: [key, 'node-group-auto-scaling-group'] },
    {
      value: autoScalingGroupName(key),
      description: `Name of the Auto Scaling group that EKS made for the node group ${key}.`,
    },
  );
}

function autoScalingGroupName(key: string): string {
  return expression(`aws_eks_node_group.${addressName([key])}.resources[0].autoscaling_groups[0].name`);
}

function previous({ previousName }: NodeGroup, ...part: readonly string[]): readonly string[] | undefined {
  return previousName === undefined ? undefined : [previousName, ...part];
}
