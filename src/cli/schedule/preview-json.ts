import { summaryOf } from '../../components/schedules/timeline.ts';
import { formatDate, formatMinute, formatOffset } from '../../util/calendar/date.ts';
import { causeOf, fieldOf, type Preview, reasonOf } from './preview.ts';

/** For programs. A new minor `formatVersion` only adds keys. */
export function previewJson({ environment, from, days, zoneData, timelines }: Preview): string {
  const targets = timelines.map((timeline) => {
    const { plan, initial, changes, clock, start, end } = timeline;
    const { least, most, mean } = summaryOf(timeline);
    return {
      target: plan.target,
      field: fieldOf(plan.target),
      timezone: plan.timezone,
      outside: plan.base,
      max: plan.max,
      initial: { value: initial.value, schedule: initial.window ?? null, event: initial.event ?? null },
      least,
      most,
      mean: Math.round(mean * 1000) / 1000,
      changes: changes.map((change) => ({
        at: utc(change.at),
        local: local(change.at, clock.offsetAt(change.at)),
        from: change.from,
        to: change.to,
        schedule: change.boundary?.window ?? null,
        event: change.event?.name ?? null,
        cause: causeOf(change),
        reason: reasonOf(change, timeline),
      })),
      clockChanges: clock.changes
        .filter(({ at }) => at >= start && at < end)
        .map(({ at, before, after }) => ({
          at: utc(at),
          before: local(at, before),
          after: local(at, after),
        })),
    };
  });
  const document = { formatVersion: '1.1', environment, from: formatDate(from), days, zoneData, targets };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function utc(minute: number): string {
  return `${formatMinute(minute).replace(' ', 'T')}:00Z`;
}

function local(minute: number, offset: number): string {
  return `${formatMinute(minute + offset).replace(' ', 'T')}:00${formatOffset(offset)}`;
}
