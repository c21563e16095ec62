import { minorOf } from '../../../catalog/kubernetes/cluster-autoscaler.ts';
import { defineRule } from '../../../compiler/rules/rule.ts';
import { runningVersion } from '../running-version.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { example } from './example.ts';

export const versionSkew = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/version-skew',
  severity: 'warning',
  summary: 'Cluster Autoscaler has the minor version of the cluster',
  why: 'it runs the scheduler of its own version inside: of another one it believes pods to fit where they do not, or adds nodes that stay empty, and it may lack permissions',
  source:
    'kubernetes/autoscaler@000ac4a, cluster-autoscaler/README.md, "Releases": "using different versions of scheduler code can lead to subtle issues" (read 2026-11-25); the guide runs 1.24.0 in any cluster',
  examples: {
    good: [
      example('version: "1.35.2"'),
      example('image: "mirror.example.com/cluster-autoscaler:v1.35.6-patched"'),
      'clusterAutoscaler: {managedBy: elsewhere, version: "1.35.0"}',
      'clusterAutoscaler: {managedBy: elsewhere}',
    ],
    bad: [
      example('version: "1.24.0"'),
      example('image: "registry.k8s.io/autoscaling/cluster-autoscaler:v1.34.5"'),
      'clusterAutoscaler: {managedBy: elsewhere, version: "1.32.7"}',
      'clusterAutoscaler: {managedBy: elsewhere, image: "registry.k8s.io/autoscaling/cluster-autoscaler:v1.32.7"}',
    ],
  },
  check(autoscaler, report, { frame, catalog, isWritten }) {
    const version = autoscaler && runningVersion(autoscaler);
    const { kubernetesVersion } = frame.foundation;
    if (version === undefined || minorOf(version) === minorOf(kubernetesVersion)) return;
    // Of an image that contradicts the version another rule tells first.
    if (isWritten(['clusterAutoscaler', 'version']) && autoscaler?.version !== version) return;
    const newest = catalog.kubernetesVersions.rows.get(kubernetesVersion)?.clusterAutoscaler;
    report({
      at: ['clusterAutoscaler', isWritten(['clusterAutoscaler', 'image']) ? 'image' : 'version'],
      message: `Cluster Autoscaler ${version} is not made for Kubernetes ${kubernetesVersion}`,
      help:
        newest === undefined
          ? `use a version ${kubernetesVersion}.x`
          : `use ${newest}, or write no version, and it follows the cluster`,
      related: [{ message: 'the version of the cluster', at: { path: ['foundation', 'kubernetesVersion'] } }],
    });
  },
});
