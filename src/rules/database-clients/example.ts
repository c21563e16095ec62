/** Two pods that use a database in the way that is given, in YAML's flow style. */
export function example(use: string): string {
  const pooler = use.includes('via: pgbouncer') ? '    connectionPooler: {userListSecret: clients}\n' : '';
  return `workloads: {api: {replicas: 2, podDisruptionBudget: false, database: {ref: postgres, ${use}}}}
databases:
  postgres:
    engine: postgres
    engineVersion: "16.12"
    class: db.m6g.large
    storage: {allocated: 200GiB, max: 500GiB}
${pooler}`;
}
