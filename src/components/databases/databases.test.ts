import { describe, expect, it } from 'vitest';
import { compileExample } from '../testing/compile-example.ts';
import { testRuleExamples } from '../testing/rule-examples.ts';
import { databases } from './index.ts';

testRuleExamples(databases);

/** The guide's database, as the language reference writes it. */
const GUIDE = `
databases:
  postgres:
    identifier: prod-postgres
    engine: postgres
    engineVersion: "16.12"
    class: db.r6g.2xlarge
    storage: {allocated: 200GiB, max: 500GiB, type: gp3, owner: rds-autoscaling}
    multiAz: true
    readReplicas:
      replica-1: {class: db.r6g.2xlarge, availabilityZone: us-east-1b}
    changes: {apply: maintenance-window, maintenanceWindow: "Sun 04:30-05:30"}
`;

/** A MySQL database in which every optional key is written. */
const EVERYTHING = `
foundation: {securityGroups: {orders: dapp-prod-orders}}
databases:
  orders:
    previousName: shop
    identifier: prod-shop
    engine: mysql
    engineVersion: "8.4.9"
    class: db.m6g.large
    databaseName: orders
    username: boss
    credentials: managed
    storage:
      allocated: 400GiB
      max: 1TiB
      owner: rds-autoscaling
      type: gp3
      iops: 16000
      throughput: 1000
      encrypted: true
      kmsKeyId: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555
    multiAz: true
    port: 3307
    securityGroups: [orders, nodes]
    subnetGroup: {name: shop-subnets}
    parameters:
      max_connections: {value: "500"}
      require_secure_transport: {value: "1"}
      lower_case_table_names: {value: "1", apply: pending-reboot}
    parameterGroup: {name: shop-tuned, description: tuned by hand, adopt: false}
    backups: {retention: 21d, window: "01:00-01:30"}
    changes:
      apply: immediately
      maintenanceWindow: "Mon 02:00-02:30"
      autoMinorVersionUpgrade: false
      allowMajorVersionUpgrade: true
    monitoring:
      performanceInsights: true
      performanceInsightsRetention: 31d
      enhanced: {role: rds-monitoring, interval: 15s}
      logs: [slowquery, error]
    deletionProtection: true
    finalSnapshot: true
    iamAuthentication: true
    caCertificateIdentifier: rds-ca-ecc384-g1
    readReplicas:
      reports:
        adopt: false
        identifier: shop-reports
        class: db.m6g.xlarge
        maxStorage: 2TiB
        multiAz: true
        maintenanceWindow: "Wed 02:00-02:30"
        performanceInsights: false
        deletionProtection: true
`;

const MANAGED_GROUP = `
      log_min_duration_statement: {value: "500"}
      shared_preload_libraries: {value: pg_stat_statements}
`;

async function filesOf(yaml: string): Promise<ReadonlyMap<string, string>> {
  const { diagnostics, files } = await compileExample([databases], yaml);
  // The spec with every key has what they are about, and they say nothing but that it is there.
  const told = ['database/major-upgrade-allowed', 'database/no-performance-insights'];
  expect(diagnostics.filter(({ code }) => !told.includes(code))).toEqual([]);
  return files;
}

/** The top-level block that starts with `head`, with its comment left out. */
function blockOf(text: string | undefined, head: string): string {
  const start = text?.indexOf(`${head} {\n`) ?? -1;
  expect(start, `${head} in\n${text}`).toBeGreaterThanOrEqual(0);
  return text!.slice(start, text!.indexOf('\n}\n', start) + 3);
}

describe('a database', () => {
  it('is written as in the guide, with every default in sight', async () => {
    const files = await filesOf(GUIDE);
    expect(
      blockOf(files.get('rds-postgres.tf'), 'resource "aws_db_instance" "postgres"'),
    ).toMatchInlineSnapshot(`
      "resource "aws_db_instance" "postgres" {
        identifier                            = "prod-postgres"
        engine                                = "postgres"
        engine_version                        = "16.12"
        username                              = "dbadmin"
        manage_master_user_password           = true
        instance_class                        = "db.r6g.2xlarge"
        allocated_storage                     = 200
        max_allocated_storage                 = 500
        storage_type                          = "gp3"
        storage_encrypted                     = true
        multi_az                              = true
        db_subnet_group_name                  = aws_db_subnet_group.postgres.name
        vpc_security_group_ids                = [data.aws_security_group.postgres.id]
        port                                  = 5432
        publicly_accessible                   = false
        iam_database_authentication_enabled   = true
        deletion_protection                   = true
        backup_retention_period               = 14
        backup_window                         = "03:00-04:00"
        copy_tags_to_snapshot                 = true
        skip_final_snapshot                   = false
        final_snapshot_identifier             = "prod-postgres-final"
        enabled_cloudwatch_logs_exports       = ["postgresql", "upgrade"]
        performance_insights_enabled          = true
        performance_insights_retention_period = 7
        monitoring_interval                   = 0
        maintenance_window                    = "sun:04:30-sun:05:30"
        apply_immediately                     = false
        auto_minor_version_upgrade            = false
        allow_major_version_upgrade           = false

        timeouts {
          create = "60m"
          update = "120m"
          delete = "60m"
        }

        lifecycle {
          prevent_destroy = true
        }
      }
      "
    `);
  });

  it('has replicas that take from it what AWS and the provider want them to take', async () => {
    const files = await filesOf(GUIDE);
    const replica = blockOf(files.get('rds-postgres.tf'), 'resource "aws_db_instance" "postgres__replica_1"');
    expect(replica).toMatchInlineSnapshot(`
      "resource "aws_db_instance" "postgres__replica_1" {
        identifier                            = "prod-postgres-replica-1"
        replicate_source_db                   = aws_db_instance.postgres.identifier
        instance_class                        = "db.r6g.2xlarge"
        max_allocated_storage                 = 500
        storage_type                          = "gp3"
        storage_encrypted                     = true
        multi_az                              = false
        availability_zone                     = "us-east-1b"
        vpc_security_group_ids                = [data.aws_security_group.postgres.id]
        port                                  = 5432
        publicly_accessible                   = false
        iam_database_authentication_enabled   = true
        deletion_protection                   = false
        copy_tags_to_snapshot                 = true
        skip_final_snapshot                   = true
        enabled_cloudwatch_logs_exports       = ["postgresql", "upgrade"]
        performance_insights_enabled          = true
        performance_insights_retention_period = 7
        monitoring_interval                   = 0
        maintenance_window                    = "sat:04:30-sat:05:30"
        apply_immediately                     = false
        auto_minor_version_upgrade            = false

        timeouts {
          create = "60m"
          update = "120m"
          delete = "60m"
        }
      }
      "
    `);
    for (const trap of ['engine', 'username', 'allocated_storage', 'db_subnet_group_name', 'backup_window']) {
      expect(replica).not.toMatch(new RegExp(`^  ${trap} `, 'm'));
    }
  });

  it('takes every key that can be written', async () => {
    const files = await filesOf(EVERYTHING);
    const text = files.get('rds-mysql.tf') ?? '';
    // The header is the same in every file.
    expect(text.slice(text.indexOf('\n\n') + 2)).toMatchInlineSnapshot(`
      "# databases.orders.subnetGroup
      moved {
        from = aws_db_subnet_group.shop
        to   = aws_db_subnet_group.orders
      }

      # databases.orders.subnetGroup
      resource "aws_db_subnet_group" "orders" {
        name       = "shop-subnets"
        subnet_ids = local.private_subnet_ids
      }

      # databases.orders.parameters
      moved {
        from = aws_db_parameter_group.shop
        to   = aws_db_parameter_group.orders
      }

      # databases.orders.parameters
      # Takes effect when somebody reboots the instances: lower_case_table_names.
      resource "aws_db_parameter_group" "orders" {
        name        = "shop-tuned"
        family      = "mysql8.4"
        description = "tuned by hand"

        parameter {
          name         = "lower_case_table_names"
          value        = "1"
          apply_method = "pending-reboot"
        }

        parameter {
          name         = "max_connections"
          value        = "500"
          apply_method = "immediate"
        }

        parameter {
          name         = "require_secure_transport"
          value        = "1"
          apply_method = "immediate"
        }

        lifecycle {
          create_before_destroy = true
        }
      }

      # databases.orders
      moved {
        from = aws_db_instance.shop
        to   = aws_db_instance.orders
      }

      # databases.orders
      # allocated_storage is where storage starts: RDS storage autoscaling owns it afterwards, up to
      # max_allocated_storage. The provider hides that growth by itself, so nothing is ignored here.
      resource "aws_db_instance" "orders" {
        identifier                            = "prod-shop"
        engine                                = "mysql"
        engine_version                        = "8.4.9"
        db_name                               = "orders"
        username                              = "boss"
        manage_master_user_password           = true
        instance_class                        = "db.m6g.large"
        allocated_storage                     = 400
        max_allocated_storage                 = 1024
        storage_type                          = "gp3"
        iops                                  = 16000
        storage_throughput                    = 1000
        storage_encrypted                     = true
        kms_key_id                            = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
        multi_az                              = true
        db_subnet_group_name                  = aws_db_subnet_group.orders.name
        vpc_security_group_ids                = [data.aws_security_group.nodes.id, data.aws_security_group.orders.id]
        port                                  = 3307
        publicly_accessible                   = false
        parameter_group_name                  = aws_db_parameter_group.orders.name
        iam_database_authentication_enabled   = true
        ca_cert_identifier                    = "rds-ca-ecc384-g1"
        deletion_protection                   = true
        backup_retention_period               = 21
        backup_window                         = "01:00-01:30"
        copy_tags_to_snapshot                 = true
        skip_final_snapshot                   = false
        final_snapshot_identifier             = "prod-shop-final"
        enabled_cloudwatch_logs_exports       = ["error", "slowquery"]
        performance_insights_enabled          = true
        performance_insights_retention_period = 31
        monitoring_interval                   = 15
        monitoring_role_arn                   = data.aws_iam_role.orders__monitoring.arn
        maintenance_window                    = "mon:02:00-mon:02:30"
        apply_immediately                     = true
        auto_minor_version_upgrade            = false
        allow_major_version_upgrade           = true

        timeouts {
          create = "60m"
          update = "120m"
          delete = "60m"
        }

        lifecycle {
          prevent_destroy = true
        }
      }

      # databases.orders.readReplicas.reports
      moved {
        from = aws_db_instance.shop__reports
        to   = aws_db_instance.orders__reports
      }

      # databases.orders.readReplicas.reports
      # Engine, storage, credentials and the backup window come from the primary.
      resource "aws_db_instance" "orders__reports" {
        identifier                          = "shop-reports"
        replicate_source_db                 = aws_db_instance.orders.identifier
        instance_class                      = "db.m6g.xlarge"
        max_allocated_storage               = 2048
        storage_type                        = "gp3"
        iops                                = 16000
        storage_throughput                  = 1000
        storage_encrypted                   = true
        multi_az                            = true
        vpc_security_group_ids              = [data.aws_security_group.nodes.id, data.aws_security_group.orders.id]
        port                                = 3307
        publicly_accessible                 = false
        parameter_group_name                = aws_db_parameter_group.orders.name
        iam_database_authentication_enabled = true
        ca_cert_identifier                  = "rds-ca-ecc384-g1"
        deletion_protection                 = true
        copy_tags_to_snapshot               = true
        skip_final_snapshot                 = true
        enabled_cloudwatch_logs_exports     = ["error", "slowquery"]
        performance_insights_enabled        = false
        monitoring_interval                 = 15
        monitoring_role_arn                 = data.aws_iam_role.orders__monitoring.arn
        maintenance_window                  = "wed:02:00-wed:02:30"
        apply_immediately                   = true
        auto_minor_version_upgrade          = false

        timeouts {
          create = "60m"
          update = "120m"
          delete = "60m"
        }

        lifecycle {
          prevent_destroy = true
        }
      }
      "
    `);
    expect(files.get('lookups.tf')).toContain(
      'data "aws_iam_role" "orders__monitoring" {\n  name = "rds-monitoring"\n}',
    );
  });

  it('tells others where it is', async () => {
    const files = await filesOf(GUIDE);
    const names = [...(files.get('outputs.tf') ?? '').matchAll(/^output "(.*)"/gm)].map(([, name]) => name);
    expect(names).toEqual([
      'postgres__database_endpoint',
      'postgres__database_secret_arn',
      'postgres__replica_1__database_endpoint',
    ]);
    // An index would stop the plan that hands the password of an adopted database over to RDS.
    expect(files.get('outputs.tf')).toContain(
      'one(aws_db_instance.postgres.master_user_secret[*].secret_arn)',
    );
  });

  it.each([
    ['postgres', '16.12', 'prod-postgres-postgres16', 'postgres16'],
    ['mysql', '8.4.9', 'prod-postgres-mysql8-4', 'mysql8.4'],
    ['mariadb', '11.8.3', 'prod-postgres-mariadb11-8', 'mariadb11.8'],
  ])('names the parameter group of %s %s after its family', async (engine, version, name, family) => {
    const other = engine === 'mysql' ? 'require_secure_transport' : 'long_query_time';
    const parameters = engine === 'postgres' ? MANAGED_GROUP : `{${other}: {value: "1"}}\n`;
    const files = await filesOf(`
databases:
  postgres:
    engine: ${engine}
    engineVersion: "${version}"
    class: db.r6g.large
    storage: {allocated: 100GiB}
    parameters: ${parameters}`);
    const group = blockOf(files.get(`rds-${engine}.tf`), 'resource "aws_db_parameter_group" "postgres"');
    expect(group).toContain(`name        = "${name}"\n  family      = "${family}"\n`);
    expect(group).toContain('create_before_destroy = true');
  });

  it('lets dev be thrown away', async () => {
    const files = await filesOf(
      `tier: dev${GUIDE.replace('multiAz: true', 'deletionProtection: false\n    finalSnapshot: false')}`,
    );
    const block = blockOf(files.get('rds-postgres.tf'), 'resource "aws_db_instance" "postgres"');
    for (const line of [
      'multi_az                              = false',
      'deletion_protection                   = false',
      'skip_final_snapshot                   = true',
    ]) {
      expect(block).toContain(line);
    }
    expect(block).not.toContain('final_snapshot_identifier');
    expect(block).not.toContain('prevent_destroy');
  });

  it('leaves the minor version to RDS where the spec names a major one', async () => {
    const files = await filesOf(GUIDE.replace('"16.12"', '"16"'));
    expect(files.get('rds-postgres.tf')).toMatch(/auto_minor_version_upgrade += true/);
  });
});

describe('the owner of the storage', () => {
  const sized = (storage: string) => GUIDE.replace(/storage: .*/, `storage: ${storage}`);
  it.each([
    ['{allocated: 200GiB, max: 500GiB}', '  max_allocated_storage                 = 500\n', true],
    ['{allocated: 200GiB}', '', false],
  ])('of %s is in the output, and nothing is ignored', async (storage, line, isNoted) => {
    const text = (await filesOf(sized(storage))).get('rds-postgres.tf') ?? '';
    expect(text).toContain(`  allocated_storage                     = 200\n${line}`);
    expect(text.includes('RDS storage autoscaling owns it')).toBe(isNoted);
    expect(text.includes('max_allocated_storage ')).toBe(line !== '');
    // ignore_changes would hide the growth that somebody asks for in the spec, too.
    expect(text).not.toContain('ignore_changes');
  });
});

describe('adoption', () => {
  const adopted = GUIDE.replace(
    'engine: postgres',
    'adopt: true\n    username: postgres\n    engine: postgres',
  );

  it('imports the instance, its subnet group and its replicas, and leaves the password alone', async () => {
    const text = (await filesOf(adopted)).get('rds-postgres.tf') ?? '';
    const imports = [...text.matchAll(/import \{\n {2}to = (\S+)\n {2}id = "(\S+)"\n\}/g)].map(
      ([, to, id]) => [to, id],
    );
    expect(imports).toEqual([
      ['aws_db_subnet_group.postgres', 'prod-postgres'],
      ['aws_db_instance.postgres', 'prod-postgres'],
      ['aws_db_instance.postgres__replica_1', 'prod-postgres-replica-1'],
    ]);
    expect(text).not.toContain('manage_master_user_password');
    expect(text).not.toContain('parameter_group');
  });

  it('imports the parameter group that it names, and makes the one that it is told to make', async () => {
    const named = `${adopted}    parameters: ${MANAGED_GROUP}    parameterGroup: {name: legacy, description: by hand}\n`;
    expect((await filesOf(named)).get('rds-postgres.tf')).toContain(
      'import {\n  to = aws_db_parameter_group.postgres\n  id = "legacy"\n}',
    );
    const own = (await filesOf(named.replace(/\{name: legacy.*/, '{adopt: false}'))).get('rds-postgres.tf');
    expect(own).not.toContain('to = aws_db_parameter_group.postgres');
    expect(own).toContain('name        = "prod-postgres-postgres16"');
  });

  it('can add a replica that does not exist yet', async () => {
    const text = (await filesOf(adopted.replace('{class', '{adopt: false, class'))).get('rds-postgres.tf');
    expect(text).not.toContain('to = aws_db_instance.postgres__replica_1');
  });
});

describe('what holds data', () => {
  it('is the database and its replicas, under the names they had', () => {
    const replica = { previousName: undefined };
    const database = { previousName: 'main', readReplicas: new Map([['a', replica]]) };
    expect(
      (databases.statefulItems as (items: never) => unknown)(new Map([['postgres', database]]) as never),
    ).toEqual([
      { path: ['databases', 'postgres'], previousPath: ['databases', 'main'] },
      {
        path: ['databases', 'postgres', 'readReplicas', 'a'],
        previousPath: ['databases', 'main', 'readReplicas', 'a'],
      },
    ]);
  });
});

describe('a rename', () => {
  const movesOf = (text = '') =>
    [...text.matchAll(/moved \{\n {2}from = (\S+)\n {2}to {3}= (\S+)\n\}/g)].map(([, from, to]) => [
      from,
      to,
    ]);

  it('moves everything that has the key in its address', async () => {
    const renamed = GUIDE.replace(
      '  postgres:',
      '  main:\n    previousName: postgres\n    securityGroups: [postgres]',
    );
    const files = await filesOf(`${renamed}    parameters: ${MANAGED_GROUP}`);
    expect(movesOf(files.get('rds-postgres.tf'))).toEqual([
      ['aws_db_subnet_group.postgres', 'aws_db_subnet_group.main'],
      ['aws_db_parameter_group.postgres', 'aws_db_parameter_group.main'],
      ['aws_db_instance.postgres', 'aws_db_instance.main'],
      ['aws_db_instance.postgres__replica_1', 'aws_db_instance.main__replica_1'],
    ]);
  });

  it('moves one replica alone', async () => {
    const renamed = GUIDE.replace(
      'replica-1: {',
      'reports: {previousName: replica-1, identifier: prod-postgres-replica-1, ',
    );
    expect(movesOf((await filesOf(renamed)).get('rds-postgres.tf'))).toEqual([
      ['aws_db_instance.postgres__replica_1', 'aws_db_instance.postgres__reports'],
    ]);
  });
});

describe('one edit of the spec', () => {
  // A replica that follows its primary: a larger class is two lines.
  const before = `tier: staging${GUIDE.replace('class: db.r6g.2xlarge, ', '')}`;
  it.each([
    ['class: db.r6g.2xlarge', 'class: db.r6g.4xlarge'],
    ['allocated: 200GiB', 'allocated: 250GiB'],
    ['max: 500GiB', 'max: 600GiB'],
    ['type: gp3', 'type: gp2'],
    ['"16.12"', '"16.13"'],
    ['multiAz: true', 'multiAz: false'],
    ['Sun 04:30-05:30', 'Tue 05:00-06:00'],
    ['availabilityZone: us-east-1b', 'availabilityZone: us-east-1c'],
  ])('%j to %j changes at most three lines of one file', async (from, to) => {
    expect(before).toContain(from);
    const old = await filesOf(before);
    const changed = [...(await filesOf(before.replace(from, to)))].flatMap(([path, text]) => {
      const lines = old.get(path)?.split('\n') ?? [];
      const count = text.split('\n').filter((line, index) => line !== lines[index]).length;
      return count === 0 ? [] : [{ path, count }];
    });
    expect(changed).toEqual([{ path: 'rds-postgres.tf', count: expect.any(Number) }]);
    expect(changed[0]?.count).toBeLessThanOrEqual(3);
  });
});

describe('what a user writes', () => {
  it('stays text in Terraform', async () => {
    const files = await filesOf(
      `${GUIDE}    parameters:\n      log_line_prefix: {value: "%t:\${file(1)}:%{if true}"}\n`,
    );
    expect(files.get('rds-postgres.tf')).toContain('value        = "%t:$${file(1)}:%%{if true}"');
  });
});
