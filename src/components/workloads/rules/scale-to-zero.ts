import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const scaleToZero = defineRule<Workloads>({
  code: 'workload/scale-to-zero',
  severity: 'error',
  summary: 'a HorizontalPodAutoscaler keeps at least one pod',
  why: 'zero pods need the feature gate HPAScaleToZero, which is alpha and off, and EKS lets nobody set gates',
  source:
    'kube_features.go of Kubernetes (alpha since 1.16, default false; read 2026-11-25); aws/containers-roadmap #512; vectors valid-091, valid-094',
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
        message: 'minReplicas is 0',
        help: 'write 1 or more; KEDA can scale to zero on EKS',
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
