import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { plansOf } from '../../components/schedules/plan.ts';
import { formatMinutes, MINUTES_PER_WEEK } from '../../util/calendar/clock-time.ts';
import { beginnings, type WeeklyWindow, weekOf } from '../../util/calendar/week.ts';
import { example, schedule } from './example.ts';

const evening = schedule('evening', '18:00-22:00', 'nodeGroups.batch: 3', { more: ', leadTime: 0s' });
const night = (lead: string) =>
  schedule('night', '22:30-04:00', 'nodeGroups.batch: 4', { more: `, leadTime: ${lead}` });

export const leadTimeTooLong = defineRule<Model>({
  code: 'schedule/lead-time-too-long',
  severity: 'warning',
  summary: 'the lead of a window is shorter than the time before it that it interrupts',
  why: 'the nodes of the window before never fall to their number, or fall for no minute: what is saved on paper is not saved',
  source: 'elastiform, decision 0009 (2026-11-25)',
  examples: {
    good: [
      example(`${evening}, ${night('10m')}`),
      // Windows that touch: the lead is a part of the window before.
      example(
        `${schedule('night', '22:00-06:00', 'nodeGroups.batch: 2')}, ${schedule('day', '06:00-22:00', 'nodeGroups.batch: 4')}`,
      ),
    ],
    bad: [example(`${evening}, ${night('30m')}`), example(`${evening}, ${night('1h')}`)],
  },
  check(model, report) {
    // One lead for several groups is one mistake.
    const told = new Set<string>();
    for (const plan of plansOf(model)) {
      const plain = weekOf(
        plan.windows.map((window) => ({ ...window, lead: 0 })),
        plan.base,
      ).values;
      for (const window of plan.windows) {
        const gap = shortestBefore(window, plain);
        if (gap === undefined || window.lead < gap || told.has(window.name)) continue;
        told.add(window.name);
        report({
          at: ['schedules', window.name, 'leadTime'],
          message: `the lead of ${formatMinutes(window.lead)} takes up all of the ${formatMinutes(gap)} for which ${plan.target} may be lower before ${window.name}`,
          help: `write less than ${formatMinutes(gap)}, or let the window begin earlier`,
        });
      }
    }
  },
});

/** Minutes for which the lower number before a window holds; `undefined` where nothing rises or ever changes. */
function shortestBefore(window: WeeklyWindow, values: readonly number[]): number | undefined {
  if (window.lead === 0) return undefined;
  const lengths = beginnings(window).flatMap((begin) => {
    const before = valueAt(values, begin - 1);
    if (before >= window.value) return [];
    let length = 1;
    while (length < MINUTES_PER_WEEK && valueAt(values, begin - 1 - length) === before) length += 1;
    return [length];
  });
  return lengths.length === 0 ? undefined : Math.min(...lengths);
}

function valueAt(values: readonly number[], minute: number): number {
  return values[(minute + MINUTES_PER_WEEK) % MINUTES_PER_WEEK] ?? 0;
}
