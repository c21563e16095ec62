import { DataAwsEksCluster } from '@cdktf/provider-aws/lib/data-aws-eks-cluster/index.js';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { KubernetesProvider } from '@cdktf/provider-kubernetes/lib/provider/index.js';
import type { Construct } from 'constructs';
import type { Frame } from '../../compiler/frame/frame.ts';
import { expression } from '../engine/expression.ts';
import { Root } from '../engine/root.ts';
import { defaultTags } from './default-tags.ts';
import { KubernetesLookups } from './kubernetes-lookups.ts';
import { Lookups } from './lookups.ts';
import { VERSIONS } from './versions.ts';

/** The two Terraform roots of an environment while they are being filled. */
export interface Roots {
  /** Applied first: everything in AWS. */
  readonly aws: Root;
  /** Applied second: everything inside the cluster. Its provider needs a cluster that exists. */
  readonly kubernetes: Root;
  /** Data sources of the AWS root. */
  readonly lookups: Lookups;
  /** Data sources of the Kubernetes root. */
  readonly kubernetesLookups: KubernetesLookups;
}

/** @param scope an App of the cdktf command line, if there is one */
export function makeRoots(frame: Frame, scope?: Construct): Roots {
  const aws = new Root(frame.environment, scope);
  const kubernetes = new Root(`${frame.environment}-kubernetes`, scope);
  settings(aws, frame, 'aws', { aws: VERSIONS.aws });
  settings(kubernetes, frame, 'kubernetes', { aws: VERSIONS.aws, kubernetes: VERSIONS.kubernetes });
  awsProvider(aws, frame);
  awsProvider(kubernetes, frame);
  kubernetesProvider(kubernetes, frame);
  return {
    aws,
    kubernetes,
    lookups: new Lookups(aws, frame.foundation),
    kubernetesLookups: new KubernetesLookups(kubernetes),
  };
}

function settings(
  root: Root,
  { environment, aws }: Frame,
  name: string,
  providers: Record<string, unknown>,
): void {
  const { state } = aws;
  root.settings(
    { file: 'terraform', at: ['aws', 'state'] },
    {
      required_version: VERSIONS.terraform,
      ...Object.fromEntries(
        Object.entries(providers).map(([key, value]) => [`required_providers.${key}`, value]),
      ),
      ...(state
        ? {
            'backend.s3': {
              bucket: state.bucket,
              key: `${state.keyPrefix}/${environment}/${name}/terraform.tfstate`,
              region: state.region ?? aws.region,
              encrypt: true,
              use_lockfile: true,
            },
          }
        : { 'backend.local': { path: 'terraform.tfstate' } }),
    },
  );
}

function awsProvider(root: Root, frame: Frame): void {
  const { aws } = frame;
  root.provider(
    AwsProvider,
    'aws',
    { file: 'providers', at: ['aws'], name: ['aws'] },
    {
      region: aws.region,
      allowedAccountIds: aws.accountId === undefined ? undefined : [aws.accountId],
      defaultTags: [{ tags: defaultTags(frame) }],
    },
  );
}

function kubernetesProvider(root: Root, { aws, foundation }: Frame): void {
  const at = ['foundation', 'cluster'];
  const cluster = root.data(
    DataAwsEksCluster,
    { file: 'lookups', at, name: ['main'] },
    { name: foundation.cluster },
  );
  root.provider(
    KubernetesProvider,
    'kubernetes',
    { file: 'providers', at, name: ['kubernetes'] },
    {
      host: cluster.endpoint,
      clusterCaCertificate: expression(
        'base64decode(data.aws_eks_cluster.main.certificate_authority[0].data)',
      ),
      exec: [
        {
          apiVersion: 'client.authentication.k8s.io/v1beta1',
          command: 'aws',
          args: ['eks', 'get-token', '--cluster-name', foundation.cluster, '--region', aws.region],
        },
      ],
    },
  );
}
