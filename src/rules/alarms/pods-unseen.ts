import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';

const WORKLOAD = `workloads:
  api:
    resources: {requests: {cpu: 500m}}
    podDisruptionBudget: false
    autoscaling: {minReplicas: 2, maxReplicas: 4, metrics: {cpu: {averageUtilization: 70%}}}
`;

export const podsUnseen = defineRule<Model>({
  code: 'alarm/pods-unseen',
  severity: 'info',
  summary: 'somebody has said whether Container Insights runs in a cluster with workloads',
  why: 'without it AWS knows nothing of the CPU and memory of pods, and no alarm watches them',
  source: 'CloudWatch user guide, "Container Insights" (read 2026-11-25)',
  examples: {
    good: [`alarms: {containerInsights: false}\n${WORKLOAD}`],
    bad: [`alarms: {containerInsights: null}\n${WORKLOAD}`],
  },
  check({ alarms, tier, workloads }, report) {
    if (tier === 'dev' || !alarms || alarms.containerInsights !== undefined || workloads.size === 0) return;
    report({
      at: ['alarms', 'containerInsights'],
      message: `the CPU and memory of the pods of ${[...workloads.keys()].join(', ')} have no alarms`,
      help: 'write alarms.containerInsights: true where the add-on amazon-cloudwatch-observability runs, or false to be content',
    });
  },
});
