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

/** Until encryption is required, clients may connect with it and without it. */
const encryption: Impact = (_edit, change) => {
  const moment = askedMoment(change);
  const isRequired =
    change.after['transit_encryption_enabled'] === true &&
    change.after['transit_encryption_mode'] !== 'preferred';
  return isRequired
    ? { interruption: 'failover', moment, note: 'connections without TLS are cut, and refused from then on' }
    : { interruption: 'online', moment, note: 'clients may connect with TLS and without it' };
};

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
 * @source transit encryption: "Enabling in-transit encryption" and "Best practices when enabling in-transit encryption"
 *   (docs.aws.amazon.com AmazonElastiCache/latest/dg, read 2026-11-27): no downtime to "preferred"; "required" drops
 *   what is not encrypted
 * unverified: cluster mode in place, encryption switched off (general knowledge)
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
  transit_encryption_enabled: encryption,
  transit_encryption_mode: encryption,
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

/**
 * What a change of an attribute of `aws_elasticache_cluster` does: Memcached, or one node of Redis.
 *
 * @source Memcached: awsdocs/amazon-elasticache-docs doc_source/VersionManagement.md (an upgrade is destructive and ends in
 *   a cold cache), doc_source/memcache/Scaling.md (read 2026-11-27)
 * @source one node of Redis: doc_source/redis/Scaling.RedisStandalone.ScaleUp.md (the data is copied, reads and writes are
 *   interrupted briefly; read 2026-11-27)
 */
export const cacheCluster: Readonly<Record<string, Impact>> = {
  ...replicationGroup,
  engine_version: (edit, change) =>
    isMemcached(change)
      ? {
          interruption: 'replace',
          moment: askedMoment(change),
          note: 'an upgrade of Memcached begins with an empty cache',
        }
      : upgrade(edit, change),
  node_type: always('failover', 'asked', 'reads and writes stop until the name leads to the new node'),
  num_cache_nodes: ({ before, after }, change) => ({
    interruption: 'online',
    moment: askedMoment(change),
    note:
      typeof before === 'number' && typeof after === 'number' && after < before
        ? 'what the nodes that go hold is lost'
        : 'clients find some keys on other nodes, empty',
  }),
};

/**
 * What a change of an attribute of `aws_elasticache_global_replication_group` does: nothing of it waits for a window.
 *
 * unverified: API reference of ModifyGlobalReplicationGroup, general knowledge
 */
export const globalReplicationGroup: Readonly<Record<string, Impact>> = {
  engine_version: always('failover', 'now', 'in every region, seconds without writes'),
  cache_node_type: always('failover', 'now', 'clients are cut off the old nodes, in every region'),
  num_node_groups: resharding,
  automatic_failover_enabled: NOTHING,
  global_replication_group_description: NOTHING,
};

function isMemcached({ after }: PlannedChange): boolean {
  return after['engine'] === 'memcached';
}

function hasFailover({ after }: PlannedChange): boolean {
  return after['automatic_failover_enabled'] === true;
}
