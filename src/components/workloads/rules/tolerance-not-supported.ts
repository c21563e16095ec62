import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Workloads } from '../schema.ts';
import { DIRECTIONS } from '../schema-behavior.ts';

export const toleranceNotSupported = defineRule<Workloads>({
  code: 'workload/tolerance-not-supported',
  severity: 'error',
  summary: 'no tolerance until the provider can set it',
  why: 'hashicorp/kubernetes 2.38 has no tolerance in behavior, so the apply could not set what the spec says',
  source:
    'provider schema 2.38.0; HPAConfigurableTolerance in kube_features.go: alpha 1.33 (off), beta 1.35 (on), read 2026-11-25',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, behavior: {scaleUp: {pods: 4 per 1m}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, behavior: {scaleUp: {tolerance: 5%}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report, { frame }) => {
    const minor = Number(frame.foundation.kubernetesVersion.split('.')[1]);
    for (const direction of DIRECTIONS) {
      const tolerance = autoscaling?.behavior?.[direction].tolerance;
      if (tolerance === undefined) continue;
      const cluster =
        minor >= 35 ? '' : `, and Kubernetes 1.${minor} on EKS does not have it either (1.35 is the first)`;
      report({
        at: at('autoscaling', 'behavior', direction, 'tolerance'),
        message: `tolerance ${tolerance}% cannot be set: the kubernetes provider 2.38 does not know it${cluster}`,
        help: 'remove it; 10% holds for the whole cluster. A longer stabilizationWindow calms small changes as well',
        suggestions: [removal(at('autoscaling', 'behavior', direction, 'tolerance'))],
      });
    }
  }),
});
