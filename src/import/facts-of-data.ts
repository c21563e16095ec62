import type { Count, Fact, Flag, Text } from './fact.ts';

export interface DatabaseFacts extends Fact {
  readonly class: Text;
  readonly engine: Text;
  readonly engineVersion: Text;
  readonly username: Text;
  readonly databaseName: Text;
  readonly port: Count;
  readonly allocatedGib: Count;
  readonly maxAllocatedGib: Count;
  readonly storageType: Text;
  readonly iops: Count;
  readonly throughput: Count;
  readonly encrypted: Flag;
  readonly multiAz: Flag;
  readonly subnetGroup: Text;
  /** Empty where the source does not tell. */
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly parameterGroup: Text;
  readonly optionGroup: Text;
  readonly backupRetentionDays: Count;
  readonly backupWindow: Text;
  readonly copyTagsToSnapshot: Flag;
  readonly maintenanceWindow: Text;
  readonly autoMinorVersionUpgrade: Flag;
  /** Identifier or ARN of the primary. */
  readonly source: Text;
  /** Aurora, or a Multi-AZ cluster. */
  readonly cluster: Text;
  readonly publiclyAccessible: Flag;
  readonly deletionProtection: Flag;
  readonly iamAuthentication: Flag;
  readonly performanceInsights: Flag;
  readonly performanceInsightsRetentionDays: Count;
  readonly monitoringIntervalSeconds: Count;
  readonly monitoringRoleArn: Text;
  readonly logs: readonly string[];
  readonly caCertificateIdentifier: Text;
  readonly zone: Text;
  readonly hasManagedPassword: boolean;
  readonly hasPendingChanges: boolean;
}

export interface CacheFacts extends Fact {
  readonly description: Text;
  readonly engine: Text;
  readonly nodeType: Text;
  readonly clusterMode: Text;
  /** Replicas of each shard. */
  readonly replicas: readonly number[];
  readonly automaticFailover: Flag;
  readonly multiAz: Flag;
  readonly port: Count;
  readonly atRestEncryption: Flag;
  readonly kmsKeyId: Text;
  readonly transitEncryption: Text;
  readonly hasToken: boolean;
  readonly userGroups: readonly string[];
  readonly snapshotRetentionDays: Count;
  readonly snapshotWindow: Text;
  readonly autoMinorVersionUpgrade: Flag;
  readonly logs: readonly LogFacts[];
  readonly globalGroup: Text;
}

export interface LogFacts {
  readonly type: Text;
  readonly destination: Text;
  readonly destinationType: Text;
  readonly format: Text;
}

/** What only the nodes of a replication group tell. */
export interface CacheNodeFacts extends Fact {
  readonly replicationGroup: Text;
  readonly engine: Text;
  readonly engineVersion: Text;
  readonly parameterGroup: Text;
  readonly subnetGroup: Text;
  readonly securityGroups: readonly string[];
  readonly maintenanceWindow: Text;
  readonly topicArn: Text;
}
