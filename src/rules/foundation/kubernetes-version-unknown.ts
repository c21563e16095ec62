import { minorOf } from '../../catalog/kubernetes/cluster-autoscaler.ts';
import { unknownTo } from '../../catalog/table.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';

export const kubernetesVersionUnknown = defineRule<Model>({
  code: 'foundation/kubernetes-version-unknown',
  severity: 'info',
  summary: 'the end of support of the Kubernetes version is known',
  why: 'nobody is told in time when a version that the catalog does not know leaves the support of EKS',
  source: 'the table kubernetesVersions of the catalog',
  examples: {
    good: ['foundation: {kubernetesVersion: "1.35"}'],
    bad: ['foundation: {kubernetesVersion: "1.99"}'],
  },
  check({ clusterAutoscaler }, report, { frame, catalog: { kubernetesVersions } }) {
    const version = frame.foundation.kubernetesVersion;
    // Of what is older another rule tells, and so does that of Cluster Autoscaler where it is deployed here.
    const isDeployed = clusterAutoscaler?.managedBy === 'elastiform';
    const isNewer = [...kubernetesVersions.rows.keys()].every((known) => minorOf(known) < minorOf(version));
    if (!isNewer || isDeployed) return;
    report({
      at: ['foundation', 'kubernetesVersion'],
      message: `Kubernetes ${unknownTo(kubernetesVersions, version)}`,
      help: 'if it is new, go ahead; a newer catalog knows it (--catalog)',
    });
  },
});
