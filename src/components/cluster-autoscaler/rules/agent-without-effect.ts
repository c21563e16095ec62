import { defineRule } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { whenDeployed } from './deployed.ts';
import { example } from './example.ts';

export const agentWithoutEffect = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/agent-without-effect',
  severity: 'warning',
  summary: 'the add-on of Pod Identity is managed where Pod Identity is used',
  why: 'with irsa the pods have no use for the agent, and it is not installed',
  source: 'by design: every key of a spec has an effect',
  examples: {
    good: [example('podIdentityAgent: managed'), example('identity: irsa')],
    bad: [example('identity: irsa, podIdentityAgent: managed')],
  },
  check: whenDeployed(({ identity, podIdentityAgent }, at, report) => {
    if (identity === 'pod-identity' || podIdentityAgent === 'exists') return;
    report({
      at: at('podIdentityAgent'),
      message: 'the identity is irsa, so that no agent is installed',
      help: 'remove podIdentityAgent, or let identity be pod-identity',
      suggestions: [removal(at('podIdentityAgent'))],
      related: [{ message: 'the identity', at: { path: at('identity') } }],
    });
  }),
});
