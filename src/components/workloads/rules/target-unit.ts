import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { averages, formatAmount, isUnitSlip } from '../pod-targets.ts';
import type { Workloads } from '../schema.ts';

export const targetUnit = defineRule<Workloads>({
  code: 'workload/target-unit',
  severity: 'warning',
  summary: 'a target for CPU is in cores (500m is half of one), and one for memory in bytes (512Mi)',
  why: 'a target of hundreds of cores is never met, so that no pod is ever added; one of a few bytes is always exceeded, so that there are always maxReplicas pods',
  source:
    'openshift/openshift-docs #23062 (500 cores in the documentation of the autoscaler) and dailydotdev/daily-api #2731 (300 cores for 0.3), read 2026-11-27; kubernetes.io, Quantity: m is a thousandth',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageValue: 500m}, memory: {averageValue: 512Mi}}}}}',
      'workloads: {api: {resources: {requests: {cpu: "128"}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageValue: 100}}}}}',
      'workloads: {api: {resources: {requests: {cpu: 250m}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageValue: 2}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageValue: 500}}}}}',
      'workloads: {api: {resources: {requests: {cpu: 250m}, limits: {cpu: "1"}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageValue: 70}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {memory: {averageValue: 512m}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {memory: {averageValue: 512}}}}}',
    ],
  },
  check: eachItem('workloads', (workload, at, report) => {
    for (const average of averages(workload)) {
      if (!isUnitSlip(workload, average)) continue;
      const { key, resource, target } = average;
      const near = likely(average, workload.autoscaling?.metrics.get(key)?.averageValue ?? '');
      const isCpu = resource === 'cpu';
      report({
        at: at('autoscaling', 'metrics', key, 'averageValue'),
        message: isCpu
          ? `the target is ${target / 1000} cores for each pod, which none ever uses`
          : `the target is ${formatAmount(target, resource)} for each pod, which every pod exceeds`,
        help: isCpu
          ? 'write thousandths of a core, as 500m, or averageUtilization for a share of the request'
          : 'write a unit of memory, as 512Mi',
        suggestions: near === undefined ? [] : [{ message: `did you mean ${near}?`, replacement: near }],
      });
    }
  }),
});

/** What was written, in the unit that people mean. */
function likely(
  { resource, target }: ReturnType<typeof averages>[number],
  written: string,
): string | undefined {
  if (resource === 'cpu') return target % 1000 === 0 ? `${target / 1000}m` : undefined;
  const [digits] = /^[0-9]+(?=m?$)/.exec(written) ?? [];
  return digits === undefined ? undefined : `${digits}Mi`;
}
