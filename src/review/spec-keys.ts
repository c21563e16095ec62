/**
 * Where in an item of the spec an attribute is said, for those whose change matters: `databases.postgres` and
 * `instance_class` give `databases.postgres.class`.
 */
const KEYS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  aws_db_instance: {
    allocated_storage: ['storage', 'allocated'],
    allow_major_version_upgrade: ['changes', 'allowMajorVersionUpgrade'],
    apply_immediately: ['changes', 'apply'],
    availability_zone: ['availabilityZone'],
    backup_retention_period: ['backups', 'retention'],
    backup_window: ['backups', 'window'],
    db_name: ['databaseName'],
    deletion_protection: ['deletionProtection'],
    engine: ['engine'],
    engine_version: ['engineVersion'],
    iam_database_authentication_enabled: ['iamAuthentication'],
    identifier: ['identifier'],
    instance_class: ['class'],
    iops: ['storage', 'iops'],
    kms_key_id: ['storage', 'kmsKeyId'],
    maintenance_window: ['changes', 'maintenanceWindow'],
    manage_master_user_password: ['credentials'],
    max_allocated_storage: ['storage', 'max'],
    multi_az: ['multiAz'],
    parameter_group_name: ['parameters'],
    port: ['port'],
    storage_throughput: ['storage', 'throughput'],
    storage_type: ['storage', 'type'],
    username: ['username'],
    vpc_security_group_ids: ['securityGroups'],
  },
  aws_elasticache_replication_group: {
    apply_immediately: ['changes', 'apply'],
    at_rest_encryption_enabled: ['atRestEncryption'],
    automatic_failover_enabled: ['automaticFailover'],
    cluster_mode: ['clusterMode'],
    engine: ['engine'],
    engine_version: ['engineVersion'],
    kms_key_id: ['kmsKeyId'],
    maintenance_window: ['changes', 'maintenanceWindow'],
    multi_az_enabled: ['multiAz'],
    node_type: ['nodeType'],
    num_cache_clusters: ['replicasPerShard'],
    num_node_groups: ['shards'],
    parameter_group_name: ['parameters'],
    port: ['port'],
    replicas_per_node_group: ['replicasPerShard'],
    replication_group_id: ['replicationGroupId'],
    security_group_ids: ['securityGroups'],
    snapshot_retention_limit: ['snapshots', 'retention'],
    subnet_group_name: ['subnetGroup', 'name'],
    transit_encryption_enabled: ['transitEncryption'],
    user_group_ids: ['userGroup'],
  },
  aws_autoscaling_group: {
    desired_capacity: ['size'],
    max_size: ['size', 'max'],
    min_size: ['size', 'min'],
    name: ['name'],
  },
  aws_eks_node_group: {
    capacity_type: ['capacity'],
    disk_size: ['diskSize'],
    instance_types: ['instanceTypes'],
    labels: ['labels'],
    scaling_config: ['size'],
    taint: ['taints'],
  },
  aws_launch_template: {
    block_device_mappings: ['disk'],
    image_id: ['ami'],
    instance_type: ['instanceTypes'],
  },
  kubernetes_horizontal_pod_autoscaler_v2: { spec: ['autoscaling'] },
};

/** @returns nothing where the item itself says all there is to say */
export function specKeysOf(type: string, attribute: string | undefined): readonly string[] | undefined {
  if (attribute === undefined || !Object.hasOwn(KEYS, type)) return undefined;
  const keys = KEYS[type]!;
  return Object.hasOwn(keys, attribute) ? keys[attribute] : undefined;
}
