"""What plain moto's ElastiCache lacks around replication groups: parameter groups, tags, global datastores."""

from moto.core.responses import ActionResult, EmptyResult
from moto.elasticache import models, responses

from mends.elasticache import lay_out_shards, refresh_members

parameter_groups = {}
global_datastores = {}


# moto: has no parameter groups.
def create_cache_parameter_group(self):
    name = self._get_param("CacheParameterGroupName")
    group = {
        "CacheParameterGroupName": name,
        "CacheParameterGroupFamily": self._get_param("CacheParameterGroupFamily"),
        "Description": self._get_param("Description"),
        "IsGlobal": False,
        "ARN": f"arn:aws:elasticache:{self.region}:{self.current_account}:parametergroup:{name}",
    }
    tags = [{"Key": tag["Key"], "Value": tag["Value"]} for tag in self._get_param("Tags", [])]
    self.elasticache_backend.tagging_service.tag_resource(group["ARN"], tags)
    parameter_groups[name] = (group, {})
    return ActionResult({"CacheParameterGroup": group})


def describe_cache_parameter_groups(self):
    name = self._get_param("CacheParameterGroupName")
    return ActionResult({"CacheParameterGroups": [parameter_groups[name][0]] if name in parameter_groups else []})


def modify_cache_parameter_group(self):
    name = self._get_param("CacheParameterGroupName")
    for parameter in self._get_param("ParameterNameValues", []):
        parameter_groups[name][1][parameter["ParameterName"]] = parameter["ParameterValue"]
    return ActionResult({"CacheParameterGroupName": name})


def reset_cache_parameter_group(self):
    name = self._get_param("CacheParameterGroupName")
    for parameter in self._get_param("ParameterNameValues", []):
        parameter_groups[name][1].pop(parameter["ParameterName"], None)
    return ActionResult({"CacheParameterGroupName": name})


def describe_cache_parameters(self):
    _, values = parameter_groups.get(self._get_param("CacheParameterGroupName"), ({}, {}))
    parameters = [
        {"ParameterName": name, "ParameterValue": value, "Source": "user"} for name, value in values.items()
    ]
    return ActionResult({"Parameters": parameters})


def delete_cache_parameter_group(self):
    parameter_groups.pop(self._get_param("CacheParameterGroupName"), None)
    return EmptyResult()


# moto: looks tags up among a few kinds of resource only, and answers "not found" for the others.
def list_tags_for_resource(self, arn):
    return self.tagging_service.list_tags_for_resource(arn)


# moto: has no global datastores.
def create_global_replication_group(self):
    primary = self._get_param("PrimaryReplicationGroupId")
    group = self.elasticache_backend.describe_replication_groups(primary)[0]
    identifier = "ldgnf-" + self._get_param("GlobalReplicationGroupIdSuffix")
    datastore = {
        "GlobalReplicationGroupId": identifier,
        "GlobalReplicationGroupDescription": self._get_param("GlobalReplicationGroupDescription") or " ",
        "Status": "primary-only",
        "CacheNodeType": group.cache_node_type,
        "Engine": group.engine,
        "EngineVersion": (group.engine_version or "7.1") + ".0",
        "ClusterEnabled": group.cluster_enabled,
        "AuthTokenEnabled": False,
        "Members": [
            {
                "ReplicationGroupId": primary,
                "ReplicationGroupRegion": self.region,
                "Role": "PRIMARY",
                "AutomaticFailover": "enabled",
                "Status": "associated",
            }
        ],
        "GlobalNodeGroups": global_shards(identifier, group),
        "TransitEncryptionEnabled": group.transit_encryption_enabled,
        "AtRestEncryptionEnabled": group.at_rest_encryption_enabled,
        "ARN": f"arn:aws:elasticache::{self.current_account}:globalreplicationgroup:{identifier}",
    }
    group.global_replication_group_id = identifier
    group.global_replication_group_member_role = "PRIMARY"
    global_datastores[identifier] = datastore
    return ActionResult({"GlobalReplicationGroup": datastore})


def global_shards(identifier, group):
    return [
        {"GlobalNodeGroupId": f"{identifier}-{shard['node_group_id']}", "Slots": shard.get("slots")}
        for shard in group.node_groups
    ]


def members_of(response, datastore):
    describe = response.elasticache_backend.describe_replication_groups
    return [describe(member["ReplicationGroupId"])[0] for member in datastore["Members"]]


def describe_global_replication_groups(self):
    identifier = self._get_param("GlobalReplicationGroupId")
    found = [global_datastores[identifier]] if identifier in global_datastores else []
    return ActionResult({"GlobalReplicationGroups": found})


def modify_global_replication_group(self):
    datastore = global_datastores[self._get_param("GlobalReplicationGroupId")]
    for field in ("CacheNodeType", "EngineVersion", "GlobalReplicationGroupDescription"):
        if self._get_param(field):
            datastore[field] = self._get_param(field)
    for group in members_of(self, datastore):
        group.cache_node_type = datastore["CacheNodeType"]
        refresh_members(self.elasticache_backend, group)
    return ActionResult({"GlobalReplicationGroup": datastore})


def change_global_shards(self):
    identifier = self._get_param("GlobalReplicationGroupId")
    datastore = global_datastores[identifier]
    for group in members_of(self, datastore):
        replicas = len(group.node_groups[0]["node_group_members"]) - 1
        lay_out_shards(self.elasticache_backend, group, self._get_int_param("NodeGroupCount"), replicas)
        datastore["GlobalNodeGroups"] = global_shards(identifier, group)
    return ActionResult({"GlobalReplicationGroup": datastore})


def delete_global_replication_group(self):
    datastore = global_datastores.pop(self._get_param("GlobalReplicationGroupId"))
    for group in members_of(self, datastore):
        group.global_replication_group_id = ""
    return ActionResult({"GlobalReplicationGroup": dict(datastore, Status="deleting")})


models.ElastiCacheBackend.list_tags_for_resource = list_tags_for_resource
responses.ElastiCacheResponse.increase_node_groups_in_global_replication_group = change_global_shards
responses.ElastiCacheResponse.decrease_node_groups_in_global_replication_group = change_global_shards
for action in (
    create_cache_parameter_group,
    describe_cache_parameter_groups,
    modify_cache_parameter_group,
    reset_cache_parameter_group,
    describe_cache_parameters,
    delete_cache_parameter_group,
    create_global_replication_group,
    describe_global_replication_groups,
    modify_global_replication_group,
    delete_global_replication_group,
):
    setattr(responses.ElastiCacheResponse, action.__name__, action)
