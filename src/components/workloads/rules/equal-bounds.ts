import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const equalBounds = defineRule<Workloads>({
  code: 'workload/equal-bounds',
  severity: 'warning',
  summary: 'there is room between minReplicas and maxReplicas',
  why: 'between equal bounds no metric can move anything: load is met by nobody, although there is an autoscaler',
  source: 'k/k pkg/controller/podautoscaler/horizontal.go: the number goes to its bounds',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {minReplicas: 3, maxReplicas: 4, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'tier: dev\nworkloads: {api: {autoscaling: {minReplicas: 1, maxReplicas: 1, metrics: {cpu: {averageUtilization: 70%}}}}}',
      // A schedule lowers it when there is little to do.
      'workloads: {api: {autoscaling: {minReplicas: 6, minReplicasOwner: schedule, maxReplicas: 6, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {minReplicas: 5, maxReplicas: 5, metrics: {cpu: {averageUtilization: 70%}}}}}',
      // Three are the least of the tier.
      'workloads: {api: {autoscaling: {maxReplicas: 3, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report, { frame, isWritten }) => {
    // A spec for trying things often pins what it inherits.
    if (!autoscaling || frame.tier === 'dev') return;
    const { minReplicas, maxReplicas, minReplicasOwner } = autoscaling;
    if (minReplicas !== maxReplicas || minReplicasOwner === 'schedule') return;
    const isOwn = isWritten(at('autoscaling', 'minReplicas'));
    report({
      at: at('autoscaling', 'maxReplicas'),
      message: `minReplicas${isOwn ? '' : ` (the default of ${frame.tier})`} and maxReplicas are both ${maxReplicas}, so that the metrics decide nothing`,
      help: `raise maxReplicas, or write replicas: ${maxReplicas} instead of autoscaling`,
      related: isOwn ? [{ message: 'the lower bound', at: { path: at('autoscaling', 'minReplicas') } }] : [],
    });
  }),
});
