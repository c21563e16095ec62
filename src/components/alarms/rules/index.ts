import type { ModelOf } from '../../../compiler/language/field.ts';
import type { Rule } from '../../../compiler/rules/rule.ts';
import type { alarmsField } from '../schema.ts';
import { evaluationLength } from './evaluation-length.ts';
import { moreDatapointsThanPeriods } from './more-datapoints-than-periods.ts';
import { notifyOtherAccount } from './notify-other-account.ts';
import { notifyOtherRegion } from './notify-other-region.ts';
import { periodNotWholeMinutes } from './period-not-whole-minutes.ts';
import { thresholdOutOfRange } from './threshold-out-of-range.ts';

/** What the rules of this section look at: nothing where it is switched off. */
export type AlarmSection = ModelOf<typeof alarmsField>;

export const alarmRules: readonly Rule<AlarmSection>[] = [
  evaluationLength,
  moreDatapointsThanPeriods,
  notifyOtherAccount,
  notifyOtherRegion,
  periodNotWholeMinutes,
  thresholdOutOfRange,
];
