import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const singleReplica = defineRule<Workloads>({
  code: 'workload/single-replica',
  severity: 'warning',
  summary: 'a workload in prod has at least two pods',
  why: 'every drain of the node, and every update of it, is an outage',
  source: 'kubernetes.io, Disruptions; EKS best practices, reliability',
  examples: {
    good: ['workloads: {api: {replicas: 2}}', 'tier: dev\nworkloads: {api: {replicas: 1}}'],
    bad: [
      'workloads: {api: {replicas: 1}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, minReplicas: 1, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ replicas, autoscaling }, at, report, { frame }) => {
    if (frame.tier !== 'prod') return;
    const path = autoscaling ? ['autoscaling', 'minReplicas'] : ['replicas'];
    if ((autoscaling ? autoscaling.minReplicas : replicas) !== 1) return;
    report({
      at: at(...path),
      message: `${path.at(-1)} is 1 in prod`,
      help: 'write 2 or more; 3 are one for each zone',
      suggestions: [{ message: 'write 2', replacement: '2' }],
    });
  }),
});
