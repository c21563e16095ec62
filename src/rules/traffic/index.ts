import type { Rule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { classUnknown } from './class-unknown.ts';
import { growthBeforeAsOf } from './growth-before-as-of.ts';
import { limitNear } from './limit-near.ts';
import { measuredClassMissing } from './measured-class-missing.ts';
import { measuredLongAgo } from './measured-long-ago.ts';
import { noSuchDay } from './no-such-day.ts';
import { peakBelowCurrent } from './peak-below-current.ts';
import { unknownItem } from './unknown-item.ts';
import { zonesAboveSubnets } from './zones-above-subnets.ts';

/** What is to be said of the traffic and of what is promised; events have rules of their own. */
export const trafficRules: readonly Rule<Model>[] = [
  classUnknown,
  growthBeforeAsOf,
  limitNear,
  measuredClassMissing,
  measuredLongAgo,
  noSuchDay,
  peakBelowCurrent,
  unknownItem,
  zonesAboveSubnets,
];
