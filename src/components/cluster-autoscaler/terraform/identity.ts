import { DataAwsIamOpenidConnectProvider } from '@cdktf/provider-aws/lib/data-aws-iam-openid-connect-provider/index.js';
import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon/index.js';
import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import type { Frame } from '../../../compiler/frame/frame.ts';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import { addressOf } from '../../../terraform/engine/reference.ts';
import { discoveryTags } from '../../../terraform/platform/cluster-autoscaler-tags.ts';
import { podIdentityTrust } from '../../../terraform/platform/pod-identity.ts';
import type { Roots } from '../../../terraform/platform/roots.ts';
import type { ClusterAutoscaler } from '../schema.ts';
import { placeOf } from './place.ts';

/** In the AWS root: a role that the pods have and nobody else, for the groups of this cluster and no others. */
export function addIdentity(autoscaler: ClusterAutoscaler, roots: Roots, frame: Frame): void {
  const { namespace, name, identity, podIdentityAgent, roleName } = autoscaler;
  const { aws, lookups } = roots;
  const cluster = lookups.cluster();
  const trust =
    identity === 'irsa'
      ? trustOfProvider(autoscaler, roots)
      : podIdentityTrust(roots, TRUST, { namespace, serviceAccount: name });
  const permissions = aws.data(
    DataAwsIamPolicyDocument,
    {
      ...placeOf('permissions'),
      notes: ['Reads what it must; changes groups of nodes of this cluster only.'],
    },
    { statement: statements(roots, frame) },
  );
  const role = aws.resource(
    IamRole,
    { ...placeOf(), at: ['clusterAutoscaler', 'roleName'] },
    {
      name: roleName,
      description: `Lets Cluster Autoscaler move the groups of nodes of ${frame.foundation.cluster}`,
      assumeRolePolicy: trust,
    },
  );
  aws.resource(IamRolePolicy, placeOf(), {
    name: 'move-groups-of-nodes',
    role: role.name,
    policy: permissions.json,
  });
  if (identity === 'pod-identity') {
    if (podIdentityAgent === 'managed') addAgent(roots);
    aws.resource(
      EksPodIdentityAssociation,
      {
        ...placeOf(),
        at: ['clusterAutoscaler', 'identity'],
        notes: ['Works with the add-on eks-pod-identity-agent in the cluster.'],
      },
      { clusterName: cluster.name, namespace, serviceAccount: name, roleArn: role.arn },
    );
  }
  aws.output(
    { ...placeOf('role-arn'), file: 'outputs' },
    { value: role.arn, description: 'ARN of the IAM role of Cluster Autoscaler.' },
  );
}

/** @source EKS user guide, associate-service-account-role: the conditions on aud and sub (read 2026-11-25) */
function trustOfProvider({ namespace, name }: ClusterAutoscaler, { aws, lookups }: Roots): string {
  const { issuer } = lookups.cluster().identity.get(0).oidc.get(0);
  const provider = aws.data(
    DataAwsIamOpenidConnectProvider,
    { ...placeOf('oidc'), file: 'lookups', at: ['clusterAutoscaler', 'identity'] },
    { url: issuer },
  );
  const host = expression('trimprefix(data.aws_eks_cluster.main.identity[0].oidc[0].issuer, "https://")');
  return aws.data(DataAwsIamPolicyDocument, TRUST, {
    statement: [
      {
        actions: ['sts:AssumeRoleWithWebIdentity'],
        principals: [{ type: 'Federated', identifiers: [provider.arn] }],
        condition: [
          equals(`${host}:aud`, 'sts.amazonaws.com'),
          equals(`${host}:sub`, `system:serviceaccount:${namespace}:${name}`),
        ],
      },
    ],
  }).json;
}

/**
 * Upstream's list for auto-discovery, action by action. `UpdateAutoScalingGroup` is not in it: Cluster Autoscaler
 * never changes the bounds of a group. AWS cannot restrict the Describe actions of ec2 and autoscaling.
 *
 * @source kubernetes/autoscaler 1.36.1, cloudprovider/aws/README.md (2026-07-22); both tags as
 *   conditions: aws/aws-eks-best-practices@1712ffc, "Employ least privileged access" (read 2026-11-25)
 */
function statements({ aws, lookups }: Roots, { foundation }: Frame) {
  const parts = placeOf('arn');
  aws.local(parts, expression(`split(":", ${addressOf(lookups.cluster())}.arn)`));
  const [partition, region, account] = [1, 3, 4].map((index) =>
    expression(`local.${addressName(parts.name)}[${index}]`),
  );
  const nodeGroups = expression('replace(data.aws_eks_cluster.main.arn, ":cluster/", ":nodegroup/")');
  return [
    {
      sid: 'ReadGroupsAndTypes',
      actions: [
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeAutoScalingInstances',
        'autoscaling:DescribeLaunchConfigurations',
        'autoscaling:DescribeScalingActivities',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplateVersions',
        'ec2:GetInstanceTypesFromInstanceRequirements',
      ],
      resources: ['*'],
    },
    { sid: 'ReadNodeGroups', actions: ['eks:DescribeNodegroup'], resources: [`${nodeGroups}/*`] },
    {
      sid: 'MoveOwnGroups',
      actions: ['autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup'],
      resources: [
        `arn:${partition}:autoscaling:${region}:${account}:autoScalingGroup:*:autoScalingGroupName/*`,
      ],
      condition: discoveryTags(foundation.cluster).map(([key, value]) =>
        equals(`aws:ResourceTag/${key}`, value),
      ),
    },
  ];
}

const TRUST = { ...placeOf('trust'), at: ['clusterAutoscaler', 'identity'] };

function equals(variable: string, value: string) {
  return { test: 'StringEquals', variable, values: [value] };
}

/**
 * Stays when it leaves the spec: other pods may have come to need it. The nodes need the permission
 * eks-auth:AssumeRoleForPodIdentity, which AmazonEKSWorkerNodePolicy has.
 *
 * @source EKS user guide, pod-id-agent-setup; there also: built into EKS Auto Mode (read 2026-11-25)
 */
function addAgent({ aws, lookups }: Roots): void {
  aws.resource(
    EksAddon,
    { ...placeOf(), at: ['clusterAutoscaler', 'podIdentityAgent'] },
    {
      clusterName: lookups.cluster().name,
      addonName: 'eks-pod-identity-agent',
      resolveConflictsOnCreate: 'OVERWRITE',
      resolveConflictsOnUpdate: 'PRESERVE',
      preserve: true,
    },
  );
}
