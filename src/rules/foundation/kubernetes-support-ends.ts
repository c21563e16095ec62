import type { Catalog } from '../../catalog/catalog.ts';
import { minorOf } from '../../catalog/kubernetes/cluster-autoscaler.ts';
import { type SupportPhase, supportPhase } from '../../catalog/support-phase.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';

export const kubernetesSupportEnds = defineRule<Model>({
  code: 'foundation/kubernetes-support-ends',
  severity: 'warning',
  summary: 'the Kubernetes version is in the standard support of EKS for at least another quarter',
  why: 'in extended support every hour of the cluster costs extra; at its end EKS upgrades the control plane without a further notice, and leaves the nodes behind',
  source:
    'awsdocs/amazon-eks-user-guide@0138560, kubernetes-versions.adoc, release calendar and extended support FAQs (read 2026-11-27); the dates are in the catalog',
  examples: {
    good: ['foundation: {kubernetesVersion: "1.35"}', 'foundation: {kubernetesVersion: "1.36"}'],
    bad: [
      'foundation: {kubernetesVersion: "1.34"}',
      'foundation: {kubernetesVersion: "1.32"}',
      'foundation: {kubernetesVersion: "1.30"}',
      'foundation: {kubernetesVersion: "1.21"}',
    ],
  },
  check(_, report, { frame, catalog, today }) {
    const version = frame.foundation.kubernetesVersion;
    const text = textOf(version, catalog, today);
    if (text === undefined) return;
    report({
      at: ['foundation', 'kubernetesVersion'],
      message: `Kubernetes ${version} ${text}`,
      help: 'upgrade the cluster, one minor version at a time, and then this line; `aws eks describe-cluster-versions` shows the dates',
    });
  },
});

function textOf(version: string, { kubernetesVersions }: Catalog, today: string): string | undefined {
  const known = kubernetesVersions.rows.get(version);
  if (known) return phaseText(supportPhase(known, today));
  const oldest = [...kubernetesVersions.rows.keys()].reduce((a, b) => (minorOf(b) < minorOf(a) ? b : a));
  return minorOf(version) < minorOf(oldest)
    ? `is older than ${oldest}, the oldest in the catalog of ${kubernetesVersions.date}, and EKS has ended its support`
    : undefined;
}

function phaseText(phase: SupportPhase): string | undefined {
  switch (phase.kind) {
    case 'standard':
      return undefined;
    case 'ending':
      return `leaves the standard support of EKS on ${phase.end}, in ${phase.days} days, and costs extra from then on`;
    case 'extended':
      return `left the standard support of EKS on ${phase.since}, and the cluster costs extra${phase.until === undefined ? '' : ` until EKS upgrades it after ${phase.until}`}`;
    case 'ended':
      return `has had no support of EKS since ${phase.end}, and EKS upgrades the cluster by itself`;
  }
}
