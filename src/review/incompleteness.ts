import type { Plan } from '../plan/plan.ts';
import type { Verdict } from './review.ts';
import { safeText } from './safe-text.ts';

/**
 * Why a plan does not tell all that is to be done, if so. Where nobody knows what is missing it is blocked; a plan of
 * some addresses is what somebody asked for, and never automatic.
 *
 * @source Terraform 1.11, "JSON Output Format": errored, complete, deferred_changes (seen in plans of 1.11.4, 2026-11-27)
 */
export function incompleteness(
  plan: Plan,
): { readonly verdict: Verdict; readonly reason: string } | undefined {
  const { isErrored, deferred, isPartial } = plan;
  const name = safeText(plan.name, 80);
  if (isErrored)
    return { verdict: 'blocked', reason: `${name} is incomplete: Terraform stopped with an error` };
  if (deferred > 0) {
    const changes = `${deferred} change${deferred === 1 ? '' : 's'}`;
    return { verdict: 'blocked', reason: `${name} is incomplete: Terraform put off ${changes}` };
  }
  if (!isPartial) return undefined;
  return {
    verdict: 'human',
    reason: `${name} is a part of what is to be done (-target): plan again afterwards`,
  };
}
