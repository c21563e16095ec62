interface Example {
  readonly maxReplicas: number;
  readonly poolSize: number;
  readonly maxSurge?: string;
  readonly via?: 'direct' | 'pgbouncer';
  /** In YAML's flow style. */
  readonly pooler?: string;
  readonly replicas?: string;
  readonly className?: string;
  /** A further key of the database. */
  readonly database?: string;
}

/**
 * One workload at one database, in YAML: the class is the one of the published incident (40 pods with pools of 20).
 * It is staging, where a burstable class is in order.
 */
export function platform(example: Example): string {
  const {
    maxReplicas,
    poolSize,
    maxSurge = '25%',
    via = 'direct',
    pooler,
    replicas,
    className,
    database,
  } = example;
  return [
    'tier: staging',
    'workloads:',
    '  api:',
    '    resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {memory: 1Gi}}',
    `    autoscaling: {minReplicas: 2, maxReplicas: ${maxReplicas}, metrics: {cpu: {averageUtilization: 70%}}}`,
    `    rollout: {maxSurge: ${maxSurge}}`,
    '    podDisruptionBudget: false',
    `    database: {ref: postgres, poolSize: ${poolSize}, via: ${via}}`,
    'databases:',
    '  postgres:',
    '    engine: postgres',
    '    engineVersion: "16.12"',
    `    class: ${className ?? 'db.t3.medium'}`,
    '    storage: {allocated: 200GiB, max: 500GiB}',
    ...(pooler === undefined ? [] : [`    connectionPooler: ${pooler}`]),
    ...(replicas === undefined ? [] : [`    readReplicas: ${replicas}`]),
    ...(database === undefined ? [] : [`    ${database}`]),
    '',
  ].join('\n');
}
