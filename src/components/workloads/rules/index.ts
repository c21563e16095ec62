import { builtInToleration } from './built-in-toleration.ts';
import { disruptionBudgetBlocks } from './disruption-budget-blocks.ts';
import { disruptionBudgetNeedsSelector } from './disruption-budget-needs-selector.ts';
import { equalBounds } from './equal-bounds.ts';
import { limitBelowRequest } from './limit-below-request.ts';
import { memoryUtilization } from './memory-utilization.ts';
import { metricKeys } from './metric-keys.ts';
import { metricKind } from './metric-kind.ts';
import { metricTarget } from './metric-target.ts';
import { minAboveMax } from './min-above-max.ts';
import { nameNotALabel } from './name-not-a-label.ts';
import { needsImage } from './needs-image.ts';
import { noReadinessProbe } from './no-readiness-probe.ts';
import { oneScaler } from './one-scaler.ts';
import { policyNeverCounts } from './policy-never-counts.ts';
import { probeTooFast } from './probe-too-fast.ts';
import { probeWithoutPort } from './probe-without-port.ts';
import { renameChangesName } from './rename-changes-name.ts';
import { rolloutCannotMove } from './rollout-cannot-move.ts';
import { sameDeployment } from './same-deployment.ts';
import { sameMetric } from './same-metric.ts';
import { sameObject } from './same-object.ts';
import { scaleToZero } from './scale-to-zero.ts';
import { scalingDisabled } from './scaling-disabled.ts';
import { secretInEnv } from './secret-in-env.ts';
import { shorterThanALook } from './shorter-than-a-look.ts';
import { singleReplica } from './single-replica.ts';
import { slowScaleUp } from './slow-scale-up.ts';
import { targetAboveRequest } from './target-above-request.ts';
import { targetNeverExceeded } from './target-never-exceeded.ts';
import { targetUnit } from './target-unit.ts';
import { toleranceNotSupported } from './tolerance-not-supported.ts';
import { unknownContainer } from './unknown-container.ts';
import { unpinnedImage } from './unpinned-image.ts';
import { unpinnedImageInProd } from './unpinned-image-in-prod.ts';
import { utilizationTarget } from './utilization-target.ts';
import { utilizationWithoutKnownRequest } from './utilization-without-known-request.ts';
import { utilizationWithoutRequest } from './utilization-without-request.ts';
import { windowTooLong } from './window-too-long.ts';
import { windowTooShort } from './window-too-short.ts';

/** In the order in which they are worth reading. */
export const rules = [
  oneScaler,
  renameChangesName,
  minAboveMax,
  equalBounds,
  scaleToZero,
  metricKind,
  metricKeys,
  metricTarget,
  targetUnit,
  sameMetric,
  utilizationTarget,
  utilizationWithoutRequest,
  utilizationWithoutKnownRequest,
  targetNeverExceeded,
  targetAboveRequest,
  memoryUtilization,
  unknownContainer,
  windowTooLong,
  windowTooShort,
  slowScaleUp,
  shorterThanALook,
  policyNeverCounts,
  scalingDisabled,
  toleranceNotSupported,
  limitBelowRequest,
  sameDeployment,
  sameObject,
  nameNotALabel,
  unpinnedImageInProd,
  unpinnedImage,
  singleReplica,
  rolloutCannotMove,
  disruptionBudgetBlocks,
  disruptionBudgetNeedsSelector,
  needsImage,
  probeWithoutPort,
  probeTooFast,
  builtInToleration,
  noReadinessProbe,
  secretInEnv,
];
