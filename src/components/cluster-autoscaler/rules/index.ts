import type { Rule } from '../../../compiler/rules/rule.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { agentWithoutEffect } from './agent-without-effect.ts';
import { elsewhereWithoutEffect } from './elsewhere-without-effect.ts';
import { imageOfAnotherVersion } from './image-of-another-version.ts';
import { memoryLimitBelowRequest } from './memory-limit-below-request.ts';
import { prioritiesMissing } from './priorities-missing.ts';
import { prioritiesUnused } from './priorities-unused.ts';
import { provisionTime } from './provision-time.ts';
import { scanInterval } from './scan-interval.ts';
import { thresholdOutOfRange } from './threshold-out-of-range.ts';
import { versionSkew } from './version-skew.ts';
import { versionUnknown } from './version-unknown.ts';

/** What can be said without a look at the groups of nodes. */
export const clusterAutoscalerRules: readonly Rule<ClusterAutoscalerSection>[] = [
  agentWithoutEffect,
  elsewhereWithoutEffect,
  imageOfAnotherVersion,
  memoryLimitBelowRequest,
  prioritiesMissing,
  prioritiesUnused,
  provisionTime,
  scanInterval,
  thresholdOutOfRange,
  versionSkew,
  versionUnknown,
];
