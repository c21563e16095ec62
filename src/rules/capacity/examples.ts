/** Specs for the examples of the rules: one workload on one group of six nodes, of 2 vCPU and 8 GiB each. */
export function cluster({
  types = '[m6i.large]',
  requests = '{cpu: 500m, memory: 512Mi}',
  minReplicas = 3,
  maxReplicas = 12,
  min = 2,
  more = '',
  start = '',
}: {
  readonly types?: string;
  readonly requests?: string;
  readonly minReplicas?: number;
  readonly maxReplicas?: number;
  readonly min?: number;
  readonly more?: string;
  readonly start?: string;
}): string {
  return `${start}autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: ${types}, size: {min: ${min}, max: 6}, labels: {workload: general}}}
workloads: {api: {image: "registry.example.com/api:1.4.2", probes: {readiness: {path: /health, port: 8080}}, resources: {requests: ${requests}}, autoscaling: {minReplicas: ${minReplicas}, maxReplicas: ${maxReplicas}, metrics: {cpu: {averageUtilization: 70%}}}}${more}}`;
}
