import { defineRule, type Report, type Rule, type RuleContext } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { plansOf, type TargetPlan } from '../../components/schedules/plan.ts';
import { formatClockTime, MINUTES_PER_DAY } from '../../util/calendar/clock-time.ts';
import { formatLocal, formatOffset, parseDate } from '../../util/calendar/date.ts';
import { type Irregular, irregularitiesOf } from '../../util/calendar/occurrences.ts';
import { ZoneClock } from '../../util/calendar/time-zone.ts';
import type { Boundary } from '../../util/calendar/week.ts';
import { example, schedule } from './example.ts';

/** Years after today that are looked at: every zone with a rule shows it, and Morocco's drifts by ten days a year. */
const YEARS = 5;

const SOURCE =
  'robfig/cron v3, which Kubernetes uses: skipped times are not run (README), repeated ones run twice (SpecSchedule.Next in spec.go); AWS documents neither (read 2026-11-25)';

const spec = (window: string, timezone = 'America/New_York') =>
  example(schedule('night', window, 'workloads.api: 2', { timezone }));

export const skippedTime: Rule<Model> = defineRule<Model>({
  code: 'schedule/skipped-time',
  severity: 'error',
  summary: 'no change happens at a local time that the clock skips',
  why: 'when clocks go forward, Kubernetes does not run a job of the hour that is left out: the floor would stay wrong until the next change',
  source: SOURCE,
  examples: {
    good: [spec('22:00-06:00'), spec('22:00-03:00'), spec('02:30-05:00', 'Asia/Kolkata')],
    bad: [
      spec('22:00-02:30'),
      spec('02:00-06:00'),
      // 10 minutes before 03:00.
      example(schedule('early', '03:00-06:00', 'nodeGroups.batch: 3', { timezone: 'America/New_York' })),
    ],
  },
  check: (model, report, context) => reportIrregular(model, report, context, 'skipped'),
});

export const repeatedTime: Rule<Model> = defineRule<Model>({
  code: 'schedule/repeated-time',
  severity: 'warning',
  summary: 'no change happens at a local time that comes twice',
  why: 'when clocks go back, the change comes at the first of the two moments and again at the second: once a year a window is an hour shorter or longer than it reads',
  source: SOURCE,
  examples: {
    good: [spec('22:00-00:59'), spec('01:30-05:00', 'UTC')],
    bad: [
      spec('22:00-01:30'),
      spec('22:00-02:00', 'Australia/Lord_Howe').replace('22:00-02:00', '22:00-01:45'),
    ],
  },
  check: (model, report, context) => reportIrregular(model, report, context, 'twice'),
});

function reportIrregular(
  model: Model,
  report: Report,
  { today, isWritten }: RuleContext,
  kind: 'skipped' | 'twice',
): void {
  const from = (parseDate(today) ?? 0) * MINUTES_PER_DAY;
  const all = plansOf(model).flatMap((plan) =>
    irregularitiesOf(plan.boundaries, clockOf(plan.timezone, from)).map((found) => {
      const at = placeOf(found.boundary, isWritten);
      return {
        plan,
        found,
        at,
        moment: `${at.join('.')} ${found.boundary.cause === 'end' ? 'end' : 'begin'}`,
      };
    }),
  );
  // One time that moves several targets is one mistake, and so is one that is skipped in spring and twice in autumn.
  const isSkipped = new Set(all.filter(({ found }) => found.kind === 'skipped').map(({ moment }) => moment));
  const told = new Set<string>(kind === 'twice' ? isSkipped : []);
  for (const { plan, found, at, moment } of all) {
    if (found.kind !== kind || told.has(moment)) continue;
    told.add(moment);
    report({ ...describe(found, plan), at });
  }
}

const clocks = new Map<string, ZoneClock>();

function clockOf(timezone: string, from: number): ZoneClock {
  const key = `${timezone} ${from}`;
  const known = clocks.get(key) ?? new ZoneClock(timezone, from, from + YEARS * 366 * MINUTES_PER_DAY);
  clocks.set(key, known);
  return known;
}

/** A lead that nobody wrote follows from the window. */
function placeOf({ cause, window }: Boundary, isWritten: RuleContext['isWritten']): readonly string[] {
  const lead = ['schedules', window, 'leadTime'];
  return cause === 'lead' && isWritten(lead) ? lead : ['schedules', window, 'window'];
}

function describe(
  { boundary, kind, local, change }: Irregular<Boundary>,
  { target, timezone }: TargetPlan,
): { readonly message: string; readonly help: string } {
  const { time, cause } = boundary;
  const what = {
    begin: 'the beginning of the window',
    end: 'the end of the window',
    lead: 'the lead of the window',
  }[cause];
  const clock = `${formatClockTime(localTime(change.at + change.before))} becomes ${formatClockTime(localTime(change.at + change.after))} (${formatOffset(change.before)} to ${formatOffset(change.after)})`;
  const happens = kind === 'skipped' ? 'does not exist' : 'comes twice';
  return {
    message: `${what} at ${formatClockTime(time)}, which moves ${target}, ${happens} on ${formatLocal(local).slice(0, 14)} in ${timezone}: ${clock}`,
    help: 'choose a time outside of the hour before and after the change, or tell the window in UTC',
  };
}

function localTime(minute: number): number {
  return minute - Math.floor(minute / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}
