import { defineRule } from '../../../compiler/rules/rule.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { whenDeployed } from './deployed.ts';
import { example } from './example.ts';

export const prioritiesMissing = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/priorities-missing',
  severity: 'error',
  summary: 'the expander priority has priorities',
  why: 'without its ConfigMap the expander leaves all groups as they are, and says so in its log only',
  source: 'kubernetes/autoscaler@137161c, cluster-autoscaler/expander/priority/priority.go (read 2026-11-25)',
  examples: {
    good: [
      example('expander: priority, priorities: {nodeGroups.spot: 20}'),
      example('expander: least-waste'),
    ],
    bad: [example('expander: priority')],
  },
  check: whenDeployed(({ expander, priorities }, at, report) => {
    if (expander !== 'priority' || priorities) return;
    report({
      at: at('expander'),
      message: 'the expander is priority, and no group has one',
      help: 'write priorities: {nodeGroups.<key>: 20, autoScalingGroups.<key>: 10}, the highest first choice',
    });
  }),
});
