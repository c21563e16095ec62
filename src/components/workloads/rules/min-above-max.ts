import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const minAboveMax = defineRule<Workloads>({
  code: 'workload/min-above-max',
  severity: 'error',
  summary: 'maxReplicas is at least minReplicas',
  why: 'the API server refuses such a HorizontalPodAutoscaler',
  source: 'autoscaling/v2 validation, vector valid-040',
  examples: {
    good: ['workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}'],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 5, minReplicas: 7, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report, { frame, isWritten }) => {
    if (!autoscaling) return;
    const { minReplicas, maxReplicas } = autoscaling;
    if (minReplicas <= maxReplicas) return;
    const isOwn = isWritten(at('autoscaling', 'minReplicas'));
    report({
      at: at('autoscaling', 'maxReplicas'),
      message: `maxReplicas is ${maxReplicas}, but minReplicas is ${minReplicas}${isOwn ? '' : `, the default of ${frame.tier}`}`,
      help: `raise maxReplicas to ${minReplicas} or more, or ${isOwn ? 'lower' : 'write a lower'} minReplicas`,
      suggestions: [{ message: `write ${minReplicas}`, replacement: String(minReplicas) }],
      related: isOwn ? [{ message: 'the lower bound', at: { path: at('autoscaling', 'minReplicas') } }] : [],
    });
  }),
});
