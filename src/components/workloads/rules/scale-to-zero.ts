import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';
import type { Autoscaling } from '../schema-autoscaling.ts';

export const scaleToZero = defineRule<Workloads>({
  code: 'workload/scale-to-zero',
  severity: 'error',
  summary: 'a HorizontalPodAutoscaler keeps at least one pod',
  why: 'zero pods need the feature gate HPAScaleToZero, which is off before Kubernetes 1.37 and which nobody can set on EKS; and hashicorp/kubernetes leaves a zero out when it makes an autoscaler, so that the cluster has 1 and the next plan a difference',
  source:
    'k/k #139648 (beta, on by default from 1.37) and kubernetes.io blog 2026-09-02; aws/containers-roadmap #512, #978; expandHorizontalPodAutoscalerV2Spec of terraform-provider-kubernetes: min_replicas is set only above 0 (read 2026-11-27; unverified: that the copy read is of 2.38); vectors valid-091, valid-094',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, minReplicas: 2, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 0}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, minReplicas: 0, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {replicas: 0}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling, replicas, image }, at, report) => {
    if (autoscaling?.minReplicas === 0) {
      report({
        at: at('autoscaling', 'minReplicas'),
        message: `minReplicas is 0${isBlindAtZero(autoscaling) ? ', and without a pod there is nothing to measure that could bring one back' : ''}`,
        help: 'write 1 or more; a ScaledObject of KEDA can scale to zero on EKS, by a metric from outside of the pods',
        suggestions: [{ message: 'write 1', replacement: '1' }],
      });
    }
    if (replicas === 0 && image === undefined) {
      report({
        at: at('replicas'),
        message: 'replicas is 0 for a Deployment that elastiform does not manage',
        help: 'scale it to zero where it is managed, or write 1 or more',
      });
    }
  }),
});

/** Only metrics from outside of the pods are there when no pod is. */
function isBlindAtZero({ metrics }: Autoscaling): boolean {
  return ![...metrics.values()].some(({ kind }) => kind === 'object' || kind === 'external');
}
