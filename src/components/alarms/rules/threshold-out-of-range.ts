import { defineRule } from '../../../compiler/rules/rule.ts';
import { SHARES } from '../threshold-fields.ts';
import type { AlarmSection } from './index.ts';

export const thresholdOutOfRange = defineRule<AlarmSection>({
  code: 'alarm/threshold-out-of-range',
  severity: 'error',
  summary: 'a threshold in percent is above 0 % and below 100 %',
  why: 'nothing is ever above 100 % of what there is, so that the alarm would never begin; at 0 % it would never end',
  source: 'by definition of a share',
  examples: {
    good: ['alarms: {thresholds: {cpu: 90%}}'],
    bad: ['alarms: {thresholds: {cpu: 120%}}', 'alarms: {items: {databases.postgres: {memory: 100%}}}'],
  },
  check(alarms, report) {
    if (!alarms) return;
    const places = [
      [['alarms', 'thresholds'], alarms.thresholds] as const,
      ...[...alarms.items].map(([item, own]) => [['alarms', 'items', item], own] as const),
    ];
    for (const [path, values] of places) {
      for (const name of SHARES) {
        const value = values[name];
        if (value === undefined || (value > 0 && value < 100)) continue;
        report({
          at: [...path, name],
          message: `${value}% is no threshold: it is reached ${value >= 100 ? 'never' : 'always'}`,
          help:
            value >= 100
              ? 'write less than 100%, or switch the alarm off with without: [<kind>]'
              : 'write more than 0%',
        });
      }
    }
  },
});
