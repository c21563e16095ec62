/** Specs for the examples of the rules: a workload of ours, a spot group with a taint and a group of workers. */
export function example({
  placement = '{groups: [nodeGroups.spot]}',
  workload = '',
  resources = '{requests: {cpu: 500m, memory: 512Mi}}',
  replicas = 'replicas: 2',
  spot = '',
  labels = '{workload: batch}',
  types = '[m5.large, m5a.large, m6i.large]',
  workers = 'labels: {workload: general}',
  start = '',
}: {
  readonly placement?: string | undefined;
  readonly workload?: string;
  readonly resources?: string;
  readonly replicas?: string;
  readonly spot?: string;
  readonly labels?: string;
  readonly types?: string;
  readonly workers?: string;
  readonly start?: string;
} = {}): string {
  const placed = placement === '' ? '' : `, placement: ${placement}`;
  return `${start}workloads: {api: {image: "registry.example.com/api:1.4.2", ${replicas}, resources: ${resources}${placed}${workload}}}
nodeGroups: {spot: {capacity: spot, instanceTypes: ${types}, size: {min: 1, max: 9}, labels: ${labels}, taints: {capacity: {value: spot, effect: NoSchedule}}${spot}}}
autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 6}, ${workers}}}`;
}
