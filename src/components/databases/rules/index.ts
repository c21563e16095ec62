import type { Rule } from '../../../compiler/rules/rule.ts';
import type { Databases } from '../schema.ts';
import { adoptedParameterGroup } from './adopted-parameter-group.ts';
import { adoptedUnencrypted } from './adopted-unencrypted.ts';
import { adoptedWithoutUsername } from './adopted-without-username.ts';
import { backupRetention } from './backup-retention.ts';
import { burstableClass } from './burstable-class.ts';
import { classNeedsEngineVersion } from './class-needs-engine-version.ts';
import { classRetired } from './class-retired.ts';
import { classSizeUnknown } from './class-size-unknown.ts';
import { classUnknown } from './class-unknown.ts';
import { credentialsRotated } from './credentials-rotated.ts';
import { defaultUsername } from './default-username.ts';
import { duplicateGroupName } from './duplicate-group-name.ts';
import { duplicateIdentifier } from './duplicate-identifier.ts';
import { engineVersionShape } from './engine-version-shape.ts';
import { engineVersionUnknown } from './engine-version-unknown.ts';
import { expiredCertificateAuthority } from './expired-certificate-authority.ts';
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
import { noIamAuthentication } from './no-iam-authentication.ts';
import { noLogs } from './no-logs.ts';
import { noPerformanceInsights } from './no-performance-insights.ts';
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
import { shortBackupRetention } from './short-backup-retention.ts';
import { singleZone } from './single-zone.ts';
import { staticParameter } from './static-parameter.ts';
import { storageOwner } from './storage-owner.ts';
import { storageSize } from './storage-size.ts';
import { supportEnds } from './support-ends.ts';
import { tlsNotRequired } from './tls-not-required.ts';
import { tooFewSubnets } from './too-few-subnets.ts';
import { tooManyReplicas } from './too-many-replicas.ts';
import { twoRenames } from './two-renames.ts';
import { unencrypted } from './unencrypted.ts';
import { unprotected } from './unprotected.ts';
import { usernameRefused } from './username-refused.ts';
import { versionAgainstAutoUpgrade } from './version-against-auto-upgrade.ts';
import { versionWithdrawn } from './version-withdrawn.ts';
import { windowsOverlapRule } from './windows-overlap.ts';
import { zoneOutsideRegion } from './zone-outside-region.ts';
import { zoneWithMultiAz } from './zone-with-multi-az.ts';

/** Everything that must hold for databases alone, by theme of the file names. */
export const databaseRules: readonly Rule<Databases>[] = [
  adoptedParameterGroup,
  adoptedUnencrypted,
  adoptedWithoutUsername,
  backupRetention,
  burstableClass,
  classNeedsEngineVersion,
  classRetired,
  classSizeUnknown,
  classUnknown,
  credentialsRotated,
  defaultUsername,
  duplicateGroupName,
  duplicateIdentifier,
  engineVersionShape,
  engineVersionUnknown,
  expiredCertificateAuthority,
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
  noIamAuthentication,
  noLogs,
  noPerformanceInsights,
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
  shortBackupRetention,
  singleZone,
  staticParameter,
  storageOwner,
  storageSize,
  supportEnds,
  tlsNotRequired,
  tooFewSubnets,
  tooManyReplicas,
  twoRenames,
  unencrypted,
  unprotected,
  usernameRefused,
  versionAgainstAutoUpgrade,
  versionWithdrawn,
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
