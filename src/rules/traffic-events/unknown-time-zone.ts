import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { zoneNames, zoneProblem } from '../../util/calendar/time-zone.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { event, example } from './example.ts';

const spec = (timezone: string) =>
  example(event('sale', '2027-03-01', '2027-03-03'), { traffic: `, timezone: ${timezone}` });

export const unknownTimeZone = defineRule<Model>({
  code: 'traffic-event/unknown-time-zone',
  severity: 'error',
  summary: 'the time zone of the events is the name of a place, or UTC',
  why: 'an abbreviation such as EST has no daylight saving, and nobody can say when the events are',
  source: 'IANA time zone data 2025c; as schedule/unknown-time-zone (read 2026-11-27)',
  examples: {
    good: ['America/New_York', 'UTC', 'Asia/Kolkata'].map(spec),
    bad: ['EST', 'Europe/Berlyn', 'US/Eastern'].map(spec),
  },
  check({ traffic }, report) {
    const found = traffic && zoneProblem(traffic.timezone);
    if (!found) return;
    const [near] = found.better === undefined ? didYouMean(traffic.timezone, zoneNames()) : [found.better];
    report({
      at: ['traffic', 'timezone'],
      message: `"${traffic.timezone}" ${found.problem}`,
      help: `write the IANA name of a place, such as "${near ?? 'Europe/Berlin'}", or "UTC"`,
      ...(near !== undefined && { suggestions: [{ message: `write ${near}`, replacement: near }] }),
    });
  },
});
