import { minorOf } from '../../../catalog/kubernetes/cluster-autoscaler.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

/** Minor versions that a kubelet may be behind the API server. */
const SKEW = 3;

export const versionTooOld = defineRule<NodeGroups>({
  code: 'node-groups/version-too-old',
  severity: 'error',
  summary: 'nodes are at most three minor versions behind their cluster',
  why: 'nobody tests an older kubelet against the API server, and EKS upgrades no cluster whose nodes would fall further behind',
  source:
    'awsdocs/amazon-eks-user-guide@0138560, kubernetes-versions.adoc, version FAQs: tested for up to three minor versions; Kubernetes "Version Skew Policy", kubelet (read 2026-11-27)',
  examples: { good: [example('1.30')], bad: [example('1.29')] },
  check: eachItem<NodeGroup>('nodeGroups', ({ kubernetesVersion }, at, report, { frame }) => {
    if (kubernetesVersion === undefined) return;
    const cluster = frame.foundation.kubernetesVersion;
    const behind = minorOf(cluster) - minorOf(kubernetesVersion);
    if (behind <= SKEW) return;
    report({
      at: at('kubernetesVersion'),
      message: `the nodes would have Kubernetes ${kubernetesVersion}, ${behind} minor versions behind the ${cluster} of the cluster`,
      help: `write 1.${minorOf(cluster) - SKEW} or later; best ${cluster}, as the cluster`,
      related: [{ message: 'the version of the cluster', at: { path: ['foundation', 'kubernetesVersion'] } }],
    });
  }),
});

function example(version: string): string {
  return `foundation: {kubernetesVersion: "1.33"}\nnodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, kubernetesVersion: "${version}"}}`;
}
