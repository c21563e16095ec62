import { minorOf } from '../../../catalog/kubernetes/cluster-autoscaler.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

export const versionNewerThanCluster = defineRule<NodeGroups>({
  code: 'node-groups/version-newer-than-cluster',
  severity: 'error',
  summary: 'nodes are not newer than their cluster',
  why: 'a kubelet may be older than the API server but never newer; EKS refuses the update',
  source:
    'botocore 1.43.11, API model of eks, CreateNodegroup and UpdateNodegroupVersion: the version of the cluster or none (read 2026-11-25)',
  examples: { good: [example('1.32')], bad: [example('1.34')] },
  check: eachItem<NodeGroup>('nodeGroups', ({ kubernetesVersion }, at, report, { frame }) => {
    const cluster = frame.foundation.kubernetesVersion;
    if (kubernetesVersion === undefined || minorOf(kubernetesVersion) <= minorOf(cluster)) return;
    report({
      at: at('kubernetesVersion'),
      message: `the nodes would have Kubernetes ${kubernetesVersion}, and the cluster has ${cluster}`,
      help: 'upgrade the cluster first, then foundation.kubernetesVersion, then the nodes',
      related: [{ message: 'the version of the cluster', at: { path: ['foundation', 'kubernetesVersion'] } }],
    });
  }),
});

function example(version: string): string {
  return `foundation: {kubernetesVersion: "1.33"}\nnodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, kubernetesVersion: "${version}"}}`;
}
