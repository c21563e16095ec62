import type { Catalog } from '../../catalog/catalog.ts';
import type { Model } from '../../components/registry.ts';
import { eventPlansOf } from '../../components/schedules/event-plan.ts';
import { type EventTimeline, withEvents } from '../../components/schedules/event-timeline.ts';
import { plansOf, type TargetPlan } from '../../components/schedules/plan.ts';
import { timelineOf } from '../../components/schedules/timeline.ts';
import { zoneDataVersion } from '../../host/zone-data.ts';
import { parseDate } from '../../util/calendar/date.ts';
import { compareText } from '../../util/compare.ts';
import { invariant } from '../../util/invariant.ts';
import type { Command, Invocation } from '../command.ts';
import { compileEnvironments } from '../environments.ts';
import { EXIT } from '../exit-code.ts';
import { failureCode, hasErrors, report } from '../report.ts';
import { previewJson } from '../schedule/preview-json.ts';
import { previewText } from '../schedule/preview-text.ts';
import { UsageError } from '../usage-error.ts';

export const scheduleCommand: Command = {
  name: 'schedule',
  summary: 'Print the calendar of an environment: when which floor changes, on the clock and in UTC',
  parameters: 'preview ENV',
  minParameters: 2,
  maxParameters: 2,
  options: {
    days: { type: 'string', value: 'N', summary: 'how many days, 1 to 366 (default: 14)' },
    from: { type: 'string', value: 'YYYY-MM-DD', summary: 'the first day (default: today)' },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json'],
      summary: 'a table for people (default), or JSON',
    },
  },
  examples: [
    'elastiform schedule preview prod',
    'elastiform schedule preview prod --days 366 --from 2027-01-01',
  ],
  async run(invocation, context) {
    const [word, environment = ''] = invocation.parameters;
    if (word !== 'preview') {
      throw new UsageError(`schedule does not know "${word}"`, `elastiform schedule preview ${environment}`);
    }
    const days = daysOf(invocation);
    const from = firstDayOf(invocation, context.today);
    const compiled = compileEnvironments([environment], context);
    report(compiled, context);
    const [resolved] = compiled.resolved;
    if (hasErrors(compiled) || !resolved) return failureCode(compiled);
    const timelines = timelinesOf(resolved.model as Model, resolved.catalog, from, days);
    const preview = { environment, from, days, zoneData: zoneDataVersion(), timelines };
    const print = invocation.option('format') === 'json' ? previewJson : previewText;
    context.output.data(print(preview));
    return EXIT.success;
  },
};

/** Of every target that a schedule or an event moves, sorted by target. */
function timelinesOf(model: Model, catalog: Catalog, from: number, days: number): readonly EventTimeline[] {
  const events = new Map(eventPlansOf(model, catalog).map((found) => [found.plan.target, found]));
  const plans = new Map<string, TargetPlan>([
    ...[...events.values()].map(({ plan }) => [plan.target, plan] as const),
    ...plansOf(model).map((plan) => [plan.target, plan] as const),
  ]);
  return [...plans.values()]
    .sort((a, b) => compareText(a.target, b.target))
    .map((plan) => withEvents(timelineOf(plan, from, days), events.get(plan.target)?.events ?? []));
}

const MOST_DAYS = 366;

function daysOf(invocation: Invocation): number {
  const written = invocation.option('days') ?? '14';
  const days = Number(written);
  if (/^[0-9]{1,3}$/.test(written) && days >= 1 && days <= MOST_DAYS) return days;
  throw new UsageError(`--days is "${written}"`, `write a number from 1 to ${MOST_DAYS}`);
}

function firstDayOf(invocation: Invocation, today: string): number {
  const written = invocation.option('from');
  const day = parseDate(written ?? today);
  if (written !== undefined && (day === undefined || !/^(?:19[7-9]|20[0-9]|21[0-9])/.test(written))) {
    throw new UsageError(`--from is "${written}"`, 'write a day as YYYY-MM-DD, such as 2027-03-01');
  }
  invariant(day !== undefined, 'the host says what day it is');
  return day;
}
