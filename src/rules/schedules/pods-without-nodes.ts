import { formatCpu } from '../../compiler/quantity/cpu.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { parseTarget, plansOf, type TargetPlan } from '../../components/schedules/plan.ts';
import { example, schedule } from './example.ts';

/** In thousandths of a core: as much as the smallest node that is usual for workers has. */
const WORTH_A_NODE = 2000;

export const podsWithoutNodes = defineRule<Model>({
  code: 'schedule/pods-without-nodes',
  severity: 'warning',
  summary: 'a window that asks for much more CPU also raises nodes',
  why: 'Cluster Autoscaler adds nodes only when pods are Pending already, so that the new pods come minutes after the window begins',
  source: 'kubernetes/autoscaler, cluster-autoscaler/FAQ.md, "How does scale-up work?" (read 2026-11-25)',
  examples: {
    good: [
      // 2 more pods of 500m are 1 core.
      example(schedule('day', '06:00-22:00', 'workloads.api: 5')),
      example(schedule('day', '06:00-22:00', 'workloads.api: 10, autoScalingGroups.workers: 4')),
      // The nodes are somebody else's.
      `schedules: {${schedule('day', '06:00-22:00', 'workloads.api: 10')}}
workloads: {api: {autoscaling: {minReplicas: 3, maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}, resources: {requests: {cpu: 500m}}}}`,
    ],
    // 7 more pods of 500m are 3.5 cores.
    bad: [example(schedule('day', '06:00-22:00', 'workloads.api: 10'))],
  },
  check(model, report) {
    // Nodes that the spec does not know cannot be given a floor.
    if (model.autoScalingGroups.size + model.nodeGroups.size === 0) return;
    const plans = plansOf(model);
    for (const [name, { floors }] of model.schedules) {
      const scheduled = plans.filter(({ target }) => floors.has(target));
      if (scheduled.some((plan) => plan.kind !== 'workloads' && riseOf(plan, name) > 0)) continue;
      const rises = scheduled
        .map((plan) => ({ plan, pods: riseOf(plan, name), cpu: cpuOf(plan, model) ?? 0 }))
        .filter(({ pods, cpu }) => pods * cpu > 0)
        .sort((a, b) => b.pods * b.cpu - a.pods * a.cpu);
      const total = rises.reduce((sum, { pods, cpu }) => sum + pods * cpu, 0);
      const [most, ...others] = rises;
      if (!most || total < WORTH_A_NODE) continue;
      const added = rises.map(
        ({ plan, pods, cpu }) => `${pods} pods of ${formatCpu(cpu)} CPU to ${plan.target}`,
      );
      report({
        at: ['schedules', name, 'floors', most.plan.target],
        message: `${name} adds ${added.join(' and ')}, ${formatCpu(total)} together, and no nodes for them`,
        help: 'give the window a floor for a group of nodes too; its leadTime starts them before the pods',
        related: [
          ...others.map(({ plan }) => ({
            message: 'more pods',
            at: { path: ['schedules', name, 'floors', plan.target] },
          })),
          ...rises.map(({ plan }) => ({
            message: 'what each of them requests',
            at: { path: [plan.kind, plan.key, 'resources', 'requests', 'cpu'] },
          })),
        ],
      });
    }
  },
});

/** By how much a window raises its target above what holds just before; 0 where it does not. */
function riseOf({ windows, week }: TargetPlan, name: string): number {
  const window = windows.find((candidate) => candidate.name === name);
  if (!window) return 0;
  const rises = window.days.map((day) => {
    const before = (day * 1440 + window.start - window.lead - 1 + week.values.length) % week.values.length;
    return window.value - (week.values[before] ?? window.value);
  });
  return Math.max(0, ...rises);
}

/** CPU request of one pod in thousandths of a core, where the spec knows. */
function cpuOf({ target }: TargetPlan, { workloads }: Model): number | undefined {
  const { kind, key } = parseTarget(target);
  return kind === 'workloads' ? workloads.get(key)?.resources?.requests.cpu : undefined;
}
