import { defineRule, eachItem, type Report } from '../../../compiler/rules/rule.ts';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import {
  averages,
  formatAmount,
  isUnitSlip,
  leastThatAddsPods,
  mostUtilization,
  TOLERATED,
  utilizations,
} from '../pod-targets.ts';
import type { Workload, Workloads } from '../schema.ts';

export const targetNeverExceeded = defineRule<Workloads>({
  code: 'workload/target-never-exceeded',
  severity: 'warning',
  summary: 'pods can use so much more than the target that pods are added',
  why: 'a pod uses no more than its limit (CPU is throttled there, and too much memory ends the container), and pods are added only when use is more than 10 % above the target',
  source:
    'tolerance 0.1 of kube-controller-manager, fixed on EKS; kubernetes/kubernetes pkg/controller/podautoscaler',
  examples: {
    good: [
      'workloads: {api: {resources: {requests: {cpu: 500m}, limits: {cpu: 500m}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 89%}}}}}',
      'workloads: {api: {resources: {requests: {cpu: 500m}, limits: {cpu: "1"}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 90%}}}}}',
      'workloads: {api: {resources: {requests: {memory: 512Mi}, limits: {memory: 1Gi}}, autoscaling: {maxReplicas: 10, metrics: {memory: {averageValue: 900Mi}}}}}',
      // One container of several may use more than its share.
      'workloads: {api: {resources: {requests: {cpu: 600m}, limits: {cpu: 660m}}, autoscaling: {maxReplicas: 10, metrics: {app: {kind: container, container: app, resource: cpu, averageUtilization: 100%}}}}}',
    ],
    bad: [
      'workloads: {api: {resources: {requests: {cpu: 500m}, limits: {cpu: 500m}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 95%}}}}}',
      'workloads: {api: {resources: {requests: {cpu: 500m}, limits: {cpu: 500m}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 90%}}}}}',
      'workloads: {api: {resources: {requests: {memory: 512Mi}, limits: {memory: 1Gi}}, autoscaling: {maxReplicas: 10, metrics: {memory: {averageValue: 1000Mi}}}}}',
      'workloads: {api: {resources: {requests: {cpu: 250m}, limits: {cpu: 500m}}, autoscaling: {maxReplicas: 10, metrics: {cpu: {averageValue: "1"}}}}}',
    ],
  },
  check: eachItem('workloads', (workload, at, report) => {
    ofUtilizations(workload, at, report);
    ofAverages(workload, at, report);
  }),
});

type At = (...path: string[]) => SpecPath;

function ofUtilizations(workload: Workload, at: At, report: Report): void {
  for (const { target, ...metric } of utilizations(workload)) {
    const { key, resource } = metric;
    const most = mostUtilization(workload, metric);
    const least = leastThatAddsPods(target);
    if (most === undefined || least < most) continue;
    let fitting = Math.floor(target);
    while (fitting > 1 && leastThatAddsPods(fitting) >= most) fitting -= 1;
    report({
      at: at('autoscaling', 'metrics', key, 'averageUtilization'),
      message: `with a target of ${target}% pods are added from ${least}% of the requested ${resource} on, and the limit ends use at ${most}%`,
      help: `lower the target to ${fitting}% or less, or raise the limit`,
      related: [theLimit(at, resource)],
    });
  }
}

function ofAverages(workload: Workload, at: At, report: Report): void {
  for (const average of averages(workload)) {
    const { key, resource, target } = average;
    const limit = workload.resources.limits[resource];
    if (limit === undefined || limit / target > TOLERATED || isUnitSlip(workload, average)) continue;
    report({
      at: at('autoscaling', 'metrics', key, 'averageValue'),
      message: `with a target of ${formatAmount(target, resource)} pods are added above 110 % of it, and the limit ends use at ${formatAmount(limit, resource)}`,
      help: `lower the target to less than ten elevenths of the limit (${formatAmount(roundDown(limit / TOLERATED, resource), resource)}), or raise the limit`,
      related: [theLimit(at, resource)],
    });
  }
}

const MIB = 2 ** 20;

/** To a number that people write: whole milli-CPU, or whole MiB. */
function roundDown(amount: number, resource: 'cpu' | 'memory'): number {
  return resource === 'cpu' || amount < MIB ? Math.floor(amount) : Math.floor(amount / MIB) * MIB;
}

function theLimit(at: At, resource: string) {
  return { message: 'the limit', at: { path: at('resources', 'limits', resource) } };
}
