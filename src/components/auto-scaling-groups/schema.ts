import { always, defaulted, derived, onByDefault, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import {
  choice,
  flag,
  integer,
  list,
  map,
  quantity,
  reference,
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

/** Processes of an Auto Scaling group that AWS can suspend. */
const PROCESSES = [
  'AZRebalance',
  'AddToLoadBalancer',
  'AlarmNotification',
  'HealthCheck',
  'InstanceRefresh',
  'Launch',
  'ReplaceUnhealthy',
  'ScheduledActions',
  'Terminate',
] as const;

const mixedInstances = always(
  section(
    {
      onDemandBaseCapacity: defaulted(
        integer({
          description: 'Number of nodes that are on-demand before the percentage counts.',
          example: 1,
          minimum: 0,
          maximum: 5000,
        }),
        0,
        'the percentage alone says how many nodes are on-demand',
      ),
      onDemandPercentageAboveBaseCapacity: derived(
        quantity('share', {
          description: 'Share of the nodes above the base that are on-demand; the others are spot.',
          example: '0%',
        }),
        'capacity: on-demand is 100%, spot is 0%',
        (scope) => (scope.get('capacity') === 'spot' ? '0%' : '100%'),
      ),
      spotAllocationStrategy: defaulted(
        choice(['price-capacity-optimized', 'capacity-optimized', 'lowest-price'], {
          description: 'How AWS chooses among the types when it launches a spot instance.',
        }),
        'price-capacity-optimized',
        'the cheapest of the pools that are least likely to be taken back; the recommendation of Amazon EC2 Auto Scaling',
      ),
    },
    {
      description:
        'How on-demand and spot instances are mixed. It counts when there are several instance types or spot instances.',
      example: { onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: '0%' },
    },
  ),
);

const instanceRefresh = onByDefault(
  switchable(
    {
      minHealthyPercentage: defaulted(
        quantity('share', {
          description: 'Share of the nodes that stay in service while the others are replaced.',
          example: '90%',
        }),
        '90%',
        'a small group replaces one node at a time; the default of Amazon EC2 Auto Scaling',
      ),
      instanceWarmup: derived(
        quantity('duration', {
          description: 'How long a new node must live before the next one is replaced.',
          example: '2m',
        }),
        'defaultInstanceWarmup',
        (scope) => scope.get('defaultInstanceWarmup') as string,
      ),
    },
    {
      description:
        'Replaces the nodes step by step (strategy Rolling) when the launch template changes. `false`: a change reaches only the nodes that are launched afterwards.',
      example: { minHealthyPercentage: '90%' },
    },
  ),
  'a new image or a new setting that no node has is no change',
);

const autoScalingGroup = section(
  {
    name: derived(
      text({
        description: 'Name of the Auto Scaling group in AWS. A change replaces the group with all its nodes.',
        example: 'eks-worker-nodes',
        pattern: '^[A-Za-z0-9][A-Za-z0-9_./-]*$',
        patternMeaning: 'letters, digits and _ . / -, starting with a letter or digit',
        maxLength: 100,
      }),
      'the key of the group',
      (scope) => scope.keys[0] as string,
    ),
    // 40: as many overrides as a mixed instances policy takes.
    instanceTypes: instanceTypes(40),
    ami: text({
      description:
        'Id of the image, one of the EKS images for Amazon Linux 2023 (nodeadm) in the Kubernetes version of the cluster. It is pinned on purpose: looked up as "the newest", the release calendar of AWS would replace the nodes.',
      example: 'ami-0123456789abcdef0',
      pattern: '^ami-[0-9a-f]{8,17}$',
      patternMeaning: 'the id of an image such as "ami-0123456789abcdef0"',
      maxLength: 32,
    }),
    size: nodeSize('autoScalingGroups'),
    capacity: nodeCapacity,
    mixedInstances,
    labels: nodeLabels,
    taints: nodeTaints,
    maxPods: optional(
      integer({
        description: 'Pods that the kubelet of each node accepts.',
        example: 58,
        minimum: 1,
        maximum: 737,
      }),
      'what the network interfaces of the instance type can address, as nodeadm computes it',
    ),
    volume: nodeVolume,
    metadataHopLimit,
    securityGroups: defaulted(
      list(
        reference(['foundation', 'securityGroups'], {
          description: 'A security group of the nodes, by its name in foundation.securityGroups.',
          example: 'nodes',
        }),
        {
          description: 'Security groups of the nodes.',
          example: ['nodes'],
          minItems: 1,
          // The quota of AWS for a network interface, unless it was raised.
          maxItems: 16,
        },
      ),
      ['nodes'],
      'the usual name of the group that lets nodes talk to each other and to the cluster',
    ),
    instanceRefresh,
    defaultInstanceWarmup: defaulted(
      quantity('duration', {
        description: 'How long a new node needs until it counts as ready for Auto Scaling.',
        example: '2m',
      }),
      '2m',
      'a node on EKS takes one to two minutes from launch to Ready; amazon-eks-best-practices counts with 120 s',
    ),
    capacityRebalance: defaulted(
      flag({
        description:
          'Whether AWS launches a replacement as soon as a spot instance is at risk, before it is taken back.',
        example: true,
      }),
      true,
      'the replacement has a head start; it does nothing for on-demand nodes',
    ),
    healthCheckGracePeriod: defaulted(
      quantity('duration', {
        description: 'How long after the launch the health of a node is not judged.',
        example: '5m',
      }),
      '5m',
      'the default of the AWS provider',
    ),
    maxInstanceLifetime: optional(
      quantity('duration', {
        description: 'Age at which AWS replaces a node, at least 1d.',
        example: '30d',
      }),
      'nodes may grow old',
    ),
    suspendedProcesses: derived(
      list(
        choice(PROCESSES, { description: 'A process of the Auto Scaling group.', example: 'AZRebalance' }),
        {
          description: 'What the Auto Scaling group shall not do by itself.',
          example: ['AZRebalance'],
        },
      ),
      'size.owner: AZRebalance when it is cluster-autoscaler, because AZRebalance ends nodes without draining them (kubernetes/autoscaler, AWS README, "Common Notes and Gotchas")',
      (scope) => (scope.get('size.owner') === 'cluster-autoscaler' ? (['AZRebalance'] as const) : []),
    ),
    autoscalingOptions,
    templateOwner: defaulted(
      choice(['terraform', 'elsewhere'], {
        description:
          'Who says how nodes are launched. elsewhere: an adopted group goes on as it does today. Its launch template, its mix of instances and its tags stay as somebody made them, and what the spec says of image, types, volume, labels and taints only describes the nodes.',
      }),
      'terraform',
      'a group that elastiform makes has nothing to keep',
    ),
    ...itemFields,
  },
  {
    description: 'One group of self-managed nodes.',
    example: {
      instanceTypes: ['m6i.large'],
      ami: 'ami-0123456789abcdef0',
      size: { min: 3, max: 10 },
    },
  },
);

export const autoScalingGroupsField = map(autoScalingGroup, {
  description:
    'Groups of self-managed worker nodes: an Auto Scaling group and its launch template, which join the EKS cluster of the foundation.',
  example: {
    'eks-worker-nodes': {
      instanceTypes: ['m6i.large'],
      ami: 'ami-0123456789abcdef0',
      size: { min: 3, max: 10, owner: 'cluster-autoscaler' },
    },
  },
});

export type AutoScalingGroup = ModelOf<typeof autoScalingGroup>;
export type AutoScalingGroups = ModelOf<typeof autoScalingGroupsField>;
