import { always, defaulted, derived, optional } from './fallback.ts';
import type { ModelOf } from './field.ts';
import { choice, integer, list, quantity, section, text } from './fields.ts';
import type { nodeTaints } from './kubernetes-fields.ts';
import type { Scope } from './scope.ts';

/** Fields that both kinds of groups of nodes have. */

const nodes = (description: string, example: number, minimum: number) =>
  integer({ description, example, minimum, maximum: 5000 });

/**
 * How many nodes there are, and who says so.
 *
 * @param kind under which schedules name the group
 */
export const nodeSize = (kind: 'autoScalingGroups' | 'nodeGroups') =>
  section(
    {
      min: nodes(
        'Least number of nodes. Cluster Autoscaler removes no node below it. It is also what a schedule raises and lowers.',
        3,
        0,
      ),
      max: nodes('Greatest number of nodes. It is also the limit of what the group can cost.', 10, 1),
      initial: derived(
        nodes(
          'Number of nodes that the first apply asks for. Afterwards it only counts when Terraform is the owner.',
          3,
          0,
        ),
        'size.min',
        (scope) => scope.get('size.min') as number,
      ),
      owner: defaulted(
        choice(['cluster-autoscaler', 'terraform'], {
          description:
            'Who moves the number of nodes after the first apply. Terraform ignores the number when it is Cluster Autoscaler, and resets it at every apply when it is Terraform.',
        }),
        'cluster-autoscaler',
        'an apply that reset the number to its first value has drained live nodes, n8n-io/terraform-aws-n8n #50',
      ),
      minOwner: derived(
        choice(['terraform', 'schedule'], {
          description:
            'Who may change min after the first apply. With schedule, the value here is the initial one and what holds outside of all windows and events, and later plans leave it alone.',
        }),
        'schedule if a schedule has a floor for the group, or if traffic has events and Cluster Autoscaler owns the number; else terraform',
        (scope) =>
          hasFloor(scope, `${kind}.${scope.keys[0]}`) || hasEvent(scope) ? 'schedule' : 'terraform',
      ),
    },
    { description: 'Number of nodes and its owners.', example: { min: 3, max: 10 } },
  );

function hasFloor(scope: Scope, target: string): boolean {
  return scope
    .rootKeys('schedules')
    .some((name) => scope.rootKeys('schedules', name, 'floors').includes(target));
}

/** Events raise groups whose number is moved anyway; which of them, and how far, is counted later. */
function hasEvent(scope: Scope): boolean {
  return scope.rootKeys('traffic', 'events').length > 0 && scope.get('size.owner') === 'cluster-autoscaler';
}

export const nodeCapacity = defaulted(
  choice(['on-demand', 'spot'], {
    description:
      'How the instances are bought. Spot instances are cheaper, and AWS may take them back with a notice of two minutes.',
  }),
  'on-demand',
  'nodes that AWS does not take back',
);

/** @param maxItems what AWS takes for this kind of group */
export const instanceTypes = (maxItems: number, order: { readonly ordered: true } | undefined = undefined) =>
  list(
    text({
      description: 'An EC2 instance type.',
      example: 'm6i.large',
      pattern: '^[a-z][a-z0-9-]{0,24}\\.[a-z0-9-]{1,20}$',
      patternMeaning: 'an EC2 instance type such as "m6i.large"',
      maxLength: 48,
    }),
    {
      description: `EC2 instance types that AWS may choose from. All must have the same number of vCPUs and the same memory, because Cluster Autoscaler counts with one of them. The order means nothing${order ? ', but an adopted group keeps the one it was made with' : ''}.`,
      example: ['m6i.large'],
      examples: [['m5.large', 'm5a.large', 'm6a.large', 'm6i.large']],
      minItems: 1,
      maxItems,
      ...order,
    },
  );

/**
 * @source botocore 1.43.11, API model of ec2, LaunchTemplateEbsBlockDeviceRequest: 3,000 to 80,000 IOPS (read
 *   2026-11-25); AWS provider 5.100 takes 125 to 1,000 MiB a second and refuses the 2,000 of the API
 */
const GP3 = {
  iops: { minimum: 3000, maximum: 80_000 },
  throughput: { minimum: 125, maximum: 1000 },
} as const;

/** The root volume of a node, or the data volume where the operating system has one of its own. Always encrypted. */
export const nodeVolume = always(
  section(
    {
      size: defaulted(
        quantity('storage', {
          description: 'Size of the volume: container images, logs and emptyDir volumes are on it.',
          example: '50GiB',
        }),
        '50GiB',
        'the 20 GiB of the EKS images fill up with container images, and a full disk evicts pods',
      ),
      type: defaulted(
        choice(['gp3', 'gp2'], { description: 'EBS volume type.' }),
        'gp3',
        'costs less than gp2, and its performance does not depend on its size',
      ),
      iops: optional(
        integer({
          description: 'Provisioned input and output operations per second of a gp3 volume.',
          example: 3000,
          ...GP3.iops,
        }),
        'the 3000 operations per second that every gp3 volume has',
      ),
      throughput: optional(
        integer({
          description: 'Provisioned throughput of a gp3 volume in MiB per second.',
          example: 125,
          ...GP3.throughput,
        }),
        'the 125 MiB per second that every gp3 volume has',
      ),
      kmsKeyId: optional(
        text({
          description:
            'ARN of the KMS key that encrypts the volume. Auto Scaling must be allowed to use it (service-linked role AWSServiceRoleForAutoScaling in the key policy).',
          example: 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
          pattern: '^arn:aws[a-z-]{0,10}:kms:[a-z0-9-]{1,30}:[0-9]{12}:(?:key|alias)/[A-Za-z0-9/_-]{1,256}$',
          patternMeaning: 'the ARN of a KMS key',
          maxLength: 400,
        }),
        'the key of AWS for EBS (alias aws/ebs), or the default key of the account',
      ),
    },
    { description: 'The encrypted EBS volume of each node.', example: { size: '50GiB', type: 'gp3' } },
  ),
);

export const metadataHopLimit = defaulted(
  integer({
    description:
      'How many network hops an answer of the instance metadata service survives. With 1, pods that are not on the host network cannot reach it and so cannot borrow the role of the node.',
    example: 1,
    minimum: 1,
    maximum: 64,
  }),
  1,
  'pods get their AWS permissions from IRSA or pod identity; hardening: CKV_AWS_341, AutoScaling.3',
);

/** What Cluster Autoscaler shall do differently for one group. */
export const autoscalingOptions = always(
  section(
    {
      scaleDownUtilizationThreshold: optional(
        quantity('share', {
          description:
            'A node is a candidate for removal when the requests of its pods are at most this share of what it offers.',
          example: '50%',
        }),
        'the setting of Cluster Autoscaler for all groups',
      ),
      scaleDownUnneededTime: optional(
        quantity('duration', {
          description: 'How long a node must be unneeded before it is removed.',
          example: '10m',
        }),
        'the setting of Cluster Autoscaler for all groups',
      ),
      scaleDownUnreadyTime: optional(
        quantity('duration', {
          description: 'How long a node must be unready before it is removed.',
          example: '20m',
        }),
        'the setting of Cluster Autoscaler for all groups',
      ),
    },
    {
      description:
        'Settings of Cluster Autoscaler for this group alone, as tags under node-template/autoscaling-options.',
      example: { scaleDownUnneededTime: '20m' },
    },
  ),
);

export type NodeSize = ModelOf<ReturnType<typeof nodeSize>>;
export type NodeVolume = ModelOf<typeof nodeVolume>;
export type NodeTaints = ModelOf<typeof nodeTaints>;
export type AutoscalingOptions = ModelOf<typeof autoscalingOptions>;
