import type { AutoScalingGroup } from './schema.ts';

/** References to the cluster, as text with live references in it. */
export interface ClusterReferences {
  readonly name: string;
  readonly endpoint: string;
  readonly certificateAuthority: string;
  /** The CIDR of the services. */
  readonly cidr: string;
}

/**
 * What tells a node which cluster to join: the NodeConfig of nodeadm in YAML, which the EKS images for Amazon
 * Linux 2023 take as user data as it is. A MIME document is only needed beside scripts.
 *
 * @returns text that ends with a newline
 * @source awslabs/amazon-eks-ami, nodeadm: "in your EC2 instance's user data, either as-is or embedded within a
 * MIME multi-part document" (read 2026-11-25)
 */
export function nodeConfig(
  { labels, taints, maxPods }: AutoScalingGroup,
  cluster: ClusterReferences,
): string {
  const flags = [
    ...flag(
      'node-labels',
      [...labels].map(([key, value]) => `${key}=${value}`),
    ),
    ...flag(
      'register-with-taints',
      [...taints].map(([key, { value, effect }]) => `${key}=${value ?? ''}:${effect}`),
    ),
  ];
  const kubelet = [
    ...(maxPods === undefined ? [] : ['    config:', `      maxPods: ${maxPods}`]),
    ...(flags.length === 0 ? [] : ['    flags:', ...flags]),
  ];
  const lines = [
    'apiVersion: node.eks.aws/v1alpha1',
    'kind: NodeConfig',
    'spec:',
    '  cluster:',
    `    name: ${cluster.name}`,
    `    apiServerEndpoint: ${cluster.endpoint}`,
    `    certificateAuthority: ${cluster.certificateAuthority}`,
    `    cidr: ${cluster.cidr}`,
    ...(kubelet.length === 0 ? [] : ['  kubelet:', ...kubelet]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Keys and values have passed patterns without quotes, commas and spaces, so JSON's quotes are YAML's. */
function flag(name: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`      - ${JSON.stringify(`--${name}=${values.join(',')}`)}`];
}
