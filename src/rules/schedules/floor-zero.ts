import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { parseTarget } from '../../components/schedules/plan.ts';
import { eachFloor } from './each-schedule.ts';
import { example, schedule } from './example.ts';

export const floorZero = defineRule<Model>({
  code: 'schedule/floor-zero',
  severity: 'error',
  summary: 'the floor of a workload is at least one pod',
  why: 'zero pods need the feature gate HPAScaleToZero, which is off before Kubernetes 1.37 and which nobody can set on EKS: every run of the job would fail',
  source:
    'k/k #139648 (beta, on by default from 1.37), as in workload/scale-to-zero; aws/containers-roadmap #512 (read 2026-11-27)',
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
      suggestions: [{ message: 'write 1', replacement: '1' }],
    });
  }),
});
