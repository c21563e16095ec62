import { defaulted, derived, optional } from '../../../compiler/language/fallback.ts';
import { choice, flag, integer, map, quantity } from '../../../compiler/language/fields.ts';

const duration = (description: string, example: string) => quantity('duration', { description, example });

/**
 * When and where nodes are added and removed: the flags of Cluster Autoscaler in camelCase. What is written here
 * holds for all groups; `autoscalingOptions` of a group goes before it.
 *
 * @source kubernetes/autoscaler@01ea19e, cluster-autoscaler/config/flags/flags.go (read 2026-11-25)
 */
export const scalingFields = {
  expander: defaulted(
    choice(['least-waste', 'least-nodes', 'most-pods', 'priority', 'random'], {
      description:
        'Which group grows when several could: the one that wastes the least CPU and memory, that needs the fewest nodes, that takes the most pods, that has the highest priority in priorities, or any. Ties go to the group with the least waste. The expander price knows no prices on AWS, and grpc needs a server of yours.',
    }),
    'least-waste',
    'the default of Cluster Autoscaler since 1.33; before, a random group grew, however expensive',
  ),
  priorities: optional(
    map(
      integer({
        description:
          'Priority of the group; the highest of the groups that could take the pods grows. It goes to the next lower one when the group is at its max, or when its nodes do not come (maxNodeProvisionTime).',
        example: 20,
        minimum: 1,
        maximum: 1000,
      }),
      {
        description:
          'Priorities of groups of nodes, by their paths, for the expander priority. A group that is not named never grows.',
        example: { 'nodeGroups.spot-nodes': 20, 'autoScalingGroups.eks-worker-nodes': 10 },
        keyPattern: '^[A-Za-z]+\\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*$',
        keyMeaning: 'paths such as "nodeGroups.spot-nodes" or "autoScalingGroups.eks-worker-nodes"',
        maxKeyLength: 80,
        minItems: 1,
      },
    ),
    'all groups are alike to the expander',
  ),
  balanceSimilarNodeGroups: derived(
    flag({
      description:
        'Whether groups whose nodes are alike grow together, such as one group for each zone. The expander chooses one of them, and the others share what it gets.',
      example: true,
    }),
    'true, and false with the expander priority: a group that is alike would get its share, however low its priority',
    (scope) => scope.getRoot('clusterAutoscaler.expander') !== 'priority',
  ),
  scanInterval: defaulted(
    duration('How often Cluster Autoscaler looks for pods without a node and for nodes without use.', '10s'),
    '10s',
    'the default of Cluster Autoscaler; with 60s a new node comes 38 % later (EKS best practices)',
  ),
  newPodScaleUpDelay: defaulted(
    duration('Age of a pod before nodes are added for it, so that a burst of short jobs adds none.', '0s'),
    '0s',
    'the default of Cluster Autoscaler',
  ),
  maxNodeProvisionTime: defaulted(
    duration(
      'How long a new node may take until it is given up: the group is then left alone for five minutes and more, and another one grows.',
      '15m',
    ),
    '15m',
    'the default of Cluster Autoscaler',
  ),
  scaleDownUtilizationThreshold: defaulted(
    quantity('share', {
      description:
        'A node is a candidate for removal when the requests of its pods are at most this share of what it offers, of CPU and of memory.',
      example: '50%',
    }),
    '50%',
    'the default of Cluster Autoscaler',
  ),
  scaleDownUnneededTime: defaulted(
    duration('How long a node must be unneeded before it is removed.', '10m'),
    '10m',
    'the default of Cluster Autoscaler',
  ),
  scaleDownUnreadyTime: defaulted(
    duration('How long a node must be unready before it is removed.', '20m'),
    '20m',
    'the default of Cluster Autoscaler',
  ),
  scaleDownDelayAfterAdd: defaulted(
    duration('How long no node is removed after one was added, in all groups.', '10m'),
    '10m',
    'the default of Cluster Autoscaler',
  ),
  scaleDownDelayAfterDelete: defaulted(
    duration('How long no node is removed after another one was.', '0s'),
    '0s',
    'the default of Cluster Autoscaler: removals need not wait for each other',
  ),
  scaleDownDelayAfterFailure: defaulted(
    duration('How long no node is removed after a removal failed.', '3m'),
    '3m',
    'the default of Cluster Autoscaler',
  ),
  maxGracefulTermination: defaulted(
    duration(
      'How long the pods of a node that is removed may take to end (max-graceful-termination-sec); then the instance is terminated.',
      '10m',
    ),
    '10m',
    'the default of Cluster Autoscaler',
  ),
  skipNodesWithSystemPods: defaulted(
    flag({
      description:
        'Whether a node stays while it has pods of kube-system that are neither of a DaemonSet nor covered by a PodDisruptionBudget (newer versions wait an hour at most).',
      example: true,
    }),
    true,
    'the default of Cluster Autoscaler: metrics-server away means autoscalers without metrics',
  ),
  skipNodesWithLocalStorage: defaulted(
    flag({
      description:
        'Whether a node stays as long as it has pods with emptyDir or hostPath volumes, whose content would be lost.',
      example: true,
    }),
    true,
    'the default of Cluster Autoscaler; pods say otherwise with the annotation safe-to-evict',
  ),
  ignoreDaemonSetsUtilization: defaulted(
    flag({
      description: 'Whether pods of DaemonSets are left out when the use of a node is counted.',
      example: false,
    }),
    false,
    'the default of Cluster Autoscaler; on small nodes DaemonSets alone can keep a node above the threshold',
  ),
};
