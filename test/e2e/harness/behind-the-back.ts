import { type AwsCall, callAws } from './call-aws.ts';
import type { MockAws } from './mock-aws.ts';

/** A move of a contested field by its other owner. */
export type Move =
  /** Cluster Autoscaler, or a scaling policy. */
  | { readonly kind: 'desired-capacity'; readonly group: string; readonly desired: number }
  /** A scheduled action. */
  | { readonly kind: 'group-size'; readonly group: string; readonly min?: number; readonly max?: number }
  /** Cluster Autoscaler; EKS takes the three sizes together. */
  | {
      readonly kind: 'node-group-size';
      readonly cluster: string;
      readonly nodeGroup: string;
      readonly min: number;
      readonly max: number;
      readonly desired: number;
    }
  /** RDS storage autoscaling; in GiB. */
  | { readonly kind: 'storage'; readonly identifier: string; readonly gibibytes: number }
  /** Application Auto Scaling on `elasticache:replication-group:NodeGroups`. */
  | { readonly kind: 'shards'; readonly replicationGroup: string; readonly shards: number }
  /** Application Auto Scaling on `elasticache:replication-group:Replicas`; per shard. */
  | {
      readonly kind: 'replicas';
      readonly replicationGroup: string;
      readonly replicas: number;
      readonly grow: boolean;
    };

/** Moves fields in the mock as autoscalers do in AWS: past Terraform, between two of its plans. */
export async function moveBehindTheBack(mock: MockAws, moves: readonly Move[]): Promise<void> {
  await callAws(mock, moves.map(asCall));
}

function asCall(move: Move): AwsCall {
  switch (move.kind) {
    case 'desired-capacity':
      return {
        service: 'autoscaling',
        operation: 'set_desired_capacity',
        arguments: { AutoScalingGroupName: move.group, DesiredCapacity: move.desired },
      };
    case 'group-size':
      return {
        service: 'autoscaling',
        operation: 'update_auto_scaling_group',
        arguments: {
          AutoScalingGroupName: move.group,
          ...(move.min !== undefined && { MinSize: move.min }),
          ...(move.max !== undefined && { MaxSize: move.max }),
        },
      };
    case 'node-group-size':
      return {
        service: 'eks',
        operation: 'update_nodegroup_config',
        arguments: {
          clusterName: move.cluster,
          nodegroupName: move.nodeGroup,
          scalingConfig: { minSize: move.min, maxSize: move.max, desiredSize: move.desired },
        },
      };
    case 'storage':
      return {
        service: 'rds',
        operation: 'modify_db_instance',
        arguments: {
          DBInstanceIdentifier: move.identifier,
          AllocatedStorage: move.gibibytes,
          ApplyImmediately: true,
        },
      };
    case 'shards':
      return {
        service: 'elasticache',
        operation: 'modify_replication_group_shard_configuration',
        arguments: {
          ReplicationGroupId: move.replicationGroup,
          NodeGroupCount: move.shards,
          ApplyImmediately: true,
          // AWS refuses a scale-in that does not name what stays.
          NodeGroupsToRetain: shardNames(move.shards),
        },
      };
    case 'replicas':
      return {
        service: 'elasticache',
        operation: move.grow ? 'increase_replica_count' : 'decrease_replica_count',
        arguments: {
          ReplicationGroupId: move.replicationGroup,
          NewReplicaCount: move.replicas,
          ApplyImmediately: true,
        },
      };
  }
}

function shardNames(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(i + 1).padStart(4, '0'));
}
