import type { Facts } from '../facts.ts';
import type { DatabaseFacts } from '../facts-of-data.ts';
import type { View } from '../view.ts';

/** `aws rds describe-db-instances`. @source botocore 1.43.11, API model of rds, DBInstance */
export function readDbInstances(answer: View, facts: Facts): void {
  for (const view of answer.views('DBInstances')) {
    const database = instanceOf(view);
    if (database) facts.databases.push(database);
    else facts.notes.push({ kind: 'not-imported', subject: 'a DB instance', text: 'it has no identifier' });
  }
}

function instanceOf(view: View): DatabaseFacts | undefined {
  const id = view.text('DBInstanceIdentifier');
  if (id === undefined) return undefined;
  return {
    id,
    arn: view.text('DBInstanceArn'),
    class: view.text('DBInstanceClass'),
    engine: view.text('Engine'),
    engineVersion: view.text('EngineVersion'),
    username: view.text('MasterUsername'),
    databaseName: view.text('DBName'),
    port: view.view('Endpoint').number('Port'),
    allocatedGib: view.number('AllocatedStorage'),
    maxAllocatedGib: view.number('MaxAllocatedStorage'),
    storageType: view.text('StorageType'),
    iops: view.number('Iops'),
    throughput: view.number('StorageThroughput'),
    encrypted: view.flag('StorageEncrypted'),
    multiAz: view.flag('MultiAZ'),
    subnetGroup: view.view('DBSubnetGroup').text('DBSubnetGroupName'),
    subnets: namesIn(view.view('DBSubnetGroup'), 'Subnets', 'SubnetIdentifier'),
    securityGroups: namesIn(view, 'VpcSecurityGroups', 'VpcSecurityGroupId'),
    parameterGroup: namesIn(view, 'DBParameterGroups', 'DBParameterGroupName')[0],
    optionGroup: namesIn(view, 'OptionGroupMemberships', 'OptionGroupName')[0],
    backupRetentionDays: view.number('BackupRetentionPeriod'),
    backupWindow: view.text('PreferredBackupWindow'),
    copyTagsToSnapshot: view.flag('CopyTagsToSnapshot'),
    maintenanceWindow: view.text('PreferredMaintenanceWindow'),
    autoMinorVersionUpgrade: view.flag('AutoMinorVersionUpgrade'),
    source: view.text('ReadReplicaSourceDBInstanceIdentifier'),
    cluster: view.text('DBClusterIdentifier'),
    publiclyAccessible: view.flag('PubliclyAccessible'),
    deletionProtection: view.flag('DeletionProtection'),
    iamAuthentication: view.flag('IAMDatabaseAuthenticationEnabled'),
    performanceInsights: view.flag('PerformanceInsightsEnabled') ?? false,
    performanceInsightsRetentionDays: view.number('PerformanceInsightsRetentionPeriod'),
    monitoringIntervalSeconds: view.number('MonitoringInterval'),
    monitoringRoleArn: view.text('MonitoringRoleArn'),
    logs: view.texts('EnabledCloudwatchLogsExports'),
    caCertificateIdentifier: view.text('CACertificateIdentifier'),
    zone: view.text('AvailabilityZone'),
    hasManagedPassword: view.has('MasterUserSecret'),
    hasPendingChanges: view.view('PendingModifiedValues').keys().length > 0,
  };
}

/** One text of every item of a list. */
export function namesIn(view: View, list: string, key: string): string[] {
  return view.views(list).flatMap((item) => item.text(key) ?? []);
}
