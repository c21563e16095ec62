import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { parseTarget, plansOf } from '../../components/schedules/plan.ts';
import { formatClockTime, MINUTES_PER_DAY, WEEKDAYS } from '../../util/calendar/clock-time.ts';
import { example, schedule } from './example.ts';

export const floorAboveMax = defineRule<Model>({
  code: 'schedule/floor-above-max',
  severity: 'error',
  summary: 'at no minute a floor is above the greatest number of its target',
  why: 'the API server and EC2 Auto Scaling both refuse a least number above the greatest, so that the floor would never take effect',
  source:
    'vectors hpa/api-validation (minReplicas <= maxReplicas); botocore 1.43.11, API model of autoscaling, MinSize (read 2026-11-25)',
  examples: {
    good: [example(schedule('day', '06:00-22:00', 'workloads.api: 10, autoScalingGroups.workers: 6'))],
    bad: [
      example(schedule('day', '06:00-22:00', 'workloads.api: 11, nodeGroups.batch: 3')),
      example(schedule('day', '06:00-22:00', 'autoScalingGroups.workers: 7')),
      example(schedule('day', '06:00-22:00', 'nodeGroups.batch: 6')),
    ],
  },
  check(model, report) {
    for (const { target, max, week } of plansOf(model)) {
      const told = new Set<string>();
      for (const minute of [0, ...week.changes]) {
        const value = week.values[minute]!;
        const source = week.sources[minute];
        // A number of the item itself above its own maximum is told by the rules of its kind.
        if (value <= max || source === undefined || told.has(source)) continue;
        told.add(source);
        const isPods = parseTarget(target).kind === 'workloads';
        const field = isPods ? 'maxReplicas' : 'max';
        const day = WEEKDAYS[Math.floor(minute / MINUTES_PER_DAY)];
        report({
          at: ['schedules', source, 'floors', target],
          message: `the floor is ${value} but ${field} of ${target} is ${max}, first on ${day} at ${formatClockTime(minute % MINUTES_PER_DAY)}`,
          help: `raise ${field} to ${value} or more, or lower the floor to ${max}`,
          suggestions: [{ message: `write ${max}`, replacement: String(max) }],
          related: [{ message: 'the greatest number', at: { path: pathOfMax(target, isPods) } }],
        });
      }
    }
  },
});

function pathOfMax(target: string, isPods: boolean): readonly string[] {
  const { kind = '', key } = parseTarget(target);
  return isPods ? [kind, key, 'autoscaling', 'maxReplicas'] : [kind, key, 'size', 'max'];
}
