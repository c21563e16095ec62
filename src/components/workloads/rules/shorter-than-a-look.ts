import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { percentRate, podRate } from '../../../compiler/quantity/scaling-rate.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';
import { DIRECTIONS } from '../schema-behavior.ts';

/**
 * The controller looks every 15 s; EKS lets people choose 10 s at best.
 *
 * @source registry docs of aws_eks_cluster as pulumi_aws has them: horizontalPodAutoscalerSyncPeriod, "10s to 15s,
 *   default 15s" (read 2026-11-27)
 */
const SHORTEST_LOOK_SECONDS = 10;

export const shorterThanALook = defineRule<Workloads>({
  code: 'workload/shorter-than-a-look',
  severity: 'warning',
  summary: 'periods and windows last until the controller looks again',
  why: 'the controller looks every 15 s (10 s at best on EKS): a shorter period does not make it faster, and in a shorter window there is never an earlier proposal',
  source:
    'kube-controller-manager, horizontal-pod-autoscaler-sync-period; pulumi_aws, horizontalPodAutoscalerSyncPeriod of EKS: 10s to 15s (read 2026-11-27); kubernetes/kubernetes pkg/controller/podautoscaler: events and proposals count while they are younger than the period',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, behavior: {scaleUp: {stabilizationWindow: 0s, pods: 4 per 15s}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, behavior: {scaleUp: {pods: 2 per 5s}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, behavior: {scaleDown: {percent: 10% per 1s}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, behavior: {scaleUp: {stabilizationWindow: 5s}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report) => {
    const behavior = autoscaling?.behavior;
    if (!behavior) return;
    for (const direction of DIRECTIONS) {
      const { pods, percent } = behavior[direction];
      const rates = [
        ['pods', pods, podRate],
        ['percent', percent, percentRate],
      ] as const;
      for (const [key, rate, { format }] of rates) {
        if (!rate || rate.periodSeconds >= SHORTEST_LOOK_SECONDS) continue;
        const real = format({ ...rate, periodSeconds: 15 });
        report({
          at: at('autoscaling', 'behavior', direction, key),
          message: `${key} is ${format(rate)}, but the controller looks every 15 s by default: it comes to ${real}`,
          help: `write ${real}, or a larger step`,
          suggestions: [{ message: `write ${real}, which is the same`, replacement: real }],
        });
      }
    }
    // Of a short window before pods are removed `workload/window-too-short` tells.
    const window = behavior.scaleUp.stabilizationWindow;
    if (window === 0 || window >= SHORTEST_LOOK_SECONDS) return;
    report({
      at: at('autoscaling', 'behavior', 'scaleUp', 'stabilizationWindow'),
      message: `stabilizationWindow is ${formatDuration(window)}, but the controller looks every 15 s by default: there is never an earlier proposal in it`,
      help: 'write 0s, or a minute to let short peaks pass',
      suggestions: [{ message: 'write 0s, which is the same', replacement: '0s' }],
    });
  }),
});
