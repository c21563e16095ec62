import type { PlannedChange } from '../plan.ts';
import type { Effect } from './effect.ts';

/** What the provider changes in place although `blue_green_update` is set. */
const IN_PLACE: ReadonlySet<string> = new Set([
  'allow_major_version_upgrade',
  'blue_green_update',
  'delete_automated_backups',
  'deletion_protection',
  'final_snapshot_identifier',
  'password',
  'password_wo_version',
  'replicate_source_db',
  'skip_final_snapshot',
  'tags',
  'tags_all',
  'timeouts',
]);

/**
 * With `blue_green_update` the provider changes a copy and switches over to it during the apply, whatever
 * `apply_immediately` says; the old instance is deleted without a final snapshot.
 *
 * @source hashicorp/terraform-provider-aws, internal/service/rds/instance.go, resourceInstanceUpdate (read 2026-11-27)
 * unverified: `password_wo_version` and `timeouts` in place, and that a switchover takes less than a minute
 */
export function withBlueGreen(effects: readonly Effect[], change: PlannedChange): readonly Effect[] {
  if (!isBlueGreen(change) || effects.every(({ attribute }) => IN_PLACE.has(attribute))) return effects;
  const switchover: Effect = {
    attribute: effects.find(({ attribute }) => !IN_PLACE.has(attribute))?.attribute ?? '',
    interruption: 'failover',
    moment: 'now',
    note: 'a blue/green deployment switches over; the old instance goes without a final snapshot',
  };
  return [switchover, ...effects.filter(({ attribute }) => IN_PLACE.has(attribute))];
}

function isBlueGreen({ type, after }: PlannedChange): boolean {
  const block = after['blue_green_update'];
  const first = Array.isArray(block) ? block[0] : undefined;
  return type === 'aws_db_instance' && (first as { enabled?: unknown } | undefined)?.enabled === true;
}
