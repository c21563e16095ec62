import { defineRule } from '../../../compiler/rules/rule.ts';
import type { AlarmSection } from './index.ts';

export const notifyOtherRegion = defineRule<AlarmSection>({
  code: 'alarm/notify-other-region',
  severity: 'error',
  summary: 'the topics that are told are in the region of the environment',
  why: 'an alarm can only tell a topic of its own region; the others never hear of it',
  source:
    'CloudWatch user guide, "Notifying users on alarm changes": the SNS topic must be in the same Region (general knowledge)',
  examples: {
    good: ['alarms: {notify: ["arn:aws:sns:us-east-1:123456789012:oncall"]}'],
    bad: ['alarms: {notify: ["arn:aws:sns:eu-west-1:123456789012:oncall"]}'],
  },
  check(alarms, report, { frame }) {
    for (const [index, arn] of (alarms?.notify ?? []).entries()) {
      const region = arn.split(':')[3];
      if (region === frame.aws.region) continue;
      report({
        at: ['alarms', 'notify', String(index)],
        message: `the topic is in ${region}, the environment in ${frame.aws.region}`,
        help: `name a topic in ${frame.aws.region}`,
      });
    }
  },
});
