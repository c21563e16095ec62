import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { plansOf } from '../../components/schedules/plan.ts';
import { haveSameValues, weekOf } from '../../util/calendar/week.ts';
import { example, schedule } from './example.ts';

export const changesNothing = defineRule<Model>({
  code: 'schedule/changes-nothing',
  severity: 'warning',
  summary: 'a floor differs from what would hold without it',
  why: 'a floor that changes nothing reads as if it did',
  source: 'elastiform, decision 0009 (2026-11-25)',
  examples: {
    good: [
      example(schedule('night', '22:00-06:00', 'workloads.api: 2')),
      example(schedule('day', '06:00-22:00', 'workloads.api: 4')),
    ],
    bad: [
      example(schedule('night', '22:00-06:00', 'workloads.api: 3')),
      example(
        `${schedule('night', '22:00-06:00', 'autoScalingGroups.workers: 2')}, ${schedule('day', '06:00-22:00', 'autoScalingGroups.workers: 4')}`,
      ),
    ],
  },
  check(model, report, { isWritten }) {
    for (const { target, kind, key, base, windows, week } of plansOf(model)) {
      const own = [kind, key, ...(kind === 'workloads' ? ['autoscaling', 'minReplicas'] : ['size', 'min'])];
      for (const { name } of windows) {
        const without = weekOf(
          windows.filter((window) => window.name !== name),
          base,
        );
        if (!haveSameValues(without, week)) continue;
        report({
          at: ['schedules', name, 'floors', target],
          message: `the floor of ${target} is ${base}, which it is without ${name} too`,
          help: 'write another number, or take the floor away',
          related: isWritten(own) ? [{ message: 'the number of the item itself', at: { path: own } }] : [],
        });
      }
    }
  },
});
