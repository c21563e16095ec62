import { minorOf } from '../../../catalog/kubernetes/cluster-autoscaler.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';
import { LAST_WITH_AL2 } from './image-too-old.ts';

/** Day from which EKS makes no images of Amazon Linux 2 any more, as YYYY-MM-DD. */
const AL2_ENDED = '2025-11-26';

export const imageWithoutUpdates = defineRule<NodeGroups>({
  code: 'node-groups/image-without-updates',
  severity: 'warning',
  summary: 'the image of the nodes still gets updates',
  why: 'EKS has released no image of Amazon Linux 2 since December 2025: a hole in the kernel or in the kubelet of these nodes stays open',
  source:
    'awslabs/amazon-eks-ami #2545: end of support of the AL2 images on 2025-11-26, the last ones in the week of 2025-12-08 (read 2026-11-27)',
  examples: { good: [example('AL2023_x86_64_STANDARD')], bad: [example('AL2_x86_64')] },
  check: eachItem<NodeGroup>('nodeGroups', ({ amiType, kubernetesVersion }, at, report, { frame, today }) => {
    // Of what EKS refuses another rule tells.
    const minor = minorOf(kubernetesVersion ?? frame.foundation.kubernetesVersion);
    if (!amiType.startsWith('AL2_') || minor > LAST_WITH_AL2 || today < AL2_ENDED) return;
    report({
      at: at('amiType'),
      message: `${amiType} has had no updates since the end of its support on ${AL2_ENDED}`,
      help: 'make a second group with an AL2023 image, move the pods, and remove this one; another amiType replaces the group',
    });
  }),
});

function example(amiType: string): string {
  return `foundation: {kubernetesVersion: "1.32"}\nnodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, amiType: ${amiType}}}`;
}
