import { cacheKinds } from './caches.ts';
import { databaseKinds } from './databases.ts';
import type { AlarmId } from './ids.ts';
import type { AlarmKind } from './kind.ts';
import { nodeKinds } from './nodes.ts';
import { trafficKinds } from './traffic.ts';
import { workloadKinds } from './workloads.ts';

/** Every kind of alarm, in the order of the runbook page. */
export const alarmKinds: Readonly<Record<AlarmId, AlarmKind>> = {
  ...databaseKinds,
  ...cacheKinds,
  ...nodeKinds,
  ...workloadKinds,
  ...trafficKinds,
};
