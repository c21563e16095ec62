import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { utilizations } from '../pod-targets.ts';
import type { Workloads } from '../schema.ts';

export const memoryUtilization = defineRule<Workloads>({
  code: 'workload/memory-utilization',
  severity: 'info',
  summary: 'memory is a metric that mostly only goes up',
  why: 'few programs give memory back, so pods that were added for memory stay',
  source: 'the scaling guide has it so without a word; Go and the JVM keep their heap',
  examples: {
    good: ['workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}'],
    bad: ['workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {memory: {averageUtilization: 80%}}}}}'],
  },
  check: eachItem('workloads', (workload, at, report) => {
    for (const { key, resource } of utilizations(workload)) {
      if (resource !== 'memory') continue;
      report({
        at: at('autoscaling', 'metrics', key),
        on: 'key',
        message: 'pods are added for memory, but memory rarely falls again',
        help: 'size memory by resources, and scale by CPU or requests, unless the program gives memory back',
      });
    }
  }),
});
