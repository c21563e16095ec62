import { unknownTo } from '../../../catalog/table.ts';
import { defineRule } from '../../../compiler/rules/rule.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { whenDeployed } from './deployed.ts';
import { example } from './example.ts';

export const versionUnknown = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/version-unknown',
  severity: 'error',
  summary: 'it is known which Cluster Autoscaler belongs to the version of the cluster',
  why: 'the newest that is known here is not the newest that there is, and another minor decides with the scheduler of another Kubernetes',
  source:
    'kubernetes/autoscaler@000ac4a, cluster-autoscaler/README.md, "Releases": "the Kubernetes control plane version for which it was meant" (read 2026-11-25)',
  examples: {
    good: [
      example(),
      `foundation: {kubernetesVersion: "1.99"}\n${example('version: "1.99.1"')}`,
      `foundation: {kubernetesVersion: "1.99"}\n${example('image: "mirror.example.com/cluster-autoscaler:v1.99.1"')}`,
    ],
    bad: [`foundation: {kubernetesVersion: "1.99"}\n${example()}`],
  },
  check: whenDeployed(({ image }, at, report, { frame, catalog }) => {
    if (image !== undefined) return;
    const versions = [...catalog.kubernetesVersions.rows.keys()];
    const { kubernetesVersion } = frame.foundation;
    report({
      at: at(),
      on: 'key',
      message: `Kubernetes ${unknownTo(catalog.kubernetesVersions, kubernetesVersion)}, which has ${versions[0]} to ${versions.at(-1)}`,
      help: `write clusterAutoscaler.version, the newest ${kubernetesVersion}.x of the releases of Cluster Autoscaler, or an image`,
      related: [{ message: 'the version of the cluster', at: { path: ['foundation', 'kubernetesVersion'] } }],
    });
  }),
});
