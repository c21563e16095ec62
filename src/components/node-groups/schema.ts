import { architectureOf } from '../../catalog/instance-type-names.ts';
import {
  always,
  defaulted,
  derived,
  derivedIfAny,
  onByDefault,
  optional,
} from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import {
  choice,
  flag,
  integer,
  map,
  quantity,
  section,
  switchable,
  text,
} from '../../compiler/language/fields.ts';
import { itemFields } from '../../compiler/language/item-fields.ts';
import { nodeLabels, nodeTaints } from '../../compiler/language/kubernetes-fields.ts';
import {
  autoscalingOptions,
  instanceTypes,
  metadataHopLimit,
  nodeCapacity,
  nodeSize,
  nodeVolume,
} from '../../compiler/language/node-fields.ts';

/** Images that EKS keeps; Amazon Linux 2 is here for groups that are adopted. */
const AMI_TYPES = [
  'AL2023_x86_64_STANDARD',
  'AL2023_ARM_64_STANDARD',
  'AL2023_x86_64_NVIDIA',
  'AL2023_x86_64_NEURON',
  'BOTTLEROCKET_x86_64',
  'BOTTLEROCKET_ARM_64',
  'BOTTLEROCKET_x86_64_NVIDIA',
  'BOTTLEROCKET_ARM_64_NVIDIA',
  'AL2_x86_64',
  'AL2_x86_64_GPU',
  'AL2_ARM_64',
] as const;

const updateConfig = always(
  section(
    {
      maxUnavailable: optional(
        integer({
          description: 'Number of nodes that an update may replace at the same time.',
          example: 1,
          minimum: 1,
          maximum: 100,
        }),
        'a share of the nodes, maxUnavailablePercentage',
      ),
      maxUnavailablePercentage: derivedIfAny(
        quantity('share', {
          description: 'Share of the nodes that an update may replace at the same time.',
          example: '33%',
        }),
        '33%, unless there is a maxUnavailable',
        (scope) => (scope.get('updateConfig.maxUnavailable') === undefined ? '33%' : undefined),
      ),
    },
    {
      description: 'How fast EKS replaces the nodes when their image or their launch template changes.',
      example: { maxUnavailablePercentage: '33%' },
    },
  ),
);

const launchTemplate = onByDefault(
  switchable(
    { volume: nodeVolume, metadataHopLimit },
    {
      description:
        'A launch template of our own, with an encrypted volume, IMDSv2 only and tags on instances and volumes. `false`: the template that EKS makes, which has none of these; a group cannot change from one to the other without being replaced.',
      example: { volume: { size: '50GiB' } },
    },
  ),
  'EKS itself encrypts no volume, leaves two hops to the metadata service and tags no instance',
);

const nodeGroup = section(
  {
    name: derived(
      text({
        description:
          'Name of the node group in EKS, without the hash that is added to it (see nameSuffix). A change replaces the group.',
        example: 'spot-nodes',
        pattern: '^[A-Za-z0-9][A-Za-z0-9_-]*$',
        patternMeaning: 'letters, digits, hyphens and underscores, starting with a letter or digit',
        maxLength: 63,
      }),
      'the key of the group',
      (scope) => scope.keys[0] as string,
    ),
    nameSuffix: optional(
      choice(['hash', 'none'], {
        description:
          'Whether the name ends in a hash of everything that forces a replacement. With it, a replacement is created before the old group goes; without it, EKS refuses the second group of the same name and nothing happens.',
      }),
      'none for an adopted group, which keeps its exact name, and hash for all others',
    ),
    capacity: nodeCapacity,
    // 20: as many as EKS takes.
    instanceTypes: instanceTypes(20, { ordered: true }),
    amiType: derived(
      choice(AMI_TYPES, {
        description:
          'Which of the images of EKS the nodes run. EKS chooses the newest release when the group is created; later ones come with releaseVersion or kubernetesVersion.',
      }),
      'Amazon Linux 2023 in the architecture of instanceTypes',
      (scope) => {
        const types = scope.get('instanceTypes') as readonly string[];
        const isArm = types.every((type) => architectureOf(type) === 'arm64');
        return isArm ? 'AL2023_ARM_64_STANDARD' : 'AL2023_x86_64_STANDARD';
      },
    ),
    size: nodeSize('nodeGroups'),
    labels: nodeLabels,
    taints: nodeTaints,
    updateConfig,
    launchTemplate,
    diskSize: optional(
      quantity('storage', {
        description: 'Size of the volume of a group without a launch template.',
        example: '20GiB',
      }),
      'the volume of the launch template, or the 20 GiB of EKS',
    ),
    kubernetesVersion: optional(
      text({
        description: 'Kubernetes version of the nodes, in quotes. A change replaces the nodes step by step.',
        example: '1.33',
        pattern: '^1\\.[0-9]{1,2}$',
        patternMeaning: 'a minor version such as "1.33"',
      }),
      'the version that the cluster has when the group is created, and then no change',
    ),
    releaseVersion: optional(
      text({
        description: 'Release of the EKS image, which pins it. A change replaces the nodes step by step.',
        example: '1.33.4-20251112',
        pattern: '^[0-9]{1,3}\\.[0-9]{1,3}(?:\\.[0-9]{1,3})?-[0-9a-f]{8}$',
        patternMeaning: 'a release such as "1.33.4-20251112"',
      }),
      'the newest release when the group is created, and then no change',
    ),
    autoscalingOptions,
    autoscalerTags: defaulted(
      flag({
        description:
          'Whether the Auto Scaling group that EKS makes gets tags that tell Cluster Autoscaler of labels, taints, volume and autoscalingOptions. `false` leaves the tags of an adopted group as they are.',
        example: true,
      }),
      true,
      'Cluster Autoscaler must know what a node will be like while the group has none',
    ),
    ...itemFields,
  },
  {
    description: 'One group of nodes that EKS manages.',
    example: {
      capacity: 'spot',
      instanceTypes: ['m5.large', 'm5a.large', 'm6i.large'],
      size: { min: 1, max: 10 },
    },
  },
);

export const nodeGroupsField = map(nodeGroup, {
  description: 'Groups of nodes that EKS manages, with the Auto Scaling group that EKS makes for each.',
  example: {
    'spot-nodes': {
      capacity: 'spot',
      instanceTypes: ['m5.large', 'm5a.large', 'm6a.large', 'm6i.large'],
      size: { min: 1, max: 10, owner: 'cluster-autoscaler' },
      taints: { capacity: { value: 'spot', effect: 'NoSchedule' } },
    },
  },
});

export type NodeGroup = ModelOf<typeof nodeGroup>;
export type NodeGroups = ModelOf<typeof nodeGroupsField>;
