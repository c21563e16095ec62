import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eachTarget } from './each-schedule.ts';
import { example, schedule } from './example.ts';

export const actionsSuspended = defineRule<Model>({
  code: 'schedule/actions-suspended',
  severity: 'error',
  summary: 'a group with a schedule does not suspend ScheduledActions',
  why: 'AWS keeps the actions of such a group and runs none of them',
  source: 'EC2 Auto Scaling user guide, "Types of processes", ScheduledActions (read 2026-11-25)',
  examples: {
    good: [
      example(schedule('day', '06:00-22:00', 'autoScalingGroups.workers: 4'), {
        group: ', suspendedProcesses: [AZRebalance]',
      }),
    ],
    bad: [
      example(schedule('day', '06:00-22:00', 'autoScalingGroups.workers: 4'), {
        group: ', suspendedProcesses: [AZRebalance, ScheduledActions]',
      }),
    ],
  },
  check: eachTarget(({ target, kind, key }, floors, { autoScalingGroups }, report) => {
    if (kind !== 'autoScalingGroups') return;
    const index = autoScalingGroups.get(key)?.suspendedProcesses.indexOf('ScheduledActions') ?? -1;
    if (index < 0) return;
    report({
      at: [kind, key, 'suspendedProcesses', String(index)],
      message: `${target} has a schedule, but suspends ScheduledActions`,
      help: 'take ScheduledActions out of suspendedProcesses, or take the floor away',
      related: floors.map((path) => ({ message: 'a floor of it', at: { path, on: 'key' } })),
    });
  }),
});
