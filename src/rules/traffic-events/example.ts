/**
 * Specs for the examples of the rules: a workload of three pods for 1000/min, so 334/min each, and nodes for it that
 * Cluster Autoscaler moves. Written on 2026-11-25.
 */
export function example(
  events: string,
  {
    traffic = '',
    workload = 'autoscaling: {minReplicas: 3, maxReplicas: 12, metrics: {cpu: {averageUtilization: 70%}}}',
    size = 'min: 2, max: 12',
    group = '',
    more = '',
  }: {
    readonly traffic?: string;
    readonly workload?: string;
    readonly size?: string;
    readonly group?: string;
    readonly more?: string;
  } = {},
): string {
  return `traffic: {asOf: "2026-11-25", current: 1000/min, events: {${events}}${traffic}}
workloads: {api: {${workload}, resources: {requests: {cpu: 500m, memory: 256Mi}}}}
autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {${size}}${group}}}${more}`;
}

/** One event in YAML's flow style: three times the traffic. */
export function event(name: string, from: string, to: string, more = ''): string {
  return `${name}: {from: "${from}", to: "${to}", factor: 3${more}}`;
}
