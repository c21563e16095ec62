import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { parseTarget } from '../../components/schedules/plan.ts';
import { eachFloor } from './each-schedule.ts';
import { example, schedule } from './example.ts';

export const floorZero = defineRule<Model>({
  code: 'schedule/floor-zero',
  severity: 'error',
  summary: 'the floor of a workload is at least one pod',
  why: 'zero pods need the feature gate HPAScaleToZero, which is alpha and off, and EKS lets nobody set gates: every run of the job would fail',
  source: 'kube_features.go of Kubernetes (alpha since 1.16, default false; read 2026-11-25)',
  examples: {
    good: [
      example(schedule('night', '22:00-06:00', 'workloads.api: 1')),
      example(schedule('night', '22:00-06:00', 'autoScalingGroups.workers: 0')),
    ],
    bad: [example(schedule('night', '22:00-06:00', 'workloads.api: 0'))],
  },
  check: eachFloor(({ target, value }, at, _model, report) => {
    if (value > 0 || parseTarget(target).kind !== 'workloads') return;
    report({
      at,
      message: `the floor of ${target} is 0`,
      help: 'write 1 or more; KEDA can scale to zero on EKS',
    });
  }),
});
