import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eventPlansOf } from '../../components/schedules/event-plan.ts';
import { event, example } from './example.ts';

const SALE = event('sale', '2027-03-01', '2027-03-03');

export const actionsSuspended = defineRule<Model>({
  code: 'traffic-event/actions-suspended',
  severity: 'error',
  summary: 'a group that an event raises does not suspend ScheduledActions',
  why: 'AWS keeps the actions of such a group and runs none of them',
  source: 'EC2 Auto Scaling user guide, "Types of processes", ScheduledActions (read 2026-11-25)',
  examples: {
    good: [
      example(SALE, { group: ', suspendedProcesses: [AZRebalance]' }),
      // It has enough nodes without the event.
      example(SALE, { size: 'min: 8, max: 12', group: ', suspendedProcesses: [ScheduledActions]' }),
    ],
    bad: [example(SALE, { group: ', suspendedProcesses: [AZRebalance, ScheduledActions]' })],
  },
  check(model, report, { catalog }) {
    for (const { plan, events } of eventPlansOf(model, catalog)) {
      const { kind, key, target, windows } = plan;
      // With a schedule it is schedule/actions-suspended.
      if (kind !== 'autoScalingGroups' || windows.length > 0) continue;
      const index = model[kind].get(key)?.suspendedProcesses.indexOf('ScheduledActions') ?? -1;
      if (index < 0) continue;
      report({
        at: [kind, key, 'suspendedProcesses', String(index)],
        message: `${events.map(({ name }) => name).join(' and ')} raises ${target}, but it suspends ScheduledActions`,
        help: 'take ScheduledActions out of suspendedProcesses, or take the event away',
        related: events.map(({ name }) => ({
          message: 'the event',
          at: { path: ['traffic', 'events', name], on: 'key' as const },
        })),
      });
    }
  },
});
