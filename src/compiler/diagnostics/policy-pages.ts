import { type PolicyCode, policyAdvice } from '../rules/policy-messages.ts';
import { pagesOf } from './page.ts';
import { whole } from './yaml-examples.ts';

const SOURCE = 'spec language §"policy", 2026-11-24; cdk-nag asks for a reason, too';

/** A finding that may be accepted, and one that may not. */
const WARNED = 'workloads:\n  api: {replicas: 1}\n';
const REFUSED = `workloads:
  api: {autoscaling: {minReplicas: 7, maxReplicas: 5, metrics: {cpu: {averageUtilization: 70%}}}}
`;

const accepting = (rule: string, expires: string): string => `policy:
  exceptions:
    - rule: ${rule}
      path: workloads.api
      reason: load test
      owner: team-api
      expires: "${expires}"
`;

const approving = (expires: string): string => `policy:
  review:
    approvals:
      - address: aws_db_instance.reports
        action: delete
        reason: moved to databases.main
        owner: team-data
        expires: "${expires}"
`;

const GOOD = WARNED + accepting('workload/single-replica', '2099-12-31');

export const policyPages = pagesOf<PolicyCode>(policyAdvice, {
  'policy/unknown-rule': {
    summary: 'an exception names a rule that exists',
    source: SOURCE,
    bad: [accepting('workload/single-replcia', '2099-12-31')],
    good: [GOOD],
  },
  'policy/unused-exception': {
    severity: 'warning',
    summary: 'an exception accepts a finding that is there',
    source: SOURCE,
    bad: [`workloads:\n  api: {replicas: 2}\n${accepting('workload/single-replica', '2099-12-31')}`],
    good: [GOOD],
  },
  'policy/expired-exception': {
    summary: 'an exception is not past its last day',
    source: SOURCE,
    bad: [
      {
        ...whole(WARNED + accepting('workload/single-replica', '2026-01-31')),
        also: ['workload/single-replica'],
      },
    ],
    good: [GOOD],
  },
  'policy/error-excepted': {
    summary: 'what is accepted is a warning and no error',
    source: SOURCE,
    bad: [
      {
        ...whole(REFUSED + accepting('workload/min-above-max', '2099-12-31')),
        also: ['workload/min-above-max'],
      },
    ],
    good: [GOOD],
  },
  'policy/expired-approval': {
    summary: 'an approval to lose data is not past its last day',
    source: 'spec language §"policy" and hardening reference §5, 2026-11-27',
    bad: [approving('2026-01-31')],
    good: [approving('2099-12-31')],
  },
});
