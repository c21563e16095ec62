/** Every kind of alarm. The words are a contract: they are in the names of alarms and in `without` of specs. */
export const ALARM_IDS = [
  'database-cpu',
  'database-memory',
  'database-connections',
  'database-storage',
  'database-credits',
  'replica-lag',
  'cache-cpu',
  'cache-memory',
  'cache-evictions',
  'cache-connections',
  'cache-replication-lag',
  'nodes-at-max',
  'nodes-cpu',
  'workload-cpu',
  'workload-memory',
  'response-time',
  'errors',
  'queue-growing',
] as const;

export type AlarmId = (typeof ALARM_IDS)[number];
