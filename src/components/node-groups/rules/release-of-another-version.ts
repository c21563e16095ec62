import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

export const releaseOfAnotherVersion = defineRule<NodeGroups>({
  code: 'node-groups/release-of-another-version',
  severity: 'error',
  summary: 'the release of the image is one for the Kubernetes version of the nodes',
  why: 'EKS refuses the group or its update, and only when it is applied',
  source:
    'answer of EKS, "Requested release version 1.31.3-20250103 is not valid for kubernetes version 1.30", in eksctl-io/eksctl #7976 (read 2026-11-27)',
  examples: {
    good: [
      example('kubernetesVersion: "1.32", releaseVersion: "1.32.9-20251112"'),
      example('releaseVersion: "1.33.4-20251112"'),
      // Bottlerocket counts its own versions.
      example('amiType: BOTTLEROCKET_x86_64, releaseVersion: "1.49.0-713f44ce"'),
    ],
    bad: [
      example('kubernetesVersion: "1.33", releaseVersion: "1.32.9-20251112"'),
      example('releaseVersion: "1.32.9-20251112"'),
    ],
  },
  check: eachItem<NodeGroup>('nodeGroups', (group, at, report, { frame }) => {
    const { amiType, kubernetesVersion, releaseVersion } = group;
    if (releaseVersion === undefined || !amiType.startsWith('AL2')) return;
    const version = kubernetesVersion ?? frame.foundation.kubernetesVersion;
    const [release = ''] = /^[0-9]+\.[0-9]+/.exec(releaseVersion) ?? [];
    if (release === version) return;
    report({
      at: at('releaseVersion'),
      message: `the release ${releaseVersion} is one for Kubernetes ${release}, and the nodes have ${version}`,
      help: `leave releaseVersion out, or name a release ${version}.x`,
      related: [
        {
          message:
            kubernetesVersion === undefined ? 'the version of the cluster' : 'the version of the nodes',
          at: {
            path:
              kubernetesVersion === undefined ? ['foundation', 'kubernetesVersion'] : at('kubernetesVersion'),
          },
        },
      ],
    });
  }),
});

function example(keys: string): string {
  return `foundation: {kubernetesVersion: "1.33"}\nnodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}, ${keys}}}`;
}
