import { callAws } from './call-aws.ts';
import type { MockAws } from './mock-aws.ts';
import type { Json } from './plan-json.ts';
import type { TerraformRoot } from './terraform.ts';

export interface LegacyProduction {
  /** The one import id that is not a name. */
  readonly launchTemplateId: string;
}

/**
 * The guide's production as somebody made it by hand with the AWS CLI, years ago: what adoption must
 * pick up. Names: `prod-postgres` with `prod-postgres-replica-1`, `prod-redis-cluster`,
 * `eks-worker-nodes` (group and launch template), `spot-nodes`; subnet groups `prod-postgres` and
 * `prod-redis`; parameter group `prod-postgres-16-legacy`.
 *
 * @param fixture applied for `prod`, on the same mock
 */
export async function createLegacyProduction(
  mock: MockAws,
  fixture: TerraformRoot,
): Promise<LegacyProduction> {
  const network = readNetwork(await fixture.output());
  await callAws(mock, [...database(network, mock.region), ...cache(network)]);
  const launchTemplateId = await createLaunchTemplate(mock);
  await callAws(mock, nodes(network, launchTemplateId));
  return { launchTemplateId };
}

interface Network {
  readonly privateSubnetIds: readonly string[];
  readonly postgresSecurityGroupId: string;
  readonly redisSecurityGroupId: string;
  readonly nodeRoleArn: string;
  readonly cluster: string;
}

function readNetwork(outputs: Record<string, Json>): Network {
  const groups = outputs['security_group_ids'] as Record<string, string>;
  return {
    privateSubnetIds: Object.values(outputs['private_subnet_ids'] as Record<string, string>),
    postgresSecurityGroupId: groups['postgres'] ?? '',
    redisSecurityGroupId: groups['redis'] ?? '',
    nodeRoleArn: outputs['node_role_arn'] as string,
    cluster: outputs['cluster_name'] as string,
  };
}

function database(network: Network, region: string) {
  return [
    {
      service: 'rds',
      operation: 'create_db_subnet_group',
      arguments: {
        DBSubnetGroupName: 'prod-postgres',
        DBSubnetGroupDescription: 'Managed by Terraform',
        SubnetIds: network.privateSubnetIds,
      },
    },
    {
      service: 'rds',
      operation: 'create_db_parameter_group',
      arguments: {
        DBParameterGroupName: 'prod-postgres-16-legacy',
        DBParameterGroupFamily: 'postgres16',
        Description: 'legacy',
      },
    },
    {
      service: 'rds',
      operation: 'create_db_instance',
      arguments: {
        DBInstanceIdentifier: 'prod-postgres',
        Engine: 'postgres',
        EngineVersion: '16.8',
        DBInstanceClass: 'db.t3.large',
        AllocatedStorage: 100,
        StorageType: 'gp2',
        StorageEncrypted: true,
        MasterUsername: 'postgres',
        MasterUserPassword: 'hunter2hunter2',
        DBSubnetGroupName: 'prod-postgres',
        VpcSecurityGroupIds: [network.postgresSecurityGroupId],
        BackupRetentionPeriod: 7,
        PreferredBackupWindow: '03:00-04:00',
        PreferredMaintenanceWindow: 'sun:04:30-sun:05:30',
        DBParameterGroupName: 'prod-postgres-16-legacy',
      },
    },
    {
      service: 'rds',
      operation: 'create_db_instance_read_replica',
      arguments: {
        DBInstanceIdentifier: 'prod-postgres-replica-1',
        SourceDBInstanceIdentifier: 'prod-postgres',
        DBInstanceClass: 'db.r6g.xlarge',
        AvailabilityZone: `${region}b`,
      },
    },
  ];
}

function cache(network: Network) {
  return [
    {
      service: 'elasticache',
      operation: 'create_cache_subnet_group',
      arguments: {
        CacheSubnetGroupName: 'prod-redis',
        CacheSubnetGroupDescription: 'Managed by Terraform',
        SubnetIds: network.privateSubnetIds,
      },
    },
    {
      service: 'elasticache',
      operation: 'create_replication_group',
      arguments: {
        ReplicationGroupId: 'prod-redis-cluster',
        ReplicationGroupDescription: 'redis',
        Engine: 'redis',
        EngineVersion: '7.1',
        CacheParameterGroupName: 'default.redis7.cluster.on',
        CacheNodeType: 'cache.r6g.large',
        NumNodeGroups: 3,
        ReplicasPerNodeGroup: 1,
        AutomaticFailoverEnabled: true,
        MultiAZEnabled: true,
        CacheSubnetGroupName: 'prod-redis',
        SecurityGroupIds: [network.redisSecurityGroupId],
        AtRestEncryptionEnabled: true,
        TransitEncryptionEnabled: true,
        Port: 6379,
        ClusterMode: 'enabled',
      },
    },
  ];
}

async function createLaunchTemplate(mock: MockAws): Promise<string> {
  const [answer] = await callAws(mock, [
    {
      service: 'ec2',
      operation: 'create_launch_template',
      arguments: {
        LaunchTemplateName: 'eks-worker-nodes',
        LaunchTemplateData: { ImageId: 'ami-12c6146b', InstanceType: 't3.large' },
      },
    },
  ]);
  const { LaunchTemplate } = answer as { LaunchTemplate: { LaunchTemplateId: string } };
  return LaunchTemplate.LaunchTemplateId;
}

function nodes(network: Network, launchTemplateId: string) {
  return [
    {
      service: 'autoscaling',
      operation: 'create_auto_scaling_group',
      arguments: {
        AutoScalingGroupName: 'eks-worker-nodes',
        MinSize: 3,
        MaxSize: 5,
        DesiredCapacity: 4,
        LaunchTemplate: { LaunchTemplateId: launchTemplateId, Version: '1' },
        VPCZoneIdentifier: network.privateSubnetIds.join(','),
      },
    },
    {
      service: 'eks',
      operation: 'create_nodegroup',
      arguments: {
        clusterName: network.cluster,
        nodegroupName: 'spot-nodes',
        scalingConfig: { minSize: 1, maxSize: 5, desiredSize: 4 },
        subnets: network.privateSubnetIds,
        // One shape is what Cluster Autoscaler needs; the guide has two.
        instanceTypes: ['t3.large', 't3.xlarge'],
        capacityType: 'SPOT',
        nodeRole: network.nodeRoleArn,
      },
    },
  ];
}
