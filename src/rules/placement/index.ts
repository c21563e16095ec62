import type { Rule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { againstNodeSelector } from './against-node-selector.ts';
import { criticalOnSpot } from './critical-on-spot.ts';
import { gracePeriodOnSpot } from './grace-period-on-spot.ts';
import { groupWithoutLabels } from './group-without-labels.ts';
import { labelsOfOtherGroup } from './labels-of-other-group.ts';
import { mixedArchitectures } from './mixed-architectures.ts';
import { noRequests } from './no-requests.ts';
import { nothingTolerated } from './nothing-tolerated.ts';
import { tolerationTwice } from './toleration-twice.ts';
import { unknownGroup } from './unknown-group.ts';

/** What must hold between workloads and the groups of nodes that they run on. */
export const placementRules: readonly Rule<Model>[] = [
  unknownGroup,
  groupWithoutLabels,
  labelsOfOtherGroup,
  tolerationTwice,
  againstNodeSelector,
  nothingTolerated,
  criticalOnSpot,
  gracePeriodOnSpot,
  mixedArchitectures,
  noRequests,
];
