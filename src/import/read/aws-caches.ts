import type { Facts } from '../facts.ts';
import type { LogFacts } from '../facts-of-data.ts';
import type { View } from '../view.ts';
import { namesIn } from './aws-databases.ts';

/** `aws elasticache describe-replication-groups`. @source botocore 1.43.11, API model of elasticache */
export function readReplicationGroups(answer: View, facts: Facts): void {
  for (const view of answer.views('ReplicationGroups')) {
    const id = view.text('ReplicationGroupId');
    if (id === undefined) {
      facts.notes.push({ kind: 'not-imported', subject: 'a replication group', text: 'it has no id' });
      continue;
    }
    const shards = view.views('NodeGroups');
    const isTls = view.flag('TransitEncryptionEnabled') === true;
    facts.caches.push({
      id,
      arn: view.text('ARN'),
      description: view.text('Description'),
      engine: view.text('Engine'),
      nodeType: view.text('CacheNodeType'),
      clusterMode: view.text('ClusterMode') ?? (view.flag('ClusterEnabled') ? 'enabled' : 'disabled'),
      replicas: shards.map((shard) => shard.views('NodeGroupMembers').length - 1),
      automaticFailover: startsEnabled(view.text('AutomaticFailover')),
      multiAz: startsEnabled(view.text('MultiAZ')),
      port:
        view.view('ConfigurationEndpoint').number('Port') ??
        shards[0]?.view('PrimaryEndpoint').number('Port'),
      atRestEncryption: view.flag('AtRestEncryptionEnabled'),
      kmsKeyId: view.text('KmsKeyId'),
      transitEncryption: isTls ? (view.text('TransitEncryptionMode') ?? 'required') : 'disabled',
      hasToken: view.flag('AuthTokenEnabled') === true,
      userGroups: view.texts('UserGroupIds'),
      snapshotRetentionDays: view.number('SnapshotRetentionLimit'),
      snapshotWindow: view.text('SnapshotWindow'),
      autoMinorVersionUpgrade: view.flag('AutoMinorVersionUpgrade'),
      logs: view.views('LogDeliveryConfigurations').map(logOf),
      globalGroup: view.view('GlobalReplicationGroupInfo').text('GlobalReplicationGroupId'),
    });
  }
}

/** `aws elasticache describe-cache-clusters`. */
export function readCacheClusters(answer: View, facts: Facts): void {
  for (const view of answer.views('CacheClusters')) {
    const id = view.text('CacheClusterId');
    const replicationGroup = view.text('ReplicationGroupId');
    if (replicationGroup === undefined) {
      const text = 'it belongs to no replication group, and those alone are in the language';
      facts.notes.push({ kind: 'not-imported', subject: `cache cluster ${id ?? '?'}`, text });
      continue;
    }
    facts.cacheNodes.push({
      id: id ?? replicationGroup,
      arn: view.text('ARN'),
      replicationGroup,
      engine: view.text('Engine'),
      engineVersion: view.text('EngineVersion'),
      parameterGroup: view.view('CacheParameterGroup').text('CacheParameterGroupName'),
      subnetGroup: view.text('CacheSubnetGroupName'),
      securityGroups: namesIn(view, 'SecurityGroups', 'SecurityGroupId'),
      maintenanceWindow: view.text('PreferredMaintenanceWindow'),
      topicArn: view.view('NotificationConfiguration').text('TopicArn'),
    });
  }
}

function logOf(view: View): LogFacts {
  const details = view.view('DestinationDetails');
  return {
    type: view.text('LogType'),
    destination:
      details.view('CloudWatchLogsDetails').text('LogGroup') ??
      details.view('KinesisFirehoseDetails').text('DeliveryStream'),
    destinationType: view.text('DestinationType'),
    format: view.text('LogFormat'),
  };
}

/** `enabling` is as good as `enabled`. */
function startsEnabled(word: string | undefined): boolean | undefined {
  return word === undefined ? undefined : word.startsWith('enabl');
}
