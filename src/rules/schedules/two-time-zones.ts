import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { zoneProblem } from '../../util/calendar/time-zone.ts';
import { example, schedule } from './example.ts';

export const twoTimeZones = defineRule<Model>({
  code: 'schedule/two-time-zones',
  severity: 'error',
  summary: 'all floors of one target are told in one time zone',
  why: 'clocks change on different days in different zones: windows that touch in summer overlap or leave a gap in March',
  source: 'IANA time zone data 2025c: New York changes on 2026-03-08, Berlin on 2026-03-29',
  examples: {
    good: [
      example(
        `${schedule('day', '06:00-22:00', 'workloads.api: 5', { timezone: 'Europe/Berlin' })}, ${schedule('noon', '12:00-13:00', 'nodeGroups.batch: 2')}`,
      ),
    ],
    bad: [
      example(
        `${schedule('day', '06:00-20:00', 'workloads.api: 5', { timezone: 'Europe/Berlin' })}, ${schedule('night', '21:00-05:00', 'workloads.api: 2')}`,
      ),
    ],
  },
  check({ schedules }, report) {
    const first = new Map<string, { readonly name: string; readonly timezone: string }>();
    for (const [name, { timezone, floors }] of schedules) {
      if (zoneProblem(timezone)) continue;
      for (const target of floors.keys()) {
        const other = first.get(target);
        first.set(target, other ?? { name, timezone });
        if (!other || other.timezone === timezone) continue;
        // Schedules with several targets in common are one mistake.
        report({
          at: ['schedules', name, 'timezone'],
          message: `${target} has floors in ${other.timezone} (${other.name}) and in ${timezone} (${name})`,
          help: `tell both windows in ${other.timezone}`,
          suggestions: [{ message: `write ${other.timezone}`, replacement: other.timezone }],
          related: [{ message: 'the other zone', at: { path: ['schedules', other.name, 'timezone'] } }],
        });
        break;
      }
    }
  },
});
