import { clusterAutoscalerOf } from '../../../catalog/kubernetes/cluster-autoscaler.ts';
import { unknownTo } from '../../../catalog/table.ts';
import { defineRule } from '../../../compiler/rules/rule.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { whenDeployed } from './deployed.ts';
import { example } from './example.ts';

export const versionUnknown = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/version-unknown',
  severity: 'warning',
  summary: 'it is known which Cluster Autoscaler is the newest of the version of the cluster',
  why: 'the first of a minor is taken instead: it decides with the right scheduler, and has mistakes that later ones have not',
  source:
    'kubernetes/autoscaler@000ac4a, cluster-autoscaler/README.md, "Releases": "the Kubernetes control plane version for which it was meant" (read 2026-11-25); 1.34.0 and 1.36.0: kubernetes/kops #17640 and its successor (read 2026-11-27); unverified: that every minor begins with x.y.0',
  examples: {
    good: [
      example(),
      `foundation: {kubernetesVersion: "1.99"}\n${example('version: "1.99.1"')}`,
      `foundation: {kubernetesVersion: "1.99"}\n${example('image: "mirror.example.com/cluster-autoscaler:v1.99.1"')}`,
      'foundation: {kubernetesVersion: "1.99"}\nclusterAutoscaler: {managedBy: elsewhere}',
    ],
    bad: [
      `foundation: {kubernetesVersion: "1.99"}\n${example()}`,
      `foundation: {kubernetesVersion: "1.28"}\n${example()}`,
    ],
  },
  check: whenDeployed((_, at, report, { frame, catalog: { kubernetesVersions }, isWritten }) => {
    const { kubernetesVersion } = frame.foundation;
    const { version, isNewest } = clusterAutoscalerOf(kubernetesVersions, kubernetesVersion);
    if (isNewest || isWritten(at('version')) || isWritten(at('image'))) return;
    report({
      at: at(),
      on: 'key',
      message: `${unknownTo(kubernetesVersions, `the newest Cluster Autoscaler of Kubernetes ${kubernetesVersion}`)}; ${version} is taken`,
      help: `write clusterAutoscaler.version, the newest ${kubernetesVersion}.x of the releases of Cluster Autoscaler, or bring a newer catalog with --catalog`,
      related: [{ message: 'the version of the cluster', at: { path: ['foundation', 'kubernetesVersion'] } }],
    });
  }),
});
