import { DataAwsIamRole } from '@cdktf/provider-aws/lib/data-aws-iam-role/index.js';
import { DbInstance } from '@cdktf/provider-aws/lib/db-instance/index.js';
import { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group/index.js';
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group/index.js';
import type { Frame } from '../../compiler/frame/frame.ts';
import { formatDailyWindow, formatWeeklyWindow } from '../../compiler/quantity/aws-window.ts';
import { expression } from '../../terraform/engine/expression.ts';
import { addressOf } from '../../terraform/engine/reference.ts';
import { FOREIGN_TAGS, FOREIGN_TEXTS } from '../../terraform/platform/adopted.ts';
import type { Roots } from '../../terraform/platform/roots.ts';
import { fileOf, parameterGroupOf } from './names.ts';
import type { Database, Databases, ReadReplica } from './schema.ts';
import { addConnectionPooler } from './terraform/connection-pooler.ts';
import { addPoolerIdentity } from './terraform/pooler-identity.ts';

const DAY = 86_400;
// RDS takes up to an hour to make a large instance and two to change its storage.
const TIMEOUTS = { create: '60m', update: '120m', delete: '60m' } as const;

export function lowerDatabases(databases: Databases, roots: Roots, frame: Frame): void {
  for (const [key, database] of databases) lowerDatabase(key, database, roots, frame);
}

function lowerDatabase(key: string, database: Database, roots: Roots, { aws }: Frame): void {
  const shared: Shared = {
    subnetGroupName: subnetGroup(key, database, roots),
    securityGroupIds: database.securityGroups.map((group) => roots.lookups.securityGroupId(group)),
    parameterGroupName: parameterGroup(key, database, roots),
    monitoringRoleArn: monitoringRole(key, database, roots),
  };
  const primary = primaryInstance(key, database, roots, shared);
  for (const [replicaKey, replica] of database.readReplicas) {
    readReplica([key, replicaKey], database, replica, primary, roots, shared);
  }
  const pooler = database.connectionPooler;
  if (!pooler) return;
  addConnectionPooler(key, database, pooler, roots, aws.region);
  if (pooler.serverCredentials === 'rds-managed') addPoolerIdentity(key, database, pooler, primary, roots);
}

/** What the primary and its replicas have in common, as references. */
interface Shared {
  /** Of the primary, a reference or a name; a replica is put beside it by RDS, and with a name the provider asks for an ARN as source. */
  readonly subnetGroupName: string;
  readonly securityGroupIds: string[];
  readonly parameterGroupName: string | undefined;
  readonly monitoringRoleArn: string | undefined;
}

function subnetGroup(key: string, database: Database, roots: Roots): string {
  const { name, managedBy } = database.subnetGroup;
  if (managedBy === 'elsewhere') return name;
  const group = roots.aws.resource(
    DbSubnetGroup,
    {
      file: fileOf(database),
      at: ['databases', key, 'subnetGroup'],
      name: [key],
      previousName: previousNameOf(database),
      importId: database.adopt ? name : undefined,
    },
    {
      name,
      subnetIds: roots.lookups.subnetIds(),
      lifecycle: database.adopt ? { ignoreChanges: FOREIGN_TEXTS } : undefined,
    },
  );
  return group.name;
}

function parameterGroup(key: string, database: Database, roots: Roots): string | undefined {
  const group = parameterGroupOf(database);
  if (group.kind === 'none') return undefined;
  if (group.kind === 'existing') return group.name;
  const resource = roots.aws.resource(
    DbParameterGroup,
    {
      file: fileOf(database),
      at: ['databases', key, 'parameters'],
      name: [key],
      previousName: previousNameOf(database),
      importId: database.parameterGroup.adopt ? group.name : undefined,
      notes: rebootNotes(database),
    },
    {
      name: group.name,
      family: group.family,
      description: database.parameterGroup.description,
      parameter: [...database.parameters].map(([name, { value, apply }]) => ({
        name,
        value,
        applyMethod: apply,
      })),
      // Another family is another group; the instance moves over before the old group goes.
      lifecycle: {
        createBeforeDestroy: true,
        // A description cannot be changed; an adopted group keeps the one it has.
        ignoreChanges: database.parameterGroup.adopt ? FOREIGN_TEXTS : undefined,
      },
    },
  );
  return resource.name;
}

/** Terraform reboots nothing, and the plan says nothing about it. */
function rebootNotes({ parameters }: Database): string[] {
  const waiting = [...parameters].filter(([, { apply }]) => apply === 'pending-reboot').map(([name]) => name);
  if (waiting.length === 0) return [];
  return [`Takes effect when somebody reboots the instances: ${waiting.join(', ')}.`];
}

function monitoringRole(key: string, { monitoring }: Database, roots: Roots): string | undefined {
  const { enhanced } = monitoring;
  if (!enhanced) return undefined;
  const at = ['databases', key, 'monitoring', 'enhanced', 'role'];
  const place = { file: 'lookups', at, name: [key, 'monitoring'] };
  return roots.aws.data(DataAwsIamRole, place, { name: enhanced.role }).arn;
}

function primaryInstance(key: string, database: Database, roots: Roots, shared: Shared): DbInstance {
  const { aws } = roots;
  const file = fileOf(database);
  const { storage, backups, changes, identifier } = database;
  const isManaged = database.credentials === 'managed';
  const instance = aws.resource(
    DbInstance,
    {
      file,
      at: ['databases', key],
      name: [key],
      notes: notesOf(database),
      previousName: previousNameOf(database),
      importId: database.adopt?.id,
    },
    {
      identifier,
      engine: database.engine,
      engineVersion: database.engineVersion,
      dbName: database.databaseName,
      username: database.username,
      manageMasterUserPassword: isManaged ? true : undefined,

      instanceClass: database.class,
      allocatedStorage: storage.allocated,
      maxAllocatedStorage: storage.max,
      ...storageKind(database),
      kmsKeyId: storage.kmsKeyId,
      multiAz: database.multiAz,

      dbSubnetGroupName: shared.subnetGroupName,
      ...network(database, shared),

      deletionProtection: database.deletionProtection,
      backupRetentionPeriod: backups.retention / DAY,
      backupWindow: formatDailyWindow(backups.window),
      copyTagsToSnapshot: backups.copyTagsToSnapshot,
      skipFinalSnapshot: !database.finalSnapshot,
      finalSnapshotIdentifier: database.finalSnapshot ? `${identifier}-final` : undefined,

      ...watching(database, database.monitoring.performanceInsights, shared),

      maintenanceWindow: formatWeeklyWindow(changes.maintenanceWindow),
      ...changing(database),
      allowMajorVersionUpgrade: changes.allowMajorVersionUpgrade,

      timeouts: TIMEOUTS,
      lifecycle: lifecycle(database.deletionProtection, database.adopt !== undefined),
    },
  );
  aws.output(
    { file: 'outputs', at: ['databases', key], name: [key, 'database-endpoint'] },
    { value: instance.address, description: `Host name of the database ${identifier}.` },
  );
  if (isManaged) {
    aws.output(
      { file: 'outputs', at: ['databases', key, 'credentials'], name: [key, 'database-secret-arn'] },
      {
        // There is none yet in the plan that hands an existing password over to RDS.
        value: expression(`one(${addressOf(instance)}.master_user_secret[*].secret_arn)`),
        description: `ARN of the secret that holds the password of ${identifier}.`,
      },
    );
  }
  return instance;
}

/**
 * A replica sets only what the call that creates it can carry, and what must differ from the primary; each
 * other attribute would cost a second cycle of changes (seen with provider 5.100).
 */
function readReplica(
  [key, replicaKey]: readonly [string, string],
  database: Database,
  replica: ReadReplica,
  primary: DbInstance,
  roots: Roots,
  shared: Shared,
): void {
  const at = ['databases', key, 'readReplicas', replicaKey];
  const { identifier } = replica;
  const instance = roots.aws.resource(
    DbInstance,
    {
      file: fileOf(database),
      at,
      name: [key, replicaKey],
      notes: [
        'Engine, storage, credentials and the backup window come from the primary.',
        ...(replica.engineVersion === undefined
          ? []
          : ['engine_version: only while an upgrade is under way, for replicas go before their primary.']),
      ],
      previousName: previousReplicaName([key, replicaKey], database, replica),
      importId: replica.adopt ? identifier : undefined,
    },
    {
      identifier,
      // Within a region RDS wants the identifier, not the ARN.
      replicateSourceDb: primary.identifier,
      engineVersion: replica.engineVersion,

      instanceClass: replica.class,
      maxAllocatedStorage: replica.maxStorage,
      ...storageKind(database),
      multiAz: replica.multiAz,

      availabilityZone: replica.availabilityZone,
      ...network(database, shared),

      deletionProtection: replica.deletionProtection,
      copyTagsToSnapshot: database.backups.copyTagsToSnapshot,
      // RDS makes no final snapshot of a replica.
      skipFinalSnapshot: true,

      ...watching(database, replica.performanceInsights, shared),

      maintenanceWindow: formatWeeklyWindow(replica.maintenanceWindow),
      ...changing(database),
      allowMajorVersionUpgrade:
        replica.engineVersion !== undefined && database.changes.allowMajorVersionUpgrade ? true : undefined,

      timeouts: TIMEOUTS,
      lifecycle: lifecycle(replica.deletionProtection, replica.adopt),
    },
  );
  roots.aws.output(
    { file: 'outputs', at, name: [key, replicaKey, 'database-endpoint'] },
    { value: instance.address, description: `Host name of the read replica ${identifier}.` },
  );
}

function lifecycle(isProtected: boolean, isAdopted: boolean) {
  if (!isProtected && !isAdopted) return undefined;
  return {
    preventDestroy: isProtected ? true : undefined,
    ignoreChanges: isAdopted ? FOREIGN_TAGS : undefined,
  };
}

function storageKind({ storage }: Database) {
  return {
    storageType: storage.type,
    iops: storage.iops,
    storageThroughput: storage.throughput,
    storageEncrypted: storage.encrypted,
  };
}

function network(database: Database, { securityGroupIds, parameterGroupName }: Shared) {
  return {
    vpcSecurityGroupIds: securityGroupIds,
    port: database.port,
    publiclyAccessible: false,
    parameterGroupName,
    iamDatabaseAuthenticationEnabled: database.iamAuthentication,
    caCertIdentifier: database.caCertificateIdentifier,
  };
}

function watching({ monitoring }: Database, performanceInsights: boolean, { monitoringRoleArn }: Shared) {
  return {
    enabledCloudwatchLogsExports: [...monitoring.logs],
    performanceInsightsEnabled: performanceInsights,
    performanceInsightsRetentionPeriod: performanceInsights
      ? monitoring.performanceInsightsRetention / DAY
      : undefined,
    monitoringInterval: monitoring.enhanced?.interval ?? 0,
    monitoringRoleArn,
  };
}

function changing({ changes }: Database) {
  return {
    applyImmediately: changes.apply === 'immediately',
    autoMinorVersionUpgrade: changes.autoMinorVersionUpgrade,
  };
}

function notesOf({ storage, credentials }: Database): string[] {
  const notes: string[] = [];
  if (storage.owner === 'rds-autoscaling') {
    notes.push(
      'allocated_storage is where storage starts: RDS storage autoscaling owns it afterwards, up to',
      'max_allocated_storage. The provider hides that growth by itself, so nothing is ignored here.',
    );
  }
  if (credentials === 'keep') {
    notes.push('The password is left alone: managing it would rotate it.');
  }
  return notes;
}

function previousNameOf({ previousName }: Database): string[] | undefined {
  return previousName === undefined ? undefined : [previousName];
}

/** A replica moves with its primary; that both are renamed at once is refused by a rule. */
function previousReplicaName(
  [key, replicaKey]: readonly [string, string],
  database: Database,
  replica: ReadReplica,
): string[] | undefined {
  if (database.previousName === undefined && replica.previousName === undefined) return undefined;
  return [database.previousName ?? key, replica.previousName ?? replicaKey];
}
