import type { DatabaseFacts } from '../facts-of-data.ts';
import type { Tell } from './building.ts';
import type { ItemBuilder } from './spec-tree.ts';
import { dailyWindow, days, gib, weeklyWindow } from './units.ts';

const TYPES = ['gp3', 'gp2', 'io1', 'io2'];

export function storageOf(database: DatabaseFacts, item: ItemBuilder, tell: Tell): void {
  const { allocatedGib = 0, maxAllocatedGib = 0, storageType = '', encrypted } = database;
  item.set('storage.allocated', gib(allocatedGib));
  // A bound that was reached bounds nothing any more, and RDS refuses it in a call.
  if (maxAllocatedGib > allocatedGib) item.set('storage.max', gib(maxAllocatedGib));
  if (TYPES.includes(storageType)) item.unlessDefault('storage.type', storageType);
  else
    tell(
      'changes',
      `storage_type from ${storageType || 'unknown'} to gp3: the language has ${TYPES.join(', ')}`,
    );
  if (isProvisioned(database)) {
    item.set('storage.iops', database.iops);
    if (storageType === 'gp3') item.set('storage.throughput', database.throughput);
  }
  // Which key it is, an adopted database does not say: it keeps the one it has.
  item.unlessDefault('storage.encrypted', encrypted);
}

/**
 * RDS answers with the baseline of gp2 and gp3, too. That of gp3 is 3,000 below 400 GiB, and 12,000 with 500 MiB a
 * second above. @source RDS user guide, "Amazon RDS DB instance storage" (read 2026-11-25)
 */
function isProvisioned({ storageType, allocatedGib = 0, iops, throughput }: DatabaseFacts): boolean {
  if (storageType === 'io1' || storageType === 'io2') return true;
  if (storageType !== 'gp3' || allocatedGib < 400) return false;
  return iops !== undefined && (iops > 12_000 || (throughput ?? 0) > 500);
}

const LOGS = ['audit', 'error', 'general', 'postgresql', 'slowquery', 'upgrade'];

/** Backups, windows and monitoring. */
export function careOf(database: DatabaseFacts, item: ItemBuilder, tell: Tell): void {
  item.unlessDefault('backups.retention', days(database.backupRetentionDays));
  item.unlessDefault('backups.window', dailyWindow(database.backupWindow, tell));
  item.unlessDefault('backups.copyTagsToSnapshot', database.copyTagsToSnapshot);
  windowOf(database, 'changes.maintenanceWindow', item, tell);
  // The first plan would order the major version alone, and RDS might answer with an upgrade.
  if (database.autoMinorVersionUpgrade)
    tell(
      'changes',
      'auto_minor_version_upgrade of it and its replicas from true to false: its version is pinned. To give minor versions back to RDS, write the major version alone later',
    );
  item.unlessDefault('monitoring.performanceInsights', database.performanceInsights);
  if (database.performanceInsights)
    item.unlessDefault(
      'monitoring.performanceInsightsRetention',
      days(database.performanceInsightsRetentionDays),
    );
  if (database.monitoringIntervalSeconds) {
    item.set('monitoring.enhanced.role', database.monitoringRoleArn?.split('/').at(-1));
    item.unlessDefault('monitoring.enhanced.interval', `${database.monitoringIntervalSeconds}s`);
  }
  item.unlessDefault('monitoring.logs', database.logs.filter((log) => LOGS.includes(log)).sort());
  const unknown = database.logs.filter((log) => !LOGS.includes(log));
  if (unknown.length > 0) tell('changes', `the logs ${unknown.join(', ')} are delivered no more`);
}

export function windowOf(database: DatabaseFacts, key: string, item: ItemBuilder, tell: Tell): void {
  const window = weeklyWindow(database.maintenanceWindow);
  item.unlessDefault(key, window);
  if (database.maintenanceWindow !== undefined && window === undefined)
    tell('changes', `its maintenance window ${database.maintenanceWindow}, longer than the language knows`);
}
