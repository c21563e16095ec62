import { shiftWeeklyWindow, type WeeklyWindow, windowsOverlap } from '../../compiler/quantity/aws-window.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { MINUTES_PER_WEEK } from '../../util/calendar/clock-time.ts';
import { wrapMinute } from '../../util/calendar/week.ts';
import { type Busy, busyWeek } from './busy-week.ts';
import { database, schedule, spec } from './example.ts';
import { type Maintained, maintainedOf } from './maintained.ts';

export const inBusyHours = defineRule<Model>({
  code: 'maintenance/in-busy-hours',
  severity: 'warning',
  summary:
    'databases and caches in production are maintained outside of the hours for which schedules raise the floors',
  why: 'maintenance restarts the database or fails it over, and every connection breaks, when most people are there to notice',
  source:
    'RDS user guide "Maintaining a DB instance", USER_UpgradeDBInstance.Maintenance: choose a window with little load, Multi-AZ fails over (read 2026-11-27)',
  examples: {
    good: [
      spec(schedule('business', 'Europe/Berlin', '08:00-20:00', 8), database('Sun 03:30-04:30')),
      // 09:00 to 22:00 in Tokyo is 00:00 to 13:00 UTC.
      spec(schedule('business', 'Asia/Tokyo', '09:00-22:00', 8), database('Sun 15:30-16:30')),
      `tier: staging\n${spec(schedule('business', 'UTC', '08:00-20:00', 8), database('Sun 10:00-11:00'))}`,
      // The half hour that is left is too short: there is no better time.
      spec(schedule('nearly-always', 'UTC', '06:00-05:30', 8), database('Sun 10:00-11:00')),
    ],
    bad: [
      spec(schedule('business', 'Europe/Berlin', '08:00-20:00', 8), database('Wed 10:00-11:00')),
      spec(schedule('business', 'Asia/Tokyo', '09:00-22:00', 8), database('Sun 04:30-05:30')),
      // 06:30 UTC is 07:30 in Berlin in winter and 08:30 in summer.
      spec(schedule('business', 'Europe/Berlin', '08:00-20:00', 8), database('Sun 06:00-06:45')),
      // The night is lowered, so that the day is busy.
      spec(schedule('night', 'UTC', '22:00-06:00', 1), database('Wed 10:00-11:00')),
    ],
  },
  check(model, report, context) {
    if (context.frame.tier !== 'prod' || model.schedules.size === 0) return;
    const busy = busyWeek(model, context.today);
    for (const maintained of maintainedOf(model, context)) {
      const { path, window } = maintained;
      const found = busyIn(window, busy);
      const better = found && quietWindow(maintained, busy);
      if (!found || better === undefined) continue;
      report({
        at: path,
        message: `maintenance on ${shiftWeeklyWindow(window, 0)} UTC ${textOf(found)}`,
        help: `move it into quiet hours, for example to ${better}`,
        related: [
          {
            message: `${found.schedule} is told in ${found.plan.timezone}`,
            at: { path: ['schedules', found.schedule, 'window'] },
          },
        ],
      });
    }
  },
});

function textOf({ plan, schedule, isRaised }: Busy): string {
  const { target, base, windows } = plan;
  const value = windows.find(({ name }) => name === schedule)?.value;
  return isRaised
    ? `falls into ${schedule}, which raises ${target} from ${base} to ${value}`
    : `falls outside of ${schedule}, when ${target} goes down from ${base} to ${value}`;
}

/** The first busy minute of a window. */
function busyIn(
  { startMinute, lengthMinutes }: WeeklyWindow,
  busy: readonly (Busy | undefined)[],
): Busy | undefined {
  for (let minute = 0; minute < lengthMinutes; minute += 1) {
    const found = busy[wrapMinute(startMinute + minute)];
    if (found) return found;
  }
  return undefined;
}

/** The next half hour from which a window of the same length is quiet and clear of the backup. */
function quietWindow(
  { window, backup }: Maintained,
  busy: readonly (Busy | undefined)[],
): string | undefined {
  for (let later = 30; later < MINUTES_PER_WEEK; later += 30) {
    const moved = { ...window, startMinute: wrapMinute(window.startMinute + later) };
    if (!windowsOverlap(moved, backup) && !busyIn(moved, busy)) return shiftWeeklyWindow(moved, 0);
  }
  return undefined;
}
