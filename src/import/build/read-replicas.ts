import type { DatabaseFacts } from '../facts-of-data.ts';
import { sameMembers, type Tell } from './building.ts';
import { windowOf } from './database-parts.ts';
import type { ItemBuilder } from './spec-tree.ts';
import { gib } from './units.ts';

export function replicaOf(
  replica: DatabaseFacts,
  primary: DatabaseFacts,
  item: ItemBuilder,
  tell: Tell,
): void {
  item.set('identifier', replica.id);
  item.unlessDefault('class', replica.class);
  // A standby in another zone leaves the choice to RDS.
  if (!replica.multiAz) item.set('availabilityZone', replica.zone);
  if ((replica.maxAllocatedGib ?? 0) > (replica.allocatedGib ?? 0))
    item.unlessDefault('maxStorage', gib(replica.maxAllocatedGib));
  else if (primary.maxAllocatedGib)
    tell('changes', `max_allocated_storage from none to ${primary.maxAllocatedGib}, as the primary has`);
  item.unlessDefault('multiAz', replica.multiAz);
  windowOf(replica, 'maintenanceWindow', item, tell);
  item.unlessDefault('performanceInsights', replica.performanceInsights);
  item.unlessDefault('deletionProtection', replica.deletionProtection);
  for (const [attribute, isSame] of sharedWith(replica, primary)) {
    if (!isSame) tell('changes', `${attribute}: in the language a replica has it from its primary`);
  }
}

/** What the language says once, at the primary. */
function sharedWith(replica: DatabaseFacts, primary: DatabaseFacts): readonly (readonly [string, boolean])[] {
  const same = (key: keyof DatabaseFacts) =>
    replica[key] === undefined || primary[key] === undefined || replica[key] === primary[key];
  return [
    ['storage_type', same('storageType')],
    ['iops', replica.storageType === 'gp2' || same('iops')],
    ['storage_throughput', same('throughput')],
    ['copy_tags_to_snapshot', same('copyTagsToSnapshot')],
    ['parameter_group_name', same('parameterGroup')],
    ['vpc_security_group_ids', sameMembers(replica.securityGroups, primary.securityGroups)],
    ['iam_database_authentication_enabled', same('iamAuthentication')],
    ['enabled_cloudwatch_logs_exports', sameMembers(replica.logs, primary.logs)],
    ['monitoring_interval', same('monitoringIntervalSeconds')],
    ['auto_minor_version_upgrade', same('autoMinorVersionUpgrade')],
    ['publicly_accessible', replica.publiclyAccessible !== true],
  ];
}
