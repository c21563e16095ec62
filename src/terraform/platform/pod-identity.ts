import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import type { Place } from '../engine/root.ts';
import type { Roots } from './roots.ts';

/** The pods that may have a role: those of one service account in the cluster of the environment. */
export interface PodIdentity {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * Adds the trust policy of a role that EKS Pod Identity gives to these pods and to no others.
 *
 * The conditions are on the tags that EKS puts on its request. The ARN of the cluster and not its name: another
 * region may have a cluster of the same name.
 *
 * @returns a reference to the policy as JSON
 * @source EKS user guide, pod-id-role: request tags as conditions, and pod-id-abac: the list of them (read 2026-11-25)
 */
export function podIdentityTrust(
  { aws, lookups }: Roots,
  place: Place,
  { namespace, serviceAccount }: PodIdentity,
): string {
  const tags: Readonly<Record<string, string>> = {
    'eks-cluster-arn': lookups.cluster().arn,
    'kubernetes-namespace': namespace,
    'kubernetes-service-account': serviceAccount,
  };
  return aws.data(DataAwsIamPolicyDocument, place, {
    statement: [
      {
        actions: ['sts:AssumeRole', 'sts:TagSession'],
        principals: [{ type: 'Service', identifiers: ['pods.eks.amazonaws.com'] }],
        condition: Object.entries(tags).map(([tag, value]) => ({
          test: 'StringEquals',
          variable: `aws:RequestTag/${tag}`,
          values: [value],
        })),
      },
    ],
  }).json;
}
