import { defineRule } from '../../../compiler/rules/rule.ts';
import type { AlarmSection } from './index.ts';

export const notifyOtherAccount = defineRule<AlarmSection>({
  code: 'alarm/notify-other-account',
  severity: 'warning',
  summary: 'the topics that are told are in the account of the environment',
  why: 'a topic of another account hears of an alarm only if its policy lets CloudWatch of this account publish, and nobody says so when it does not',
  source: 'CloudWatch user guide, "Notifying users on alarm changes" (general knowledge)',
  examples: {
    good: ['alarms: {notify: ["arn:aws:sns:us-east-1:123456789012:oncall"]}'],
    bad: ['alarms: {notify: ["arn:aws:sns:us-east-1:210987654321:oncall"]}'],
  },
  check(alarms, report, { frame }) {
    const { accountId } = frame.aws;
    for (const [index, arn] of (alarms?.notify ?? []).entries()) {
      const account = arn.split(':')[4];
      if (accountId === undefined || account === accountId) continue;
      report({
        at: ['alarms', 'notify', String(index)],
        message: `the topic belongs to the account ${account}, the environment to ${accountId}`,
        help: 'name a topic of this account, or let the policy of the topic admit cloudwatch.amazonaws.com from it and accept this finding in policy.exceptions',
      });
    }
  },
});
