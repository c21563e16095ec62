import type { Diagnostic } from '../diagnostic.ts';
import type { Approval } from '../frame/review.ts';
import type { SpecPath } from '../spec-path.ts';
import { policyAdvice } from './policy-messages.ts';

/**
 * Finds approvals to lose data whose last day has passed. Whether one is of use only a plan can tell.
 *
 * @param today as YYYY-MM-DD; an approval counts until the end of its last day
 */
export function checkApprovals(approvals: readonly Approval[], today: string): readonly Diagnostic[] {
  return approvals.flatMap((approval, index) => {
    if (approval.expires >= today) return [];
    const path: SpecPath = ['policy', 'review', 'approvals', String(index)];
    return [
      {
        code: 'policy/expired-approval',
        severity: 'error',
        message: `the approval to ${approval.action} ${approval.address} ended on ${approval.expires}`,
        ...policyAdvice['policy/expired-approval'],
        help: `remove it when the change has been applied, or agree on a new date with ${approval.owner}`,
        at: { path: [...path, 'expires'] },
        suggestions: [{ message: 'remove the approval', change: { path, remove: true } }],
      } as const,
    ];
  });
}
