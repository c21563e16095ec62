resource "aws_db_subnet_group" "orders" {
  name        = "orders-subnets"
  description = "Private subnets of orders"
  subnet_ids  = data.aws_subnets.private.ids
}

resource "aws_db_parameter_group" "orders" {
  name        = "orders-pg16"
  family      = "postgres16"
  description = "Tuned by hand in 2023"

  parameter {
    name  = "log_min_duration_statement"
    value = "250"
  }

  parameter {
    name         = "max_connections"
    value        = "400"
    apply_method = "pending-reboot"
  }
}

resource "aws_db_instance" "orders" {
  identifier                 = "orders"
  engine                     = "postgres"
  engine_version             = "16.8"
  instance_class             = "db.r6g.large"
  allocated_storage          = 200
  max_allocated_storage      = 500
  storage_type               = "gp3"
  storage_encrypted          = true
  db_name                    = "orders"
  username                   = "orders_admin"
  password                   = "hunter2hunter2"
  db_subnet_group_name       = aws_db_subnet_group.orders.name
  vpc_security_group_ids     = [data.aws_security_group.main["postgres"].id]
  parameter_group_name       = aws_db_parameter_group.orders.name
  backup_retention_period    = 10
  backup_window              = "02:10-02:50"
  maintenance_window         = "tue:03:00-tue:04:00"
  auto_minor_version_upgrade = false
  multi_az                   = true
  final_snapshot_identifier  = "orders-the-end"
  tags                       = { Name = "orders", CostCenter = "4711" }
}

resource "aws_db_instance" "orders_reader" {
  identifier                 = "orders-reader"
  replicate_source_db        = aws_db_instance.orders.identifier
  instance_class             = "db.r6g.large"
  storage_encrypted          = true
  max_allocated_storage      = 500
  auto_minor_version_upgrade = false
  vpc_security_group_ids     = [data.aws_security_group.main["postgres"].id]
  parameter_group_name       = aws_db_parameter_group.orders.name
  skip_final_snapshot        = true
  tags                       = { Name = "orders-reader" }
}

resource "aws_elasticache_subnet_group" "sessions" {
  name       = "sessions-subnets"
  subnet_ids = data.aws_subnets.private.ids
}

resource "aws_elasticache_parameter_group" "sessions" {
  name        = "sessions-redis7"
  family      = "redis7"
  description = "No evictions"

  parameter {
    name  = "maxmemory-policy"
    value = "noeviction"
  }

  parameter {
    name  = "cluster-enabled"
    value = "yes"
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  engine                     = "redis"
  engine_version             = "7.1"
  node_type                  = "cache.r6g.large"
  cluster_mode               = "enabled"
  num_node_groups            = 2
  replicas_per_node_group    = 1
  parameter_group_name       = aws_elasticache_parameter_group.sessions.name
  subnet_group_name          = aws_elasticache_subnet_group.sessions.name
  security_group_ids         = [data.aws_security_group.main["redis"].id]
  automatic_failover_enabled = true
  multi_az_enabled           = true
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  snapshot_retention_limit   = 3
  snapshot_window            = "01:00-02:00"
  maintenance_window         = "wed:03:00-wed:04:00"
  tags                       = { Name = "sessions", CostCenter = "4711" }

  lifecycle {
    ignore_changes = [num_node_groups]
  }
}

resource "aws_appautoscaling_target" "sessions" {
  service_namespace  = "elasticache"
  resource_id        = "replication-group/${aws_elasticache_replication_group.sessions.id}"
  scalable_dimension = "elasticache:replication-group:NodeGroups"
  min_capacity       = 2
  max_capacity       = 6
}

resource "aws_appautoscaling_policy" "sessions" {
  name               = "sessions-engine-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.sessions.service_namespace
  resource_id        = aws_appautoscaling_target.sessions.resource_id
  scalable_dimension = aws_appautoscaling_target.sessions.scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value = 60

    predefined_metric_specification {
      predefined_metric_type = "ElastiCachePrimaryEngineCPUUtilization"
    }
  }
}
