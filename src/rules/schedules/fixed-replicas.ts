import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eachTarget, otherFloors } from './each-schedule.ts';
import { example, schedule } from './example.ts';

export const fixedReplicas = defineRule<Model>({
  code: 'schedule/fixed-replicas',
  severity: 'error',
  summary: 'a floor for a workload needs autoscaling',
  why: 'a schedule moves the least number of a HorizontalPodAutoscaler; a fixed number of pods has none, and patching the Deployment itself would fight with Terraform',
  source: "the guide's own CronJobs scale a Deployment under an HPA, which undoes it (read 2026-11-25)",
  examples: {
    good: [example(schedule('night', '22:00-06:00', 'workloads.api: 2'))],
    bad: [
      'schedules: {night: {timezone: UTC, window: "22:00-06:00", floors: {workloads.api: 2}}}\nworkloads: {api: {replicas: 3}}',
    ],
  },
  check: eachTarget(({ target, kind, key }, floors, { workloads }, report) => {
    const workload = kind === 'workloads' ? workloads.get(key) : undefined;
    // A workload without any number is told by `workload/one-scaler`.
    if (!workload || workload.autoscaling || workload.replicas === undefined) return;
    report({
      at: floors[0],
      on: 'key',
      message: `${target} has no autoscaling: its number of pods is fixed at ${workload.replicas}`,
      help: `give ${target} autoscaling, or take ${floors.length === 1 ? 'the floor' : 'its floors'} away`,
      related: [
        { message: 'the fixed number', at: { path: [kind, key, 'replicas'] } },
        ...otherFloors(floors),
      ],
    });
  }),
});
