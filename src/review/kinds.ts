import type { Catalog } from '../catalog/catalog.ts';
import type { ChangeKind } from '../compiler/frame/review.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Effect } from '../plan/impact/effect.ts';
import type { AttributeEdit, PlannedChange } from '../plan/plan.ts';

/** What a change is about; empty when nothing happens at all, as with a move. */
export function kindsOf(
  change: PlannedChange,
  effects: readonly Effect[],
  place: SpecPath | undefined,
  catalog: Catalog | undefined,
): ReadonlySet<ChangeKind> {
  const kinds = new Set<ChangeKind>();
  if (change.isImported) kinds.add('adoption');
  if (effects.some(isInterrupting)) kinds.add('interruption');
  const whole = wholeKind(change, place);
  if (change.action === 'none') return kinds;
  if (whole) return kinds.add(whole);
  if (change.action === 'create') return kinds.add('creation');
  if (change.action === 'delete' || change.action === 'forget') return kinds.add('deletion');
  if (change.action === 'replace') return kinds.add(replacementKind(change));
  for (const edit of change.edits) {
    const kind = editKind(edit, change, catalog);
    // That it interrupts is what there is to say about it.
    const isSaid = effects.some((effect) => effect.attribute === edit.attribute && isInterrupting(effect));
    if (kind !== 'settings' || !isSaid) kinds.add(kind);
  }
  return kinds;
}

/** What waits for a reboot interrupts nobody until somebody makes one. */
function isInterrupting({ interruption, moment }: Effect): boolean {
  return interruption !== 'online' && moment !== 'next-reboot';
}

/** What a thing is for says more than what happens to it. */
function wholeKind({ type }: PlannedChange, place: SpecPath | undefined): ChangeKind | undefined {
  if (/^aws_cloudwatch_(?:metric_alarm|composite_alarm|dashboard)$/.test(type)) return 'alarms';
  if (/^aws_(?:autoscaling_schedule|appautoscaling_scheduled_action)$/.test(type)) return 'schedules';
  if (/^kubernetes_cron_job/.test(type) && /^(?:schedules|traffic)$/.test(place?.[0] ?? ''))
    return 'schedules';
  if (type === 'aws_autoscaling_group_tag') return 'tags';
  return SECURITY_TYPE.test(type) ? 'security' : undefined;
}

const SECURITY_TYPE =
  /^aws_(?:iam|kms|secretsmanager|eks_access|eks_pod_identity|security_group|vpc_security_group|network_acl|wafv2)(?:_|$)|^aws_(?:s3_bucket_(?:policy|public_access_block|acl)|sns_topic_policy|sqs_queue_policy|cloudfront_origin_access_control|ecr_repository_policy)$|^kubernetes_(?:cluster_)?role|^kubernetes_(?:service_account|network_policy|secret|pod_security|mutating|validating)/;

function replacementKind({ type, isCreatedFirst }: PlannedChange): ChangeKind {
  if (/^aws_(?:db|elasticache)_(?:parameter|subnet)_group$/.test(type))
    return isCreatedFirst ? 'settings' : 'deletion';
  return isCreatedFirst ? 'rollouts' : 'deletion';
}

function editKind(
  edit: AttributeEdit,
  { type, action }: PlannedChange,
  catalog: Catalog | undefined,
): ChangeKind {
  const { attribute, path, before, after } = edit;
  if (/^tags?(?:_all)?$/.test(attribute)) return 'tags';
  if (isSecurity(edit)) return 'security';
  if (attribute === 'instance_class' || attribute === 'node_type') {
    const [was, becomes] = [weight(catalog, before), weight(catalog, after)];
    if (was === undefined || becomes === undefined || was === becomes) return 'settings';
    return becomes > was ? 'capacity' : 'shrinking';
  }
  if (CAPACITY.test(path) && action === 'update') {
    if (typeof before === 'boolean' || typeof after === 'boolean')
      return after === true ? 'capacity' : 'shrinking';
    const [was, becomes] = [Number(before ?? 0), Number(after ?? 0)];
    if (edit.isUnknown || Number.isNaN(was) || Number.isNaN(becomes)) return 'settings';
    return becomes < was ? 'shrinking' : 'capacity';
  }
  return isRollout(type, edit) ? 'rollouts' : 'settings';
}

/** Of which more is more, whatever the unit. */
const CAPACITY =
  /^(?:allocated_storage|max_allocated_storage|iops|storage_throughput|num_node_groups|replicas_per_node_group|num_cache_clusters|min_size|max_size|desired_capacity|min_capacity|max_capacity|multi_az|multi_az_enabled|automatic_failover_enabled|scaling_config\[0\]\.(?:min|max|desired)_size|spec\[0\]\.(?:min_|max_)?replicas)$/;

const SECURITY: ReadonlySet<string> = new Set([
  'at_rest_encryption_enabled',
  'auth_token',
  'ca_cert_identifier',
  'deletion_protection',
  'iam_database_authentication_enabled',
  'iam_instance_profile',
  'kms_key_id',
  'manage_master_user_password',
  'master_user_secret_kms_key_id',
  'metadata_options',
  'network_interfaces',
  'node_role_arn',
  'password',
  'password_wo_version',
  'publicly_accessible',
  'security_group_ids',
  'skip_final_snapshot',
  'storage_encrypted',
  'transit_encryption_enabled',
  'transit_encryption_mode',
  'user_group_ids',
  'viewer_certificate',
  'vpc_security_group_ids',
]);

/** Backups are a protection, too, as long as there are fewer of them afterwards. */
function isSecurity({ attribute, before, after, isSensitive }: AttributeEdit): boolean {
  if (attribute === 'backup_retention_period' || attribute === 'snapshot_retention_limit')
    return Number(after ?? 0) < Number(before ?? 0);
  return isSensitive || SECURITY.has(attribute);
}

function isRollout(type: string, { path, attribute }: AttributeEdit): boolean {
  if (type === 'aws_launch_template') return true;
  if (type === 'aws_autoscaling_group') return /^(?:launch_template|mixed_instances_policy)$/.test(attribute);
  if (type === 'aws_eks_node_group') return /^(?:version|release_version|launch_template)$/.test(attribute);
  return (
    /^kubernetes_(?:deployment|stateful_set|daemon_?set)/.test(type) && path.startsWith('spec[0].template')
  );
}

/** What a class or node type has, in one number that orders the sizes of all families. */
function weight(catalog: Catalog | undefined, name: unknown): number | undefined {
  const rds = catalog?.rdsClasses.rows.get(String(name));
  if (rds) return rds.memoryGib * 1000 + rds.vcpu;
  return catalog?.elasticacheNodeTypes.rows.get(String(name))?.maxmemoryBytes;
}
