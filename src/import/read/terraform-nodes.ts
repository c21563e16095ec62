import type { GroupFacts, NodeGroupFacts, TemplateFacts } from '../facts-of-nodes.ts';
import { View } from '../view.ts';
import { textMap } from './aws-eks.ts';

/** Attributes of `aws_autoscaling_group`. @source terraform-provider-aws 5.100, schemas of the resources */
export function groupFrom(view: View): GroupFacts | undefined {
  const id = view.text('name');
  if (id === undefined) return undefined;
  const policy = first(view, 'mixed_instances_policy');
  const inPolicy = first(policy, 'launch_template');
  const template = policy.isMap
    ? first(inPolicy, 'launch_template_specification')
    : first(view, 'launch_template');
  const distribution = first(policy, 'instances_distribution');
  const overrides = inPolicy.views('override');
  const unsayable: readonly (readonly [string, boolean])[] = [
    ['a launch configuration', view.text('launch_configuration') !== undefined],
    ['load balancers', view.texts('load_balancers').length + view.texts('target_group_arns').length > 0],
    ['a warm pool', view.views('warm_pool').length > 0],
    ['weights of instance types', overrides.some((one) => one.text('weighted_capacity') !== undefined)],
    [
      'requirements instead of instance types',
      overrides.some((one) => one.views('instance_requirements').length > 0),
    ],
  ];
  return {
    id,
    arn: view.text('arn'),
    min: view.number('min_size'),
    max: view.number('max_size'),
    desired: view.number('desired_capacity'),
    template: template.isMap
      ? {
          id: template.text('id') ?? template.text('launch_template_id'),
          name: template.text('name') ?? template.text('launch_template_name'),
          version: template.text('version'),
        }
      : undefined,
    mixed: policy.isMap
      ? {
          types: overrides.flatMap((override) => override.text('instance_type') ?? []),
          onDemandBase: distribution.number('on_demand_base_capacity'),
          onDemandPercent: distribution.number('on_demand_percentage_above_base_capacity'),
          spotStrategy: distribution.text('spot_allocation_strategy'),
        }
      : undefined,
    subnets: view.texts('vpc_zone_identifier'),
    capacityRebalance: view.flag('capacity_rebalance') ?? false,
    healthCheckGraceSeconds: view.number('health_check_grace_period'),
    defaultWarmupSeconds: view.number('default_instance_warmup'),
    maxLifetimeSeconds: view.number('max_instance_lifetime'),
    suspended: view.texts('suspended_processes'),
    tags: new Map(view.views('tag').map((tag) => [tag.text('key') ?? '', tag.text('value') ?? ''])),
    metrics: view.texts('enabled_metrics').sort(),
    unsayable: unsayable.filter(([, isThere]) => isThere).map(([what]) => what),
  };
}

/** Attributes of `aws_launch_template`. User data is not looked at. */
export function templateFrom(view: View): TemplateFacts | undefined {
  const id = view.text('id');
  if (id === undefined) return undefined;
  const version = view.number('latest_version');
  const ebs = first(first(view, 'block_device_mappings'), 'ebs');
  const profile = first(view, 'iam_instance_profile');
  return {
    id: `${id}/${version ?? 0}`,
    arn: view.text('arn'),
    name: view.text('name'),
    version,
    isDefault: view.number('default_version') === version,
    ami: view.text('image_id'),
    instanceType: view.text('instance_type'),
    securityGroups: [
      ...view.texts('vpc_security_group_ids'),
      ...view.views('network_interfaces').flatMap((one) => one.texts('security_groups')),
    ],
    instanceProfile: profile.text('name') ?? profile.text('arn')?.split('/').at(-1),
    hopLimit: first(view, 'metadata_options').number('http_put_response_hop_limit'),
    volume: {
      sizeGib: ebs.number('volume_size'),
      type: ebs.text('volume_type'),
      iops: ebs.number('iops'),
      throughput: ebs.number('throughput'),
      kmsKeyId: ebs.text('kms_key_id'),
    },
    isSpot: first(view, 'instance_market_options').text('market_type') === 'spot',
  };
}

/** Attributes of `aws_eks_node_group`. */
export function nodeGroupFrom(view: View): NodeGroupFacts | undefined {
  const name = view.text('node_group_name');
  const cluster = view.text('cluster_name');
  if (name === undefined || cluster === undefined) return undefined;
  const scaling = first(view, 'scaling_config');
  const update = first(view, 'update_config');
  return {
    id: `${cluster}:${name}`,
    arn: view.text('arn'),
    name,
    cluster,
    version: view.text('version'),
    min: scaling.number('min_size'),
    max: scaling.number('max_size'),
    desired: scaling.number('desired_size'),
    capacityType: view.text('capacity_type'),
    types: view.texts('instance_types'),
    subnets: view.texts('subnet_ids'),
    amiType: view.text('ami_type'),
    role: view.text('node_role_arn'),
    labels: textMap(view.view('labels')),
    taints: view.views('taint').map((taint) => ({
      key: taint.text('key'),
      value: taint.text('value'),
      effect: taint.text('effect'),
    })),
    diskGib: view.number('disk_size'),
    // The provider keeps 0 for the one of the two that is not set.
    maxUnavailable: update.number('max_unavailable') || undefined,
    maxUnavailablePercent: update.number('max_unavailable_percentage') || undefined,
    hasTemplate: view.views('launch_template').length > 0,
  };
}

/** A block is a list of one. */
function first(view: View, key: string): View {
  return view.views(key)[0] ?? new View(undefined);
}
