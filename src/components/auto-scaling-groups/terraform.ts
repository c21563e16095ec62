import { AutoscalingGroup } from '@cdktf/provider-aws/lib/autoscaling-group/index.js';
import { DataAwsAutoscalingGroup } from '@cdktf/provider-aws/lib/data-aws-autoscaling-group/index.js';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template/index.js';
import type { Frame } from '../../compiler/frame/frame.ts';
import { addressName } from '../../terraform/engine/address.ts';
import { expression, numberExpression } from '../../terraform/engine/expression.ts';
import {
  encryptedVolume,
  metadataOptions,
  tagSpecifications,
} from '../../terraform/platform/node-launch-template.ts';
import type { Roots } from '../../terraform/platform/roots.ts';
import { nodeConfig } from './node-config.ts';
import type { AutoScalingGroup, AutoScalingGroups } from './schema.ts';
import { groupTags, instanceTags } from './tags.ts';

const FILE = 'eks-autoscaling';

/** A launch template and an Auto Scaling group for each item. */
export function lowerAutoScalingGroups(groups: AutoScalingGroups, roots: Roots, frame: Frame): void {
  for (const [key, group] of groups) {
    const template = keepsTemplate(group)
      ? existingTemplate(key, group, roots)
      : versioned(addLaunchTemplate(key, group, roots, frame));
    const scaling = addGroup(key, group, template, roots, frame);
    roots.aws.output(
      { file: 'outputs', at: ['autoScalingGroups', key], name: [key, 'auto-scaling-group'] },
      { value: scaling.name, description: `Name of the Auto Scaling group ${key}.` },
    );
  }
}

/** The template that a group launches from; all are references. */
interface LaunchedTemplate {
  readonly id: string;
  readonly version: string;
}

function versioned(template: LaunchTemplate): LaunchedTemplate {
  return { id: template.id, version: template.getStringAttribute('latest_version') };
}

function addLaunchTemplate(key: string, group: AutoScalingGroup, roots: Roots, frame: Frame): LaunchTemplate {
  const at = ['autoScalingGroups', key];
  const cluster = roots.lookups.cluster();
  roots.aws.local(
    { file: FILE, at, name: [key, 'user-data'] },
    nodeConfig(group, {
      name: cluster.name,
      endpoint: cluster.endpoint,
      certificateAuthority: cluster.certificateAuthority.get(0).data,
      cidr: cluster.kubernetesNetworkConfig.get(0).serviceIpv4Cidr,
    }),
  );
  const tags = roots.aws.local({ file: FILE, at, name: [key, 'tags'] }, instanceTags(group, frame));
  const existing = group.adopt && existingTemplate(key, group, roots);
  return roots.aws.resource(
    LaunchTemplate,
    {
      file: FILE,
      at,
      name: [key],
      previousName: previous(group),
      importId: existing?.id,
      ...(group.instanceRefresh
        ? { notes: ['A change replaces the nodes step by step: see instance_refresh below.'] }
        : {}),
    },
    {
      // The name of the cluster before it, so that it meets no template of the same name that somebody made.
      name: existing?.name ?? `${frame.foundation.cluster}-${group.name}`,
      imageId: group.ami,
      instanceType: group.instanceTypes[0],
      userData: expression(`base64encode(local.${addressName([key, 'user-data'])})`),
      updateDefaultVersion: true,
      iamInstanceProfile: { name: frame.foundation.nodeInstanceProfile },
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: 'false',
          securityGroups: group.securityGroups.map((name) => roots.lookups.securityGroupId(name)),
          deleteOnTermination: 'true',
        },
      ],
      metadataOptions: metadataOptions(group.metadataHopLimit),
      blockDeviceMappings: encryptedVolume('/dev/xvda', group.volume),
      tagSpecifications: tagSpecifications(tags),
    },
  );
}

/**
 * What the group launches from today: Terraform looks it up, so that nobody has to. A group of several types
 * names its template inside of its policy.
 */
function existingTemplate(
  key: string,
  group: AutoScalingGroup,
  roots: Roots,
): LaunchedTemplate & { readonly name: string } {
  const place = { file: FILE, at: ['autoScalingGroups', key, 'adopt'], name: [key, 'adopted'] };
  roots.aws.data(DataAwsAutoscalingGroup, place, { name: group.name });
  const found = `data.aws_autoscaling_group.${addressName(place.name)}`;
  const inPolicy = `${found}.mixed_instances_policy[0].launch_template[0].launch_template_specification[0]`;
  return {
    id: expression(`try(${found}.launch_template[0].id, ${inPolicy}.launch_template_id)`),
    name: expression(`try(${found}.launch_template[0].name, ${inPolicy}.launch_template_name)`),
    version: expression(`try(${found}.launch_template[0].version, ${inPolicy}.version)`),
  };
}

function addGroup(
  key: string,
  group: AutoScalingGroup,
  { id, version }: LaunchedTemplate,
  roots: Roots,
  frame: Frame,
): AutoscalingGroup {
  const launchTemplate = { id, version };
  const { size, adopt } = group;
  const isTerraforms = size.owner === 'terraform';
  const isScheduled = size.minOwner === 'schedule';
  const ignored = [
    ...(isTerraforms ? [] : ['desired_capacity']),
    ...(isScheduled ? ['min_size'] : []),
    ...(keepsTemplate(group) ? KEPT : []),
  ];
  return roots.aws.resource(
    AutoscalingGroup,
    {
      file: FILE,
      at: ['autoScalingGroups', key],
      name: [key],
      previousName: previous(group),
      importId: adopt && (adopt.id ?? group.name),
      notes: [
        isTerraforms
          ? 'desired_capacity: every apply resets it, for Terraform is its owner.'
          : 'desired_capacity: initial value only; Cluster Autoscaler owns it afterwards.',
        ...(isScheduled ? ['min_size: initial value only; a schedule owns it afterwards.'] : []),
        ...(keepsTemplate(group)
          ? ['Template, mix of instances and tags are what somebody made them: templateOwner is elsewhere.']
          : []),
      ],
    },
    {
      name: group.name,
      minSize: isScheduled ? sharedMinSize(key, group, roots) : size.min,
      maxSize: size.max,
      desiredCapacity: size.initial,
      vpcZoneIdentifier: roots.lookups.subnetIds(),
      capacityRebalance: group.capacityRebalance,
      healthCheckType: 'EC2',
      healthCheckGracePeriod: group.healthCheckGracePeriod,
      defaultInstanceWarmup: group.defaultInstanceWarmup,
      maxInstanceLifetime: group.maxInstanceLifetime,
      suspendedProcesses: group.suspendedProcesses.length === 0 ? undefined : [...group.suspendedProcesses],
      // Free of charge, and the only way to see that the group is at its maximum.
      metricsGranularity: '1Minute',
      enabledMetrics: [...GROUP_METRICS],
      // An apply waits for no node: whether nodes join is for alarms to say.
      waitForCapacityTimeout: '0',
      ...(isMixed(group)
        ? { mixedInstancesPolicy: mixedInstancesPolicy(group, launchTemplate) }
        : { launchTemplate }),
      instanceRefresh: group.instanceRefresh && {
        strategy: 'Rolling',
        preferences: {
          minHealthyPercentage: group.instanceRefresh.minHealthyPercentage,
          instanceWarmup: String(group.instanceRefresh.instanceWarmup),
          // Nodes that are already as they should be stay: another type in the list replaces none of them.
          skipMatching: true,
        },
      },
      tag: keepsTemplate(group)
        ? undefined
        : groupTags(group, frame).map(([tagKey, value]) => ({
            key: tagKey,
            // The same text as on the instances, said once.
            value: tagKey === 'Name' ? expression(`local.${addressName([key, 'tags'])}.Name`) : value,
            propagateAtLaunch: true,
          })),
      lifecycle: {
        ignoreChanges: ignored.length === 0 ? undefined : ignored,
        precondition: frame.tier === 'dev' ? undefined : [SEVERAL_SUBNETS],
      },
    },
  );
}

/** Said once, for the schedule goes back to it when its windows are over. */
function sharedMinSize(key: string, { size }: AutoScalingGroup, roots: Roots): number {
  const at = ['autoScalingGroups', key, 'size', 'min'];
  const name = [key, 'min-size'];
  roots.aws.local({ file: FILE, at, name }, size.min);
  return numberExpression(`local.${addressName(name)}`);
}

/** @source EC2 Auto Scaling user guide, "Amazon CloudWatch metrics for Amazon EC2 Auto Scaling" */
const GROUP_METRICS = [
  'GroupDesiredCapacity',
  'GroupInServiceInstances',
  'GroupMaxSize',
  'GroupMinSize',
] as const;

const SEVERAL_SUBNETS = {
  condition: expression('length(distinct(local.private_subnet_ids)) >= 2'),
  errorMessage: 'worker nodes need private subnets in at least two zones',
};

/** One type and no spot instances need no policy; the group then names its template directly. */
function isMixed({ instanceTypes, capacity, mixedInstances }: AutoScalingGroup): boolean {
  const hasSpot = capacity === 'spot' || mixedInstances.onDemandPercentageAboveBaseCapacity < 100;
  return hasSpot || instanceTypes.length > 1;
}

function mixedInstancesPolicy(
  { instanceTypes, mixedInstances }: AutoScalingGroup,
  template: LaunchedTemplate,
) {
  return {
    instancesDistribution: {
      onDemandBaseCapacity: mixedInstances.onDemandBaseCapacity,
      onDemandPercentageAboveBaseCapacity: mixedInstances.onDemandPercentageAboveBaseCapacity,
      // The default, "prioritized", would read the order of the list as a ranking, and it is sorted.
      onDemandAllocationStrategy: 'lowest-price',
      spotAllocationStrategy: mixedInstances.spotAllocationStrategy,
    },
    launchTemplate: {
      launchTemplateSpecification: {
        launchTemplateId: template.id,
        version: template.version,
      },
      override: instanceTypes.map((instanceType) => ({ instanceType })),
    },
  };
}

/** How nodes come and go, where it is left to whoever made the group. */
const KEPT = [
  'launch_template',
  'mixed_instances_policy',
  'tag',
  'health_check_type',
  'termination_policies',
  'protect_from_scale_in',
];

/** A rule refuses it for a group that is not adopted. */
function keepsTemplate({ templateOwner }: AutoScalingGroup): boolean {
  return templateOwner === 'elsewhere';
}

function previous({ previousName }: AutoScalingGroup): readonly string[] | undefined {
  return previousName === undefined ? undefined : [previousName];
}
