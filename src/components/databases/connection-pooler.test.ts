import { describe, expect, it } from 'vitest';
import { compileExample } from '../testing/compile-example.ts';
import { databases } from './index.ts';
import { postgres } from './rules/examples.ts';

async function filesFor(pooler: string, more: Record<string, string> = {}) {
  const yaml = postgres({ identifier: 'prod-postgres', connectionPooler: pooler, ...more });
  const { diagnostics, files } = await compileExample([databases], yaml);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return {
    aws: files.get('rds-postgres.tf') ?? '',
    pooler: files.get('kubernetes/pgbouncer.tf') ?? '',
    lookups: files.get('kubernetes/lookups.tf') ?? '',
  };
}

describe('a connection pooler with a user list', () => {
  it("logs in as its clients do, and needs nothing of AWS but the database's address", async () => {
    const { aws, pooler, lookups } = await filesFor('{userListSecret: clients}');
    expect(pooler).toContain('* = host=${data.aws_db_instance.postgres.address} port=5432\n');
    expect(pooler).toContain(`        volume {
          name = "users"

          secret {
            secret_name  = "clients"
            default_mode = "0440"
          }
        }`);
    expect(pooler).not.toMatch(/init_container|kubernetes_service_account|SECRET_ARN|user-list\.sh/);
    expect(aws).not.toMatch(/aws_iam|pod_identity/);
    expect(lookups).toContain(`data "aws_db_instance" "postgres" {
  db_instance_identifier = "prod-postgres"
}`);
  });

  it('says what the spec says, in the words of PgBouncer', async () => {
    const { pooler } = await filesFor(
      '{userListSecret: c, poolMode: session, maxClientConnections: 300, defaultPoolSize: 7, minPoolSize: 1, reservePoolSize: 2, maxPreparedStatements: 0, serverIdleTimeout: 5m, serverLifetime: 30m, queryWaitTimeout: 20s, ignoreStartupParameters: [search_path, options], caConfigMap: rds-ca}',
      { port: '5433' },
    );
    expect(pooler).toContain(' port=5433\n');
    for (const line of [
      'pool_mode = session',
      'max_client_conn = 300',
      'default_pool_size = 7',
      'min_pool_size = 1',
      'reserve_pool_size = 2',
      'max_db_connections = 9',
      'max_prepared_statements = 0',
      'ignore_startup_parameters = options,search_path',
      'server_idle_timeout = 300',
      'server_lifetime = 1800',
      'query_wait_timeout = 20',
      'server_tls_sslmode = verify-full',
      'server_tls_ca_file = /etc/pgbouncer-ca/global-bundle.pem',
    ]) {
      expect(pooler).toContain(`      ${line}\n`);
    }
  });

  it('rolls its pods when the configuration changes', async () => {
    const { pooler } = await filesFor('{userListSecret: clients}');
    expect(pooler).toContain(
      '"elastiform/configuration" = sha256(jsonencode(kubernetes_config_map_v1.postgres__pooler.data))',
    );
  });

  it('has no budget of disruptions when it is a single pod', async () => {
    expect((await filesFor('{userListSecret: c, replicas: 2}')).pooler).toContain('disruption_budget');
    expect((await filesFor('{userListSecret: c, replicas: 1}')).pooler).not.toContain('disruption_budget');
  });
});

describe('a connection pooler with the password that RDS keeps', () => {
  it('may read the secret of its database and nothing else, in its own pods and no others', async () => {
    const { aws } = await filesFor('{userListSecret: clients, serverCredentials: rds-managed}');
    expect(aws).toContain(`    Statement = [
      {
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = one(aws_db_instance.postgres.master_user_secret[*].secret_arn)
      },
    ]
`);
    expect(aws).toContain(`      variable = "aws:RequestTag/kubernetes-service-account"
      values   = ["postgres-pgbouncer"]`);
    expect(aws).toContain(`resource "aws_eks_pod_identity_association" "postgres__pooler" {
  cluster_name    = data.aws_eks_cluster.main.name
  namespace       = "default"
  service_account = "postgres-pgbouncer"
  role_arn        = aws_iam_role.postgres__pooler.arn
}`);
  });

  it('logs in as the administrator, whatever its clients are called', async () => {
    const { pooler } = await filesFor('{userListSecret: clients, serverCredentials: rds-managed}');
    expect(pooler).toContain(
      '* = host=${data.aws_db_instance.postgres.address} port=5432 user=${data.aws_db_instance.postgres.master_username}\n',
    );
    expect(pooler).toContain(`          command = ["/bin/bash", "/etc/pgbouncer/user-list.sh", "once"]`);
    expect(pooler).toContain(`          command = ["/bin/bash", "/etc/pgbouncer/user-list.sh", "always"]`);
    expect(pooler).toContain('value = data.aws_db_instance.postgres.master_user_secret[0].secret_arn');
  });
});

it('moves with its database when the key is renamed', async () => {
  const { aws, pooler } = await filesFor(
    '{name: main-pgbouncer, userListSecret: clients, serverCredentials: rds-managed}',
    { previousName: 'main' },
  );
  for (const type of ['config_map', 'service_account', 'deployment', 'service', 'pod_disruption_budget']) {
    expect(pooler).toContain(`moved {
  from = kubernetes_${type}_v1.main__pooler
  to   = kubernetes_${type}_v1.postgres__pooler
}`);
  }
  for (const type of ['iam_role', 'iam_role_policy', 'eks_pod_identity_association']) {
    expect(aws).toContain(`  from = aws_${type}.main__pooler\n`);
  }
});
