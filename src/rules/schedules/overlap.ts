import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { plansOf } from '../../components/schedules/plan.ts';
import { formatClockTime, MINUTES_PER_DAY, WEEKDAYS } from '../../util/calendar/clock-time.ts';
import { firstOverlap } from '../../util/calendar/week.ts';
import { example, schedule } from './example.ts';

export const overlap = defineRule<Model>({
  code: 'schedule/overlap',
  severity: 'error',
  summary: 'no two windows with a floor for one target are on at the same time',
  why: 'the end of one would set the number of the item itself in the middle of the other',
  source:
    'kedacore/keda #3646 and #4677: overlaps and ends of weekends are the usual mistakes (read 2026-11-25)',
  examples: {
    good: [
      example(
        `${schedule('day', '06:00-22:00', 'workloads.api: 5')}, ${schedule('night', '22:00-06:00', 'workloads.api: 2')}`,
      ),
      example(
        `${schedule('day', '06:00-22:00', 'workloads.api: 5')}, ${schedule('noon', '12:00-13:00', 'nodeGroups.batch: 2')}`,
      ),
    ],
    bad: [
      example(
        `${schedule('day', '06:00-22:00', 'workloads.api: 5')}, ${schedule('night', '21:30-06:00', 'workloads.api: 2')}`,
      ),
      example(
        `${schedule('weekend', '00:00-24:00', 'workloads.api: 1', { more: ', days: [sat, sun]' })}, ${schedule('night', '22:00-06:00', 'workloads.api: 2', { more: ', days: [mon, tue, wed, thu, fri]' })}`,
      ),
    ],
  },
  check(model, report) {
    // Windows with several targets in common are one mistake.
    const told = new Set<string>();
    for (const { target, windows } of plansOf(model)) {
      for (const [index, window] of windows.entries()) {
        for (const other of windows.slice(0, index)) {
          const minute = firstOverlap(other, window);
          const pair = `${other.name} ${window.name}`;
          if (minute === undefined || told.has(pair)) continue;
          told.add(pair);
          const day = WEEKDAYS[Math.floor(minute / MINUTES_PER_DAY)];
          const time = formatClockTime(minute % MINUTES_PER_DAY);
          report({
            at: ['schedules', window.name, 'window'],
            message: `${other.name} and ${window.name} both have a floor for ${target} on ${day} at ${time}`,
            help: 'let one end where the other begins; a window over midnight ends on the day after those in days',
            related: [{ message: 'the other window', at: { path: ['schedules', other.name, 'window'] } }],
          });
        }
      }
    }
  },
});
