import type { Rule } from '../../../compiler/rules/rule.ts';
import type { Caches } from '../schema.ts';
import { adoptOtherId } from './adopt-other-id.ts';
import { autoscalingBounds } from './autoscaling-bounds.ts';
import { autoscalingNotPossible } from './autoscaling-not-possible.ts';
import { autoscalingTarget } from './autoscaling-target.ts';
import { burstableInProd } from './burstable-in-prod.ts';
import { clusterModeWithoutFailover } from './cluster-mode-without-failover.ts';
import { compatibleModeNotPossible } from './compatible-mode-not-possible.ts';
import { dataExceedsMemory } from './data-exceeds-memory.ts';
import { dataTieringPolicy } from './data-tiering-policy.ts';
import { duplicateName } from './duplicate-name.ts';
import { encryptionNeedsEngine } from './encryption-needs-engine.ts';
import { encryptionOnlyAtCreation } from './encryption-only-at-creation.ts';
import { engineTooOldForNodeType } from './engine-too-old-for-node-type.ts';
import { engineVersionSpelling } from './engine-version-spelling.ts';
import { failoverOff } from './failover-off.ts';
import { failoverWithoutReplica } from './failover-without-replica.ts';
import { finalSnapshotOff } from './final-snapshot-off.ts';
import { fixedParameter } from './fixed-parameter.ts';
import { initialOutsideBounds } from './initial-outside-bounds.ts';
import { keyWithoutEncryption } from './key-without-encryption.ts';
import { logsIgnoreWindow } from './logs-ignore-window.ts';
import { logsNeedEngine } from './logs-need-engine.ts';
import { memoryUnknown } from './memory-unknown.ts';
import { multiAzInOneSubnet } from './multi-az-in-one-subnet.ts';
import { multiAzNotPossible } from './multi-az-not-possible.ts';
import { nameTooLong } from './name-too-long.ts';
import { noAuthentication } from './no-authentication.ts';
import { noCustomerKey } from './no-customer-key.ts';
import { noMinorUpgrades } from './no-minor-upgrades.ts';
import { nodeQuota } from './node-quota.ts';
import { nodeTypeRetired } from './node-type-retired.ts';
import { nodeTypeTooOld } from './node-type-too-old.ts';
import { nodeTypeUnknown } from './node-type-unknown.ts';
import { parameterGroupDoesNotFit } from './parameter-group-does-not-fit.ts';
import { parameterValue } from './parameter-value.ts';
import { renameChangesName } from './rename-changes-name.ts';
import { reserveTooSmall } from './reserve-too-small.ts';
import { reservedParameter } from './reserved-parameter.ts';
import { reshardingIgnoresWindow } from './resharding-ignores-window.ts';
import { shardsBlindToMemory } from './shards-blind-to-memory.ts';
import { shardsWithoutClusterMode } from './shards-without-cluster-mode.ts';
import { singleNode } from './single-node.ts';
import { snapshotRetention } from './snapshot-retention.ts';
import { snapshotsOff } from './snapshots-off.ts';
import { tooManyNodes } from './too-many-nodes.ts';
import { twoAutoscalers } from './two-autoscalers.ts';
import { unencrypted } from './unencrypted.ts';
import { unprotected } from './unprotected.ts';
import { unusedScalingKeys } from './unused-scaling-keys.ts';
import { userGroupNotPossible } from './user-group-not-possible.ts';
import { windowTooShort } from './window-too-short.ts';
import { windowsOverlapRule } from './windows-overlap.ts';

/** All rules about caches alone, by code. */
export const rules: readonly Rule<Caches>[] = [
  adoptOtherId,
  autoscalingBounds,
  autoscalingNotPossible,
  autoscalingTarget,
  burstableInProd,
  clusterModeWithoutFailover,
  compatibleModeNotPossible,
  dataExceedsMemory,
  dataTieringPolicy,
  duplicateName,
  encryptionNeedsEngine,
  encryptionOnlyAtCreation,
  engineTooOldForNodeType,
  engineVersionSpelling,
  failoverOff,
  failoverWithoutReplica,
  finalSnapshotOff,
  fixedParameter,
  initialOutsideBounds,
  keyWithoutEncryption,
  logsIgnoreWindow,
  logsNeedEngine,
  memoryUnknown,
  multiAzInOneSubnet,
  multiAzNotPossible,
  nameTooLong,
  noAuthentication,
  noCustomerKey,
  noMinorUpgrades,
  nodeQuota,
  nodeTypeRetired,
  nodeTypeTooOld,
  nodeTypeUnknown,
  parameterGroupDoesNotFit,
  parameterValue,
  renameChangesName,
  reserveTooSmall,
  reservedParameter,
  reshardingIgnoresWindow,
  shardsBlindToMemory,
  shardsWithoutClusterMode,
  singleNode,
  snapshotRetention,
  snapshotsOff,
  tooManyNodes,
  twoAutoscalers,
  unencrypted,
  unprotected,
  unusedScalingKeys,
  userGroupNotPossible,
  windowTooShort,
  windowsOverlapRule,
];
