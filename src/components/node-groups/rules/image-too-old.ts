import { minorOf } from '../../../catalog/kubernetes/cluster-autoscaler.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

/** The last minor version of Kubernetes for which EKS has images of Amazon Linux 2. */
export const LAST_WITH_AL2 = 32;

export const imageTooOld = defineRule<NodeGroups>({
  code: 'node-groups/image-too-old',
  severity: 'error',
  summary: 'Amazon Linux 2 images go with Kubernetes 1.32 and earlier',
  why: 'EKS has no such image for later versions and refuses the group',
  source:
    'answer of EKS, "AMI Type AL2_x86_64 is only supported for kubernetes versions 1.32 or earlier", in scylladb/scylla-cluster-tests #12524 (read 2026-11-25)',
  examples: {
    good: [example('BOTTLEROCKET_x86_64', '1.33'), example('AL2023_x86_64_STANDARD', '1.33')],
    bad: [example('AL2_x86_64', '1.33')],
  },
  check: eachItem<NodeGroup>('nodeGroups', ({ amiType, kubernetesVersion }, at, report, { frame }) => {
    const version = kubernetesVersion ?? frame.foundation.kubernetesVersion;
    if (!amiType.startsWith('AL2_') || minorOf(version) <= LAST_WITH_AL2) return;
    report({
      at: at('amiType'),
      message: `there is no ${amiType} for Kubernetes ${version}`,
      help: 'take an AL2023 image',
      related: [
        kubernetesVersion === undefined
          ? { message: 'the version of the cluster', at: { path: ['foundation', 'kubernetesVersion'] } }
          : { message: 'the version of the nodes', at: { path: at('kubernetesVersion') } },
      ],
    });
  }),
});

function example(amiType: string, version: string): string {
  return `nodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, amiType: ${amiType}, kubernetesVersion: "${version}"}}`;
}
