import { defineRule } from '../../compiler/rules/rule.ts';
import { isAnythingWatched } from '../../components/alarms/watched.ts';
import type { Model } from '../../components/registry.ts';
import { CACHE } from './example.ts';

export const nobodyIsTold = defineRule<Model>({
  code: 'alarm/nobody-is-told',
  severity: 'warning',
  summary: 'in prod somebody is told when an alarm begins',
  why: 'an alarm without a topic is a colour in the console that nobody looks at in the night',
  source: 'the scaling guide, "When to Scale"; CloudWatch alarms do nothing without alarm_actions',
  examples: {
    good: [
      `alarms: {notify: ["arn:aws:sns:us-east-1:123456789012:oncall"]}\n${CACHE}`,
      `alarms: false\n${CACHE}`,
    ],
    bad: [`alarms: {notify: null}\n${CACHE}`],
  },
  check(model, report) {
    const { alarms, tier } = model;
    if (tier !== 'prod' || !alarms || alarms.notify !== undefined || !isAnythingWatched(model)) return;
    report({
      at: ['alarms', 'notify'],
      message: 'no topic is told when an alarm of this environment begins',
      help: 'name an SNS topic in alarms.notify',
    });
  },
});
