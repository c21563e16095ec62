import { describe, expect, it } from 'vitest';
import { components } from '../registry.ts';
import { compileExample } from '../testing/compile-example.ts';

const DATABASE = `
databases:
  postgres:
    identifier: prod-postgres
    engine: postgres
    engineVersion: "16.8"
    class: db.r6g.2xlarge
    databaseName: app
    storage: {allocated: 200GiB, max: 500GiB}
    readReplicas: {replica-2: {}, replica-1: {}}
    connectionPooler: {userListSecret: clients}
`;

async function filesFor(workload: string, database = DATABASE) {
  const yaml = `workloads: {api: ${workload}}\n${database}`;
  const { diagnostics, files } = await compileExample(components, yaml);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return files.get('kubernetes/workloads.tf') ?? '';
}

describe('the settings of a database', () => {
  it('are those of the pooler, with all pool settings and with the replicas of their own', async () => {
    const text = await filesFor(
      '{replicas: 2, database: {ref: postgres, poolSize: 50, maxIdle: 10, maxLifetime: 2d, maxIdleTime: 90s, via: pgbouncer}}',
    );
    expect(text).toContain(`resource "kubernetes_config_map_v1" "api__database" {
  data = {
    DB_HOST               = "postgres-pgbouncer.default.svc"
    DB_PORT               = "5432"
    DB_NAME               = "app"
    DB_SSLMODE            = "disable"
    DB_REPLICA_HOST       = data.aws_db_instance.postgres__replica_1.address
    DB_REPLICA_HOSTS      = "\${data.aws_db_instance.postgres__replica_1.address},\${data.aws_db_instance.postgres__replica_2.address}"
    DB_REPLICA_PORT       = "5432"
    DB_REPLICA_SSLMODE    = "require"
    DB_MAX_OPEN_CONNS     = "50"
    DB_MAX_IDLE_CONNS     = "10"
    DB_CONN_MAX_LIFETIME  = "48h"
    DB_CONN_MAX_IDLE_TIME = "90s"
  }

  metadata {
    name      = "api-database"
    namespace = "default"
`);
  });

  it('are those of the instance for pods that connect to it, and leave out what nobody says', async () => {
    const mysql = `
databases:
  postgres: {engine: mysql, engineVersion: "8.4.3", class: db.m6g.large, storage: {allocated: 200GiB, max: 500GiB}}
`;
    const text = await filesFor('{replicas: 2, database: {ref: postgres, poolSize: 5}}', mysql);
    expect(text).toContain(`  data = {
    DB_HOST           = data.aws_db_instance.postgres.address
    DB_PORT           = "3306"
    DB_MAX_OPEN_CONNS = "5"
  }`);
  });

  it('come into the pods of a Deployment of ours, before the ConfigMaps of the spec, and roll it', async () => {
    const text = await filesFor(
      '{image: "registry.example.com/api:1.4.2", replicas: 2, configMaps: [app-config], database: {ref: postgres, poolSize: 5}}',
    );
    expect(text).toContain(`          env_from {
            config_map_ref {
              name = kubernetes_config_map_v1.api__database.metadata[0].name
            }
          }

          env_from {
            config_map_ref {
              name = "app-config"
            }
          }`);
    expect(text).toContain(
      'annotations = {\n          "elastiform/database" = sha256(jsonencode(kubernetes_config_map_v1.api__database.data))',
    );
  });

  it('stay away when the spec says so', async () => {
    const text = await filesFor(
      '{image: "registry.example.com/api:1.4.2", replicas: 2, database: {ref: postgres, poolSize: 5, configMap: false}}',
    );
    expect(text).not.toMatch(/config_map|annotations = /);
  });

  it('move with the workload when its key is renamed', async () => {
    const text = await filesFor(
      '{name: old, previousName: old, replicas: 2, database: {ref: postgres, poolSize: 5}}',
    );
    expect(text).toContain(`moved {
  from = kubernetes_config_map_v1.old__database
  to   = kubernetes_config_map_v1.api__database
}`);
  });
});
