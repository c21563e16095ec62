import type { Rule } from '../compiler/rules/rule.ts';
import { alarmItemRules } from './alarms/index.ts';
import { capacityRules } from './capacity/index.ts';
import { clusterAutoscalerGroupRules } from './cluster-autoscaler/index.ts';
import { connectionRules } from './connections/index.ts';
import { metricRules } from './metrics/index.ts';
import { placementRules } from './placement/index.ts';
import { scheduleRules } from './schedules/index.ts';

/** Rules over two or more kinds. */
export const crossRules: readonly Rule<never>[] = [
  ...alarmItemRules,
  ...capacityRules,
  ...clusterAutoscalerGroupRules,
  ...connectionRules,
  ...metricRules,
  ...placementRules,
  ...scheduleRules,
];
