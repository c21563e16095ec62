/** Specs for the examples of the rules: a workload and two groups of nodes that schedules can move. */
export function example(
  schedules: string,
  {
    workload = 'maxReplicas: 10, minReplicas: 3',
    size = 'min: 2, max: 6',
    group = '',
    more = '',
  }: {
    readonly workload?: string;
    readonly size?: string;
    readonly group?: string;
    readonly more?: string;
  } = {},
): string {
  return `schedules: {${schedules}}
workloads: {api: {autoscaling: {${workload}, metrics: {cpu: {averageUtilization: 70%}}}, resources: {requests: {cpu: 500m}}}}
autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {${size}}${group}}}
nodeGroups: {batch: {instanceTypes: [m6i.large], size: {min: 1, max: 5}}}${more}`;
}

/** One schedule in YAML's flow style. */
export function schedule(
  name: string,
  window: string,
  floors: string,
  { timezone = 'UTC', more = '' }: { readonly timezone?: string; readonly more?: string } = {},
): string {
  return `${name}: {timezone: ${timezone}, window: "${window}", floors: {${floors}}${more}}`;
}
