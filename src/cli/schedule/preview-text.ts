import type { EventTimeline } from '../../components/schedules/event-timeline.ts';
import { summaryOf } from '../../components/schedules/timeline.ts';
import { formatClockTime, formatMinutes, MINUTES_PER_DAY } from '../../util/calendar/clock-time.ts';
import { formatLocal, formatMinute, formatOffset } from '../../util/calendar/date.ts';
import type { ClockChange } from '../../util/calendar/time-zone.ts';
import { compareText } from '../../util/compare.ts';
import { fieldOf, initialReason, type Preview, reasonOf } from './preview.ts';

/** The calendar as a table, one line for each change, and a summary of each target. */
export function previewText({ environment, from, days, zoneData, timelines }: Preview): string {
  const day = (number: number) => formatLocal(number * MINUTES_PER_DAY).slice(0, 14);
  const span = days === 1 ? day(from) : `${day(from)} to ${day(from + days - 1)}, ${days} days`;
  const title = `${environment}: ${span} (time zone data ${zoneData})`;
  if (timelines.length === 0) return `${title}\n\nno schedules and no events\n`;
  const zones = [...new Set(timelines.map(({ plan }) => plan.timezone))].sort(compareText);
  const parts = zones.map((zone) =>
    calendar(
      zone,
      timelines.filter(({ plan }) => plan.timezone === zone),
    ),
  );
  return `${[title, ...parts, summary(timelines)].join('\n\n')}\n`;
}

interface Line {
  readonly at: number;
  /** Lines of one moment: first the clock, then the targets by name. */
  readonly order: string;
  readonly cells: readonly string[];
}

function calendar(zone: string, timelines: readonly EventTimeline[]): string {
  const clock = timelines[0]?.clock;
  const initial = timelines.map((timeline) => ({
    at: timeline.start,
    order: timeline.plan.target,
    cells: [timeline.plan.target, String(timeline.initial.value), initialReason(timeline)],
  }));
  const changes = timelines.flatMap((timeline) =>
    timeline.changes.map(
      (change): Line => ({
        at: change.at,
        order: timeline.plan.target,
        cells: [timeline.plan.target, `${change.from} -> ${change.to}`, reasonOf(change, timeline)],
      }),
    ),
  );
  const [first] = timelines;
  const clockChanges = (clock?.changes ?? [])
    .filter(({ at }) => first !== undefined && at >= first.start && at < first.end)
    .map((change): Line => ({ at: change.at, order: '', cells: [describeClockChange(change)] }));
  const lines = [...initial, ...changes, ...clockChanges]
    .sort((a, b) => a.at - b.at || compareText(a.order, b.order))
    .map(({ at, cells }) => {
      const offset = clock?.offsetAt(at) ?? 0;
      return [`${formatLocal(at + offset)} ${formatOffset(offset)}`, `${formatMinute(at)}Z`, ...cells];
    });
  return table(zone, [['local time', 'UTC', 'target', 'least', 'why'], ...lines]);
}

/** `clocks go back 1h: 02:00 becomes 01:00`. */
function describeClockChange({ at, before, after }: ClockChange): string {
  const time = (minute: number) =>
    formatClockTime(minute - Math.floor(minute / MINUTES_PER_DAY) * MINUTES_PER_DAY);
  const direction = after > before ? 'forward' : 'back';
  const by = formatMinutes(Math.abs(after - before));
  return `-- clocks go ${direction} ${by}: ${time(at + before)} becomes ${time(at + after)}`;
}

function summary(timelines: readonly EventTimeline[]): string {
  const rows = timelines.map((timeline) => {
    const { plan, changes } = timeline;
    const { least, most, mean } = summaryOf(timeline);
    return [
      `${plan.target}.${fieldOf(plan.target)}`,
      ...[least, most].map(String),
      mean.toFixed(1),
      String(plan.max),
      String(changes.length),
    ];
  });
  return table('summary', [['target', 'least', 'most', 'mean', 'max', 'changes'], ...rows]);
}

function table(title: string, rows: readonly (readonly string[])[]): string {
  // A line about the clock has one long cell, which must not widen the column.
  const full = rows.filter((row) => row.length === rows[0]?.length);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...full.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
