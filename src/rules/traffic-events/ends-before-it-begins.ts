import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eachEvent } from './each-event.ts';
import { event, example } from './example.ts';

export const endsBeforeItBegins = defineRule<Model>({
  code: 'traffic-event/ends-before-it-begins',
  severity: 'error',
  summary: 'an event ends after it begins',
  why: 'it would never be on: no floor rises, and no other number knows of its traffic',
  source: 'elastiform, decision 0009 (2026-11-27)',
  examples: {
    good: [
      // A day alone is its last day.
      example(event('sale', '2027-03-01', '2027-03-01')),
      example(event('sale', '2027-03-01 20:00', '2027-03-02 02:00')),
    ],
    bad: [
      example(event('sale', '2027-03-03', '2027-03-01')),
      example(event('sale', '2027-03-01 20:00', '2027-03-01 08:00')),
      example(event('sale', '2027-03-01 20:00', '2027-03-01 20:00')),
    ],
  },
  check: eachEvent(({ name, event, from, to, at }, report) => {
    if (!from || !to || to.at > from.at) return;
    const how = to.at === from.at ? 'when' : 'before';
    report({
      at: at('to'),
      message: `${name} ends ${how} it begins: from ${event.from} to ${event.to}`,
      help: 'write a later end; a day alone is the last day of the event',
      related: [{ message: 'the beginning', at: { path: at('from') } }],
    });
  }),
});
