/** A workload that follows one metric of its own, in a cluster with the given adapters. */
export function example(metric: string, adapters?: string): string {
  const foundation = adapters === undefined ? '' : `foundation: {metricsAdapters: ${adapters}}\n`;
  return `${foundation}workloads: {api: {autoscaling: {minReplicas: 2, maxReplicas: 9, metrics: {${metric}}}, resources: {requests: {cpu: 500m}}}}`;
}
