import type { PlannedChange } from '../plan.ts';
import { always, askedMoment, type Impact } from './effect.ts';

const NOTHING = always('online', 'now');

/** Replicas are upgraded first and take over from their primary, if they may. */
const upgrade: Impact = (_edit, change) => {
  const moment = askedMoment(change);
  return hasFailover(change)
    ? { interruption: 'failover', moment, note: 'a replica takes over, seconds without writes' }
    : { interruption: 'reboot', moment, note: 'no replica takes over: nothing answers meanwhile' };
};

const resharding: Impact = ({ before, after }) => ({
  interruption: 'online',
  moment: 'now',
  note:
    typeof before === 'number' && typeof after === 'number' && after < before
      ? 'the data must fit into what stays; resharding knows no window and takes minutes to hours'
      : 'resharding knows no window and takes minutes to hours',
});

const replicas = always('online', 'now', 'replicas come and go at once, whatever apply_immediately says');

/**
 * What a change of an attribute of `aws_elasticache_replication_group` does.
 *
 * @source node type: ElastiCache user guide, "Scaling up Redis clusters with replicas": connections to the old nodes
 *   are cut, a few seconds (docs.amazonaws.cn …/Scaling.RedisReplGrps.ScaleUp.html, read 2026-11-27)
 * @source engine: "Upgrading engine versions" (awsdocs/amazon-elasticache-docs@3f6f411, VersionManagement.md, read
 *   2026-11-27): a failover of seconds, or a primary that serves nobody where Multi-AZ is off
 * @source shards and replicas: API model of elasticache in aws-sdk-elasticache 1.36.0, "the only permitted value for
 *   this parameter is true" (read 2026-11-25)
 * unverified: transit encryption and cluster mode in place (general knowledge)
 */
export const replicationGroup: Readonly<Record<string, Impact>> = {
  node_type: always('failover', 'asked', 'clients are cut off the old nodes, seconds'),
  engine: upgrade,
  engine_version: upgrade,
  num_node_groups: resharding,
  cluster_mode: always('online', 'asked', 'clients must speak the protocol of clusters'),
  replicas_per_node_group: replicas,
  num_cache_clusters: replicas,
  automatic_failover_enabled: always('online', 'asked'),
  multi_az_enabled: always('online', 'asked'),
  parameter_group_name: always('online', 'asked'),
  transit_encryption_enabled: always('online', 'asked', 'clients must connect in another way'),
  transit_encryption_mode: always('online', 'asked', 'clients must connect in another way'),
  auth_token: always('online', 'now', 'clients must log in with another token'),
  auth_token_update_strategy: NOTHING,
  user_group_ids: always('online', 'asked'),
  security_group_ids: NOTHING,
  maintenance_window: always('online', 'now', 'what waits happens in the new window'),
  snapshot_window: NOTHING,
  snapshot_retention_limit: NOTHING,
  final_snapshot_identifier: NOTHING,
  auto_minor_version_upgrade: NOTHING,
  notification_topic_arn: NOTHING,
  log_delivery_configuration: always('online', 'now', 'AWS refuses to let it wait for the window'),
  description: NOTHING,
  apply_immediately: NOTHING,
  timeouts: NOTHING,
  tags: NOTHING,
  tags_all: NOTHING,
  ip_discovery: always('online', 'asked'),
  network_type: always('online', 'asked'),
};

function hasFailover({ after }: PlannedChange): boolean {
  return after['automatic_failover_enabled'] === true;
}
