/** Specs for the examples of the rules: one workload on one group of six nodes, of 2 vCPU and 8 GiB each. */
export function cluster({
  types = '[m6i.large]',
  requests = '{cpu: 500m, memory: 512Mi}',
  minReplicas = 3,
  maxReplicas = 12,
  min = 2,
  size = `{min: ${min}, max: 6}`,
  group = '',
  workload = '',
  more = '',
  start = 'policy: {surviveZoneLoss: false}\n',
}: {
  readonly types?: string;
  readonly requests?: string;
  readonly minReplicas?: number;
  readonly maxReplicas?: number;
  readonly min?: number;
  readonly size?: string;
  readonly group?: string;
  readonly workload?: string;
  readonly more?: string;
  readonly start?: string;
}): string {
  return `${start}autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: ${types}, size: ${size}, labels: {workload: general}${group}}}
workloads: {api: {image: "registry.example.com/api:1.4.2", probes: {readiness: {path: /health, port: 8080}}, resources: {requests: ${requests}}, autoscaling: {minReplicas: ${minReplicas}, maxReplicas: ${maxReplicas}, metrics: {cpu: {averageUtilization: 70%}}}${workload}}${more}}`;
}

/** A database with a pooler that the workload uses; to be written after `workload: USES_POOLER`. */
export function pooler(settings: string): string {
  return `}
databases: {postgres: {engine: postgres, engineVersion: "16.12", class: db.r6g.large, storage: {allocated: 100GiB, max: 500GiB}, securityGroups: [postgres], connectionPooler: {userListSecret: users, ${settings}}}`;
}

export const USES_POOLER = ', database: {ref: postgres, poolSize: 5, via: pgbouncer}';
