/**
 * Pods that connect to a database which takes 200 connections, less 10 in reserve.
 *
 * @param metrics in YAML's flow style
 */
export function example({
  metrics = 'cpu: {averageUtilization: 70%}',
  maxReplicas = 12,
  poolSize = 12,
  via = 'direct',
  start = '',
}: {
  readonly metrics?: string;
  readonly maxReplicas?: number;
  readonly poolSize?: number;
  readonly via?: 'direct' | 'pgbouncer';
  readonly start?: string;
}): string {
  const pooler = via === 'pgbouncer' ? '    connectionPooler: {userListSecret: clients}\n' : '';
  return `${start}workloads:
  api:
    resources: {requests: {cpu: 500m, memory: 512Mi}}
    autoscaling: {minReplicas: 3, maxReplicas: ${maxReplicas}, metrics: {${metrics}}}
    podDisruptionBudget: false
    database: {ref: postgres, poolSize: ${poolSize}, via: ${via}}
databases:
  postgres:
    engine: postgres
    engineVersion: "16.12"
    class: db.m6g.large
    storage: {allocated: 200GiB, max: 500GiB}
    parameters: {max_connections: {value: "200"}}
${pooler}`;
}
