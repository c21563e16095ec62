import type { Rule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { dataAboveAlarm } from './data-above-alarm.ts';
import { engineVersionUnknown } from './engine-version-unknown.ts';
import { supportEnds } from './support-ends.ts';
import { writesRefusedUnseen } from './writes-refused-unseen.ts';

/**
 * Caches and what watches them, and caches against the calendar. The latter would belong to the caches alone, but the
 * examples of many rules there have an old engine on purpose.
 */
export const cacheItemRules: readonly Rule<Model>[] = [
  dataAboveAlarm,
  engineVersionUnknown,
  supportEnds,
  writesRefusedUnseen,
];
