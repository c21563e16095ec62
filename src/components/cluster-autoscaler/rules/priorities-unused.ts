import { defineRule } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { whenDeployed } from './deployed.ts';
import { example } from './example.ts';

export const prioritiesUnused = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/priorities-unused',
  severity: 'warning',
  summary: 'priorities are there for the expander priority',
  why: 'no other expander reads them',
  source: 'kubernetes/autoscaler, cluster-autoscaler/expander/priority/readme.md (read 2026-11-25)',
  examples: {
    good: [example('expander: priority, priorities: {nodeGroups.spot: 20}')],
    bad: [example('expander: least-waste, priorities: {nodeGroups.spot: 20}')],
  },
  check: whenDeployed(({ expander, priorities }, at, report, { isWritten }) => {
    if (expander === 'priority' || !priorities) return;
    report({
      at: at('priorities'),
      on: 'key',
      message: `the expander ${expander} reads no priorities`,
      help: 'write expander: priority, or remove the priorities',
      suggestions: [removal(at('priorities'))],
      related: isWritten(at('expander')) ? [{ message: 'the expander', at: { path: at('expander') } }] : [],
    });
  }),
});
