import type { Rule } from '../compiler/rules/rule.ts';
import { alarmItemRules } from './alarms/index.ts';
import { autoscalingRules } from './autoscaling/index.ts';
import { cacheItemRules } from './caches/index.ts';
import { capacityRules } from './capacity/index.ts';
import { clusterAutoscalerGroupRules } from './cluster-autoscaler/index.ts';
import { connectionRules } from './connections/index.ts';
import { costRules } from './cost/index.ts';
import { databaseClientRules } from './database-clients/index.ts';
import { foundationRules } from './foundation/index.ts';
import { maintenanceRules } from './maintenance/index.ts';
import { metricRules } from './metrics/index.ts';
import { placementRules } from './placement/index.ts';
import { scheduleRules } from './schedules/index.ts';
import { trafficRules } from './traffic/index.ts';
import { trafficEventRules } from './traffic-events/index.ts';

/** Rules over two or more kinds. */
export const crossRules: readonly Rule<never>[] = [
  ...alarmItemRules,
  ...autoscalingRules,
  ...cacheItemRules,
  ...capacityRules,
  ...clusterAutoscalerGroupRules,
  ...connectionRules,
  ...costRules,
  ...databaseClientRules,
  ...foundationRules,
  ...maintenanceRules,
  ...metricRules,
  ...placementRules,
  ...scheduleRules,
  ...trafficEventRules,
  ...trafficRules,
];
