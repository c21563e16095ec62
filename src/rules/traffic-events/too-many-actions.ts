import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eventPlansOf } from '../../components/schedules/event-plan.ts';
import { event, example } from './example.ts';

/** @source EC2 Auto Scaling user guide, "Quotas": scheduled actions per Auto Scaling group, cannot be changed (read 2026-11-27) */
const MOST_ACTIONS = 125;

/** Two short windows a day: with the month of the event four low numbers a day, each set right a minute later. */
const schedules = (count: number) =>
  `\nschedules: {${Array.from({ length: count }, (_, index) => `w${index}: {timezone: UTC, window: "${String(index * 4).padStart(2, '0')}:00-${String(index * 4 + 2).padStart(2, '0')}:00", leadTime: 0s, floors: {autoScalingGroups.workers: 3}}`).join(', ')}}`;

const MONTH = event('advent', '2027-12-01', '2027-12-31').replace('factor: 3', 'factor: 4');

export const tooManyActions = defineRule<Model>({
  code: 'traffic-event/too-many-actions',
  severity: 'error',
  summary: 'a group of nodes has at most 125 scheduled actions',
  why: 'AWS refuses the next one when it is applied; within an event each change of a schedule is set right by an action of its own',
  source: 'EC2 Auto Scaling user guide, "Quotas": 125 scheduled actions per group, fixed (read 2026-11-27)',
  examples: {
    good: [example(MONTH, { more: schedules(1) })],
    bad: [example(MONTH, { more: schedules(2) })],
  },
  check(model, report, { catalog }) {
    for (const { plan, events, oneOffs } of eventPlansOf(model, catalog)) {
      if (plan.kind === 'workloads') continue;
      const total = plan.boundaries.length + oneOffs.length;
      const [first] = [...events].sort((a, b) => b.end - b.begin - (a.end - a.begin));
      if (total <= MOST_ACTIONS || !first) continue;
      const names = [...new Set(plan.boundaries.map(({ window }) => window))];
      report({
        at: ['traffic', 'events', first.name, 'to'],
        message: `${plan.target} has ${total} scheduled actions: ${plan.boundaries.length} of schedules, and ${oneOffs.length} of events`,
        help: 'write a shorter event, or fewer windows for the group',
        related: names.map((name) => ({
          message: 'a schedule whose changes are followed',
          at: { path: ['schedules', name, 'floors', plan.target], on: 'key' as const },
        })),
      });
    }
  },
});
