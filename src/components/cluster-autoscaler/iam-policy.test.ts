import { describe, expect, it } from 'vitest';
import { compileExample } from '../testing/compile-example.ts';
import { clusterAutoscaler } from './index.ts';
import { type ApiCall, type Block, isAllowed, type Statement, statementsOfBlocks } from './testing/policy.ts';

const CLUSTER = 'arn:aws:eks:us-east-1:123456789012:cluster/dapp-prod';
const LOCAL = 'local.eks__cluster_autoscaler__arn';

/** What Terraform makes of the references in the policy. */
const REFERENCES = {
  'replace(data.aws_eks_cluster.main.arn, ":cluster/", ":nodegroup/")': CLUSTER.replace(
    ':cluster/',
    ':nodegroup/',
  ),
  [`${LOCAL}[1]`]: 'aws',
  [`${LOCAL}[3]`]: 'us-east-1',
  [`${LOCAL}[4]`]: '123456789012',
  'data.aws_eks_cluster.main.arn': CLUSTER,
};

const { files } = await compileExample(
  [clusterAutoscaler],
  'clusterAutoscaler: {managedBy: elastiform}',
  'json',
);
const documents = JSON.parse(files.get('cluster-autoscaler.tf.json') ?? '').data.aws_iam_policy_document;

function policyOf(document: string): readonly Statement[] {
  return statementsOfBlocks(documents[document].statement as Block | Block[], REFERENCES);
}

const policy = policyOf('eks__cluster_autoscaler__permissions');

const group = (name: string, region = 'us-east-1', account = '123456789012') =>
  `arn:aws:autoscaling:${region}:${account}:autoScalingGroup:6f3a-1:autoScalingGroupName/${name}`;

const tags = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`aws:ResourceTag/k8s.io/cluster-autoscaler/${key}`, value]),
  );

const OWN = tags({ enabled: 'true', 'dapp-prod': 'owned' });
const MUTATIONS = ['autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup'];

describe.each(MUTATIONS)('%s', (action) => {
  it.each<[string, Omit<ApiCall, 'action'>]>([
    [
      'a group of another cluster',
      { resource: group('a'), context: tags({ enabled: 'true', 'dapp-dev': 'owned' }) },
    ],
    [
      'a group that only has the tag of all clusters',
      { resource: group('a'), context: tags({ enabled: 'true' }) },
    ],
    [
      'a group that is shared',
      { resource: group('a'), context: tags({ enabled: 'true', 'dapp-prod': 'shared' }) },
    ],
    [
      'a group that was switched off',
      { resource: group('a'), context: tags({ enabled: 'false', 'dapp-prod': 'owned' }) },
    ],
    ['a group without tags', { resource: group('a') }],
    [
      'a group of a cluster of the same name in another region',
      { resource: group('a', 'eu-west-1'), context: OWN },
    ],
    ['a group of another account', { resource: group('a', 'us-east-1', '210987654321'), context: OWN }],
    [
      'something else with the tags',
      { resource: 'arn:aws:ec2:us-east-1:123456789012:instance/i-1', context: OWN },
    ],
  ])('is refused for %s', (_what, call) => {
    expect(isAllowed(policy, { ...call, action })).toBe(false);
  });

  it('is allowed for every group of the cluster', () => {
    expect(isAllowed(policy, { action, resource: group('eks-spot-nodes-3f9a2c-1234'), context: OWN })).toBe(
      true,
    );
  });
});

describe('the policy', () => {
  it.each([
    'autoscaling:DescribeAutoScalingGroups',
    'autoscaling:DescribeAutoScalingInstances',
    'autoscaling:DescribeLaunchConfigurations',
    'autoscaling:DescribeScalingActivities',
    'ec2:DescribeImages',
    'ec2:DescribeInstanceTypes',
    'ec2:DescribeLaunchTemplateVersions',
    'ec2:GetInstanceTypesFromInstanceRequirements',
  ])('lets it call %s, which AWS restricts to no resource', (action) => {
    expect(isAllowed(policy, { action, resource: '*' })).toBe(true);
  });

  it('lets it read the node groups of its cluster only', () => {
    const read = (cluster: string) =>
      isAllowed(policy, {
        action: 'eks:DescribeNodegroup',
        resource: `arn:aws:eks:us-east-1:123456789012:nodegroup/${cluster}/spot/1-2`,
      });
    expect([read('dapp-prod'), read('dapp-dev'), read('dapp-prod-2')]).toEqual([true, false, false]);
  });

  // Among them what Cluster Autoscaler never calls, and what would let it reach beyond its groups.
  it.each([
    'autoscaling:UpdateAutoScalingGroup',
    'autoscaling:CreateOrUpdateTags',
    'autoscaling:DeleteAutoScalingGroup',
    'autoscaling:CreateLaunchConfiguration',
    'ec2:RunInstances',
    'ec2:TerminateInstances',
    'ec2:CreateTags',
    'eks:UpdateNodegroupConfig',
    'iam:PassRole',
    'sts:AssumeRole',
  ])('never lets it call %s', (action) => {
    for (const resource of ['*', group('a'), CLUSTER]) {
      expect(isAllowed(policy, { action, resource, context: OWN })).toBe(false);
    }
  });

  it('names every action, and changes nothing without a condition on both tags', () => {
    for (const { effect, actions, resources, conditions } of policy) {
      expect(effect).toBe('Allow');
      expect(actions.filter((action) => /[*?]/.test(action))).toEqual([]);
      const reads = actions.every((action) => /:(?:Describe|Get)/.test(action));
      if (reads) continue;
      expect([...actions].sort()).toEqual(MUTATIONS);
      expect(resources).not.toContain('*');
      expect(conditions).toEqual([
        {
          test: 'StringEquals',
          variable: 'aws:ResourceTag/k8s.io/cluster-autoscaler/dapp-prod',
          values: ['owned'],
        },
        {
          test: 'StringEquals',
          variable: 'aws:ResourceTag/k8s.io/cluster-autoscaler/enabled',
          values: ['true'],
        },
      ]);
    }
  });
});

describe('the trust', () => {
  // A trust policy names no resource: the role itself is the resource.
  const trust = policyOf('eks__cluster_autoscaler__trust').map((statement) => ({
    ...statement,
    resources: ['*'],
  }));
  const assume = (requestTags: Readonly<Record<string, string>>, action = 'sts:AssumeRole') =>
    isAllowed(trust, {
      action,
      resource: 'the role',
      context: Object.fromEntries(
        Object.entries(requestTags).map(([key, value]) => [`aws:RequestTag/${key}`, value]),
      ),
    });
  const pod = {
    'eks-cluster-arn': CLUSTER,
    'kubernetes-namespace': 'kube-system',
    'kubernetes-service-account': 'cluster-autoscaler',
  };

  it('is in the pods of Cluster Autoscaler', () => {
    expect([assume(pod), assume(pod, 'sts:TagSession')]).toEqual([true, true]);
  });

  it.each([
    ['another cluster', { 'eks-cluster-arn': CLUSTER.replace('us-east-1', 'eu-west-1') }],
    ['another namespace', { 'kubernetes-namespace': 'default' }],
    ['another account of the namespace', { 'kubernetes-service-account': 'default' }],
  ])('is not in the pods of %s', (_what, difference) => {
    expect(assume({ ...pod, ...difference })).toBe(false);
  });

  it('is not in requests without tags', () => {
    expect(assume({})).toBe(false);
  });
});
