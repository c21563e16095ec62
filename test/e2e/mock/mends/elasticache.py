"""Replication groups and their members; parameter groups and global datastores are in `elasticache_extras`."""

from moto.core.responses import ActionResult, EmptyResult
from moto.elasticache import models, responses

SLOTS = 16384

create_replication_group = models.ElastiCacheBackend.create_replication_group


def mended_create(self, **kwargs):
    # moto: takes cluster mode from its own parameter only, not from the parameter group as AWS does.
    if not kwargs.get("cluster_mode") and ".cluster.on" in (kwargs.get("cache_parameter_group_name") or ""):
        kwargs["cluster_mode"] = "enabled"
    # moto: keeps the text "true", which is not the boolean the provider reads.
    if str(kwargs.get("auto_minor_version_upgrade")).lower() in ("true", "none"):
        kwargs["auto_minor_version_upgrade"] = True
    group = create_replication_group(self, **kwargs)
    # moto: leaves the encryption mode empty where AWS says "required".
    group.transit_encryption_mode = group.transit_encryption_mode or (
        "required" if group.transit_encryption_enabled else None
    )
    if group.cluster_mode == "enabled":
        lay_out_shards(self, group, kwargs.get("num_node_groups") or 1, kwargs.get("replicas_per_node_group") or 0)
    else:
        lay_out_single_shard(self, group, kwargs.get("num_cache_clusters") or 1)
    return group


# moto: never makes shards and members of the sizes asked for.
def lay_out_shards(backend, group, shards, replicas):
    zones = "abc"
    width = SLOTS // shards
    group.node_groups, group.member_clusters = [], []
    for shard in range(shards):
        last = SLOTS - 1 if shard == shards - 1 else (shard + 1) * width - 1
        members = []
        for member in range(replicas + 1):
            name = f"{group.replication_group_id}-{shard + 1:04d}-{member + 1:03d}"
            members.append(
                {
                    "cache_cluster_id": name,
                    "cache_node_id": "0001",
                    "preferred_availability_zone": backend.region_name + zones[member % len(zones)],
                }
            )
            group.member_clusters.append(name)
        group.node_groups.append(
            {
                "node_group_id": f"{shard + 1:04d}",
                "status": "available",
                "node_group_members": members,
                "slots": f"{shard * width}-{last}",
            }
        )
    refresh_members(backend, group)


def lay_out_single_shard(backend, group, clusters):
    group.member_clusters = [f"{group.replication_group_id}-{i + 1:03d}" for i in range(clusters)]
    group.node_groups[0]["node_group_members"] = [
        {
            "cache_cluster_id": name,
            "cache_node_id": "0001",
            "preferred_availability_zone": backend.region_name + "a",
            "current_role": "replica" if i else "primary",
        }
        for i, name in enumerate(group.member_clusters)
    ]
    refresh_members(backend, group)


# moto: members are names without a cache cluster behind them; the provider reads engine version,
# groups, windows and the encryption mode from the first.
def refresh_members(backend, group):
    for name, cluster in list(backend.cache_clusters.items()):
        belongs = getattr(cluster, "replication_group_id", None) == group.replication_group_id
        if belongs and name not in group.member_clusters:
            del backend.cache_clusters[name]
    for name in group.member_clusters:
        if name not in backend.cache_clusters:
            backend.cache_clusters[name] = new_member(backend, group, name)
        update_member(backend.cache_clusters[name], group)


def new_member(backend, group, name):
    return models.CacheCluster(
        account_id=backend.account_id,
        region_name=backend.region_name,
        cache_cluster_id=name,
        cache_node_type=group.cache_node_type,
        replication_group_id=group.replication_group_id,
        az_mode=None,
        preferred_availability_zone=backend.region_name + "a",
        num_cache_nodes=1,
        engine=group.engine,
        engine_version=None,
        cache_parameter_group_name=None,
        cache_subnet_group_name=None,
        transit_encryption_enabled=group.transit_encryption_enabled,
        network_type=group.network_type,
        ip_discovery=group.ip_discovery,
        snapshot_name=None,
        preferred_maintenance_window=None,
        port=group.port,
        notification_topic_arn=None,
        auto_minor_version_upgrade=True,
        snapshot_retention_limit=group.snapshot_retention_limit,
        snapshot_window=group.snapshot_window,
        auth_token=None,
        outpost_mode=None,
        preferred_outpost_arn=None,
        preferred_availability_zones=[],
        cache_security_group_names=[],
        security_group_ids=[],
        tags=[],
        snapshot_arns=[],
        preferred_outpost_arns=[],
        log_delivery_configurations=[],
        cache_node_ids_to_remove=[],
        cache_node_ids_to_reboot=[],
    )


def update_member(member, group):
    version = group.engine_version or "7.1"
    member.engine = group.engine
    member.engine_version = version if version.count(".") > 1 else version + ".0"
    member.cache_node_type = group.cache_node_type
    member.cache_parameter_group = {
        "CacheParameterGroupName": group.cache_parameter_group_name,
        "ParameterApplyStatus": "in-sync",
    }
    member.cache_subnet_group_name = group.cache_subnet_group_name
    member.security_groups = [
        {"SecurityGroupId": each, "Status": "active"} for each in (group.security_group_ids or [])
    ]
    member.preferred_maintenance_window = group.preferred_maintenance_window or "sun:05:00-sun:06:00"
    member.auto_minor_version_upgrade = group.auto_minor_version_upgrade
    member.at_rest_encryption_enabled = group.at_rest_encryption_enabled
    member.transit_encryption_enabled = group.transit_encryption_enabled
    member.transit_encryption_mode = group.transit_encryption_mode


def group_of(response):
    name = response._get_param("ReplicationGroupId")
    return response.elasticache_backend.describe_replication_groups(name)[0]


# moto: has no modification of a replication group at all.
def modify_replication_group(self):
    group = group_of(self)
    for parameter, attribute in (
        ("ReplicationGroupDescription", "description"),
        ("CacheNodeType", "cache_node_type"),
        ("EngineVersion", "engine_version"),
        ("Engine", "engine"),
        ("CacheParameterGroupName", "cache_parameter_group_name"),
        ("SecurityGroupIds", "security_group_ids"),
        ("SnapshotWindow", "snapshot_window"),
        ("PreferredMaintenanceWindow", "preferred_maintenance_window"),
        ("ClusterMode", "cluster_mode"),
        ("TransitEncryptionMode", "transit_encryption_mode"),
    ):
        if self._get_param(parameter) not in (None, []):
            setattr(group, attribute, self._get_param(parameter))
    if self._get_int_param("SnapshotRetentionLimit") is not None:
        group.snapshot_retention_limit = self._get_int_param("SnapshotRetentionLimit")
    for parameter, attribute in (("AutomaticFailoverEnabled", "automatic_failover"), ("MultiAZEnabled", "multi_az")):
        if self._get_bool_param(parameter) is not None:
            setattr(group, attribute, "enabled" if self._get_bool_param(parameter) else "disabled")
    if self._get_bool_param("TransitEncryptionEnabled") is not None:
        group.transit_encryption_enabled = self._get_bool_param("TransitEncryptionEnabled")
    refresh_members(self.elasticache_backend, group)
    return ActionResult({"ReplicationGroup": group})


# moto: has no resharding.
def modify_replication_group_shard_configuration(self):
    group = group_of(self)
    replicas = len(group.node_groups[0]["node_group_members"]) - 1
    lay_out_shards(self.elasticache_backend, group, self._get_int_param("NodeGroupCount"), replicas)
    return ActionResult({"ReplicationGroup": group})


# moto: has no change of replica count.
def change_replica_count(self):
    group = group_of(self)
    replicas = self._get_int_param("NewReplicaCount")
    if group.cluster_mode == "enabled":
        lay_out_shards(self.elasticache_backend, group, len(group.node_groups), replicas)
    else:
        lay_out_single_shard(self.elasticache_backend, group, replicas + 1)
    return ActionResult({"ReplicationGroup": group})


# moto: cannot delete a subnet group.
def delete_cache_subnet_group(self):
    self.elasticache_backend.cache_subnet_groups.pop(self._get_param("CacheSubnetGroupName"), None)
    return EmptyResult()


models.ElastiCacheBackend.create_replication_group = mended_create
responses.ElastiCacheResponse.modify_replication_group = modify_replication_group
responses.ElastiCacheResponse.modify_replication_group_shard_configuration = (
    modify_replication_group_shard_configuration
)
responses.ElastiCacheResponse.increase_replica_count = change_replica_count
responses.ElastiCacheResponse.decrease_replica_count = change_replica_count
responses.ElastiCacheResponse.delete_cache_subnet_group = delete_cache_subnet_group
