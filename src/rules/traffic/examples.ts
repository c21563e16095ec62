/** Specs for the examples of the rules: one workload, 1000 requests a minute on its three pods. */
export function backend(traffic: string, more = ''): string {
  return `foundation: {otherNodes: true}
workloads: {backend: {resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {memory: 512Mi}}, autoscaling: {minReplicas: 3, maxReplicas: 20, metrics: {cpu: {averageUtilization: 70%}}}, podDisruptionBudget: false}}
traffic: {asOf: "2026-11-20", current: 1000/min${traffic === '' ? '' : `, ${traffic}`}}
${more}`;
}

/** A database that is right in everything. */
export const POSTGRES =
  'databases: {postgres: {engine: postgres, engineVersion: "16.12", class: db.r6g.xlarge, storage: {allocated: 400GiB, max: 1000GiB}}}\n';
