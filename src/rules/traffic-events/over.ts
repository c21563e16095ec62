import { defineRule } from '../../compiler/rules/rule.ts';
import { entryOrMap, removal } from '../../compiler/rules/suggestions.ts';
import type { Model } from '../../components/registry.ts';
import { eventWindows } from '../../traffic/events.ts';
import { isOver } from './each-event.ts';
import { event, example } from './example.ts';

export const over = defineRule<Model>({
  code: 'traffic-event/over',
  severity: 'warning',
  summary: 'an event that is over has left the spec',
  why: 'it moves nothing any more, but as long as it is there Terraform leaves the least numbers to it: a change of min or minReplicas would not be applied',
  source: 'elastiform, decision 0009 (2026-11-27)',
  examples: {
    // It is 2026-11-25 in the examples.
    good: [
      example(event('sale', '2026-11-23', '2026-11-26')),
      example(event('sale', '2026-11-20', '2026-11-24')),
    ],
    bad: [
      example(event('sale', '2026-11-20', '2026-11-23')),
      example(`${event('spring', '2026-03-01', '2026-03-03')}, ${event('sale', '2026-11-26', '2026-11-29')}`),
    ],
  },
  check({ traffic }, report, { today }) {
    const events = traffic?.events ?? new Map();
    for (const window of eventWindows(traffic)) {
      if (!isOver(window, today)) continue;
      const { name } = window;
      report({
        at: ['traffic', 'events', name],
        on: 'key',
        message: `${name} ended on ${events.get(name)?.to}, and today is ${today}`,
        help: 'remove it; if it comes again, write the days of next time',
        suggestions: [removal(entryOrMap(['traffic', 'events'], name, events))],
      });
    }
  },
});
