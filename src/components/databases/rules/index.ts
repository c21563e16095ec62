import type { Rule } from '../../../compiler/rules/rule.ts';
import type { Databases } from '../schema.ts';
import { adoptedParameterGroup } from './adopted-parameter-group.ts';
import { adoptedWithoutUsername } from './adopted-without-username.ts';
import { backupRetention } from './backup-retention.ts';
import { burstableClass } from './burstable-class.ts';
import { classUnknown } from './class-unknown.ts';
import { credentialsRotated } from './credentials-rotated.ts';
import { duplicateGroupName } from './duplicate-group-name.ts';
import { duplicateIdentifier } from './duplicate-identifier.ts';
import { engineVersionShape } from './engine-version-shape.ts';
import { engineVersionUnknown } from './engine-version-unknown.ts';
import { iamAuthenticationUnsupported } from './iam-authentication-unsupported.ts';
import { identifierTooLong } from './identifier-too-long.ts';
import { insightsRetention } from './insights-retention.ts';
import { insightsUnsupported } from './insights-unsupported.ts';
import { keptCredentials } from './kept-credentials.ts';
import { littleRoomToGrow } from './little-room-to-grow.ts';
import { logOfAnotherEngine } from './log-of-another-engine.ts';
import { majorUpgradeAllowed } from './major-upgrade-allowed.ts';
import { maxStorageBelowAllocated } from './max-storage-below-allocated.ts';
import { minorVersionOpen } from './minor-version-open.ts';
import { monitoringInterval } from './monitoring-interval.ts';
import { noBackups } from './no-backups.ts';
import { noFinalSnapshot } from './no-final-snapshot.ts';
import { oldStorageType } from './old-storage-type.ts';
import { parameterIsDefault } from './parameter-is-default.ts';
import { poolerCredentials } from './pooler-credentials.ts';
import { poolerDuplicateName, poolerRenameChangesName, poolerRoleName } from './pooler-names.ts';
import { poolerOnlyPostgres } from './pooler-only-postgres.ts';
import { poolerPoolNeverFull } from './pooler-pool-never-full.ts';
import { poolerRotatingPassword } from './pooler-rotating-password.ts';
import { provisionedIops } from './provisioned-iops.ts';
import { renameChangesName } from './rename-changes-name.ts';
import { replicaOfAnotherMajor } from './replica-of-another-major.ts';
import { replicaSmallerThanPrimary, replicaWeakerThanPrimary } from './replica-smaller-than-primary.ts';
import { replicaVersionBehind } from './replica-version-behind.ts';
import { replicaVersionLeft } from './replica-version-left.ts';
import { replicasNeedBackups } from './replicas-need-backups.ts';
import { singleZone } from './single-zone.ts';
import { staticParameter } from './static-parameter.ts';
import { storageOwner } from './storage-owner.ts';
import { storageSize } from './storage-size.ts';
import { tlsNotRequired } from './tls-not-required.ts';
import { tooFewSubnets } from './too-few-subnets.ts';
import { tooManyReplicas } from './too-many-replicas.ts';
import { twoRenames } from './two-renames.ts';
import { unencrypted } from './unencrypted.ts';
import { unprotected } from './unprotected.ts';
import { usernameRefused } from './username-refused.ts';
import { versionAgainstAutoUpgrade } from './version-against-auto-upgrade.ts';
import { windowsOverlapRule } from './windows-overlap.ts';
import { zoneOutsideRegion } from './zone-outside-region.ts';
import { zoneWithMultiAz } from './zone-with-multi-az.ts';

/** Everything that must hold for databases alone, by theme of the file names. */
export const databaseRules: readonly Rule<Databases>[] = [
  adoptedParameterGroup,
  adoptedWithoutUsername,
  backupRetention,
  burstableClass,
  classUnknown,
  credentialsRotated,
  duplicateGroupName,
  duplicateIdentifier,
  engineVersionShape,
  engineVersionUnknown,
  iamAuthenticationUnsupported,
  identifierTooLong,
  insightsRetention,
  insightsUnsupported,
  keptCredentials,
  littleRoomToGrow,
  logOfAnotherEngine,
  majorUpgradeAllowed,
  maxStorageBelowAllocated,
  minorVersionOpen,
  monitoringInterval,
  noBackups,
  noFinalSnapshot,
  oldStorageType,
  parameterIsDefault,
  provisionedIops,
  renameChangesName,
  replicaOfAnotherMajor,
  replicaSmallerThanPrimary,
  replicaWeakerThanPrimary,
  replicaVersionBehind,
  replicaVersionLeft,
  replicasNeedBackups,
  singleZone,
  staticParameter,
  storageOwner,
  storageSize,
  tlsNotRequired,
  tooFewSubnets,
  tooManyReplicas,
  twoRenames,
  unencrypted,
  unprotected,
  usernameRefused,
  versionAgainstAutoUpgrade,
  windowsOverlapRule,
  zoneOutsideRegion,
  zoneWithMultiAz,
  poolerOnlyPostgres,
  poolerCredentials,
  poolerRotatingPassword,
  poolerPoolNeverFull,
  poolerRenameChangesName,
  poolerDuplicateName,
  poolerRoleName,
];
