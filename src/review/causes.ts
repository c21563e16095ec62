import type { PlannedChange } from '../plan/plan.ts';
import { safeText } from './safe-text.ts';

/** What was planned is not what a reviewer reads in the spec. */
export function unlikeText(attributes: readonly string[]): string {
  const are = attributes.length === 1 ? 'is' : 'are';
  return safeText(
    `${attributes.join(', ')} ${are} planned as the spec does not say: was the output edited by hand?`,
  );
}

/** Why Terraform deletes or replaces, in words. */
export function causesOf({ action, reason, forcedBy, deposed }: PlannedChange): readonly string[] {
  if (deposed !== undefined) return ['an earlier replacement left it behind (deposed)'];
  if (action === 'replace' && forcedBy.length > 0)
    return [`${safeText(forcedBy.join(', '), 120)} cannot be changed in place`];
  if (action !== 'delete' && action !== 'replace') return [];
  const known = reason === undefined ? undefined : REASONS[reason];
  return known === undefined ? (reason === undefined ? [] : [safeText(reason, 80)]) : [known];
}

/** @source Terraform 1.11, "JSON Output Format", action_reason (read 2026-11-27) */
const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: 'an earlier apply left it half made (tainted)',
  replace_because_cannot_update: 'it cannot be changed in place',
  replace_by_request: 'somebody asked for it (-replace)',
  replace_by_triggers: 'something that it is tied to changes (replace_triggered_by)',
  delete_because_no_resource_config: 'it is gone from the configuration',
  delete_because_no_module: 'its module is gone from the configuration',
  delete_because_wrong_repetition: 'count or for_each came or went without a moved block',
  delete_because_count_index: 'count became smaller',
  delete_because_each_key: 'its key is gone from for_each',
  delete_because_no_move_target: 'a moved block leads nowhere',
};
