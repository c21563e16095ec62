/** A workload that schedules move, a schedule and a database, in YAML. */
export function spec(schedules: string, databases: string): string {
  return `workloads: {api: {resources: {requests: {cpu: 100m}}, autoscaling: {minReplicas: 3, maxReplicas: 20, metrics: {cpu: {averageUtilization: 70%}}}}}
schedules: {${schedules}}
${databases}`;
}

export function schedule(name: string, timezone: string, window: string, floor: number): string {
  return `${name}: {timezone: ${timezone}, window: "${window}", floors: {workloads.api: ${floor}}}`;
}

export function database(maintenanceWindow: string): string {
  return `databases: {postgres: {engine: postgres, engineVersion: "16.12", class: db.r6g.large, storage: {allocated: 200GiB, max: 500GiB}, backups: {window: "22:00-22:30"}, changes: {maintenanceWindow: "${maintenanceWindow}"}}}`;
}
