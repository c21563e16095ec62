import type { AttributeEdit } from './plan.ts';

/**
 * What the provider keeps only in the state and no API gives back, so that every import plans to write it. Seen with
 * the AWS provider 5.100.0 on the imports of 45 kinds of resources, 2026-11-23; `manage_master_user_password` is not
 * among them although it looks alike: switching it on rotates the password.
 */
const VIRTUAL: ReadonlySet<string> = new Set([
  'allow_major_version_upgrade',
  'apply_immediately',
  'auth_token_update_strategy',
  'delete_automated_backups',
  'enable_global_write_forwarding',
  'enable_local_write_forwarding',
  'final_snapshot_identifier',
  'force_delete',
  'force_delete_warm_pool',
  'ignore_failed_scaling_activities',
  'instance_refresh',
  'resolve_conflicts_on_create',
  'resolve_conflicts_on_update',
  'skip_final_snapshot',
  'tags_all',
  'timeouts',
  'update_default_version',
  'wait_for_capacity_timeout',
  'wait_for_deployment',
]);

export function isVirtual({ attribute }: Pick<AttributeEdit, 'attribute'>): boolean {
  return VIRTUAL.has(attribute);
}
