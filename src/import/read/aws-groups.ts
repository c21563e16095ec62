import type { Facts } from '../facts.ts';
import type { GroupFacts, MixedFacts } from '../facts-of-nodes.ts';
import type { View } from '../view.ts';
import { namesIn } from './aws-databases.ts';

/** `aws autoscaling describe-auto-scaling-groups`. @source botocore 1.43.11, API model of autoscaling */
export function readAutoScalingGroups(answer: View, facts: Facts): void {
  for (const view of answer.views('AutoScalingGroups')) {
    const group = groupOf(view);
    if (group) facts.groups.push(group);
    else facts.notes.push({ kind: 'not-imported', subject: 'an Auto Scaling group', text: 'it has no name' });
  }
}

function groupOf(view: View): GroupFacts | undefined {
  const id = view.text('AutoScalingGroupName');
  if (id === undefined) return undefined;
  const policy = view.view('MixedInstancesPolicy');
  const template = policy.isMap
    ? policy.view('LaunchTemplate').view('LaunchTemplateSpecification')
    : view.view('LaunchTemplate');
  const tags = view.views('Tags').map((tag) => [tag.text('Key') ?? '', tag.text('Value') ?? ''] as const);
  return {
    id,
    arn: view.text('AutoScalingGroupARN'),
    min: view.number('MinSize'),
    max: view.number('MaxSize'),
    desired: view.number('DesiredCapacity'),
    template: template.isMap
      ? {
          id: template.text('LaunchTemplateId'),
          name: template.text('LaunchTemplateName'),
          version: template.text('Version'),
        }
      : undefined,
    mixed: policy.isMap ? mixedOf(policy) : undefined,
    subnets: (view.text('VPCZoneIdentifier') ?? '').split(',').filter((subnet) => subnet !== ''),
    capacityRebalance: view.flag('CapacityRebalance') ?? false,
    healthCheckGraceSeconds: view.number('HealthCheckGracePeriod'),
    defaultWarmupSeconds: view.number('DefaultInstanceWarmup'),
    maxLifetimeSeconds: view.number('MaxInstanceLifetime'),
    suspended: namesIn(view, 'SuspendedProcesses', 'ProcessName'),
    tags: new Map(tags),
    metrics: namesIn(view, 'EnabledMetrics', 'Metric').sort(),
    unsayable: unsayable(view, policy),
  };
}

function mixedOf(policy: View): MixedFacts {
  const distribution = policy.view('InstancesDistribution');
  return {
    types: namesIn(policy.view('LaunchTemplate'), 'Overrides', 'InstanceType'),
    onDemandBase: distribution.number('OnDemandBaseCapacity'),
    onDemandPercent: distribution.number('OnDemandPercentageAboveBaseCapacity'),
    spotStrategy: distribution.text('SpotAllocationStrategy'),
  };
}

function unsayable(view: View, policy: View): string[] {
  const overrides = policy.view('LaunchTemplate').views('Overrides');
  const found: readonly (readonly [string, boolean])[] = [
    ['a launch configuration', view.has('LaunchConfigurationName')],
    ['load balancers', view.views('LoadBalancerNames').length + view.views('TargetGroupARNs').length > 0],
    ['a warm pool', view.view('WarmPoolConfiguration').isMap],
    ['weights of instance types', overrides.some((override) => override.has('WeightedCapacity'))],
    ['requirements instead of instance types', overrides.some((one) => one.has('InstanceRequirements'))],
  ];
  return found.filter(([, isThere]) => isThere).map(([what]) => what);
}

/** `aws ec2 describe-launch-template-versions`. User data is not looked at: it may hold secrets. */
export function readLaunchTemplateVersions(answer: View, facts: Facts): void {
  for (const view of answer.views('LaunchTemplateVersions')) {
    const data = view.view('LaunchTemplateData');
    const template = view.text('LaunchTemplateId') ?? view.text('LaunchTemplateName') ?? '?';
    const profile = data.view('IamInstanceProfile');
    const ebs = data.views('BlockDeviceMappings')[0]?.view('Ebs');
    facts.templates.push({
      id: `${template}/${view.number('VersionNumber') ?? 0}`,
      arn: undefined,
      name: view.text('LaunchTemplateName'),
      version: view.number('VersionNumber'),
      isDefault: view.flag('DefaultVersion') === true,
      ami: data.text('ImageId'),
      instanceType: data.text('InstanceType'),
      securityGroups: [
        ...data.texts('SecurityGroupIds'),
        ...data.views('NetworkInterfaces').flatMap((one) => one.texts('Groups')),
      ],
      instanceProfile: profile.text('Name') ?? profile.text('Arn')?.split('/').at(-1),
      hopLimit: data.view('MetadataOptions').number('HttpPutResponseHopLimit'),
      volume: {
        sizeGib: ebs?.number('VolumeSize'),
        type: ebs?.text('VolumeType'),
        iops: ebs?.number('Iops'),
        throughput: ebs?.number('Throughput'),
        kmsKeyId: ebs?.text('KmsKeyId'),
      },
      isSpot: data.view('InstanceMarketOptions').text('MarketType') === 'spot',
    });
  }
}
