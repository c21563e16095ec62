import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { parseTarget, plansOf } from '../../components/schedules/plan.ts';
import { example, schedule } from './example.ts';

export const wholeWeek = defineRule<Model>({
  code: 'schedule/whole-week',
  severity: 'error',
  summary: 'the number of a scheduled target changes at least twice a week',
  why: 'actions and jobs exist for the moments of a change; a number that never changes would never be set',
  source: 'elastiform, decision 0009 (2026-11-25)',
  examples: {
    good: [example(schedule('weekend', '00:00-24:00', 'workloads.api: 2', { more: ', days: [sat, sun]' }))],
    bad: [example(schedule('always', '00:00-24:00', 'workloads.api: 5'))],
  },
  check(model, report) {
    for (const { target, boundaries, week, base } of plansOf(model)) {
      const [source] = week.sources;
      const [value] = week.values;
      if (boundaries.length > 0 || source === undefined || value === base) continue;
      const field = parseTarget(target).kind === 'workloads' ? 'autoscaling.minReplicas' : 'size.min';
      report({
        at: ['schedules', source, 'floors', target],
        message: `the floor of ${target} is ${value} at every minute of the week`,
        help: `write ${target}.${field}: ${value} instead`,
      });
    }
  },
});
