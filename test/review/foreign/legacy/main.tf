terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "us-east-1"
  default_tags {
    tags = { Owner = "legacy" }
  }
}

variable "api_key" {
  type      = string
  default   = "hunter-one"
  sensitive = true
}

variable "class" {
  type      = string
  default   = "db.t3.medium"
  sensitive = true
}

data "aws_caller_identity" "me" {}

resource "aws_vpc" "main" {
  cidr_block = "10.9.0.0/16"
}

resource "aws_subnet" "s" {
  for_each          = { a = 0, b = 1, c = 2 }
  vpc_id            = aws_vpc.main.id
  availability_zone = "us-east-1${each.key}"
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, each.value)
}

resource "aws_security_group" "db" {
  name   = "legacy-db"
  vpc_id = aws_vpc.main.id
}

resource "aws_db_subnet_group" "main" {
  name       = "legacy"
  subnet_ids = [for s in aws_subnet.s : s.id]
}

resource "aws_db_subnet_group" "other" {
  name       = "legacy-other"
  subnet_ids = [aws_subnet.s["a"].id, aws_subnet.s["b"].id]
}

resource "aws_db_parameter_group" "pg15" {
  name   = "legacy-pg15"
  family = "postgres15"
  parameter {
    name  = "work_mem"
    value = "8192"
  }
  parameter {
    name         = "max_connections"
    value        = "500"
    apply_method = "pending-reboot"
  }
}

resource "aws_db_parameter_group" "pg15b" {
  name   = "legacy-pg15b"
  family = "postgres15"
}

resource "aws_rds_cluster_parameter_group" "aurora" {
  name   = "legacy-aurora"
  family = "aurora-postgresql15"
  parameter {
    name         = "max_connections"
    value        = "400"
    apply_method = "pending-reboot"
  }
  parameter {
    name  = "work_mem"
    value = "8192"
  }
}

module "db" {
  source          = "./modules/db"
  for_each        = { orders = "db.r6g.large", billing = "db.m6g.large" }
  name            = each.key
  class           = each.value
  engine          = each.key == "orders" ? "postgres" : "mysql"
  engine_version  = each.key == "orders" ? "15.5" : "8.0.35"
  multi_az        = each.key == "orders"
  immediately     = each.key == "billing"
  subnets         = aws_db_subnet_group.main.name
  parameter_group = each.key == "orders" ? aws_db_parameter_group.pg15.name : null
}

resource "aws_db_instance" "replica" {
  identifier          = "legacy-replica"
  replicate_source_db = module.db["orders"].identifier
  instance_class      = "db.r6g.large"
  skip_final_snapshot = true
  maintenance_window  = "tue:03:00-tue:04:00"
}

resource "aws_db_instance" "scratch" {
  identifier              = "legacy-scratch"
  engine                  = "postgres"
  engine_version          = "15.5"
  instance_class          = var.class
  allocated_storage       = 100
  storage_type            = "standard"
  username                = "root1"
  password                = var.api_key
  backup_retention_period = 0
  skip_final_snapshot     = true
  db_subnet_group_name    = aws_db_subnet_group.main.name
  maintenance_window      = "sat:23:30-sun:00:30"
}

resource "aws_rds_cluster" "aurora" {
  cluster_identifier              = "legacy-aurora"
  engine                          = "aurora-postgresql"
  engine_version                  = "15.4"
  master_username                 = "root1"
  master_password                 = "hunter-one"
  db_subnet_group_name            = aws_db_subnet_group.main.name
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.aurora.name
  backup_retention_period         = 7
  preferred_maintenance_window    = "mon:03:00-mon:04:00"
  skip_final_snapshot             = true
}

resource "aws_rds_cluster_instance" "aurora" {
  count                        = 2
  identifier                   = "legacy-aurora-${count.index}"
  cluster_identifier           = aws_rds_cluster.aurora.id
  engine                       = "aurora-postgresql"
  engine_version               = "15.4"
  instance_class               = "db.r6g.large"
  preferred_maintenance_window = "mon:03:00-mon:04:00"
}

resource "aws_elasticache_subnet_group" "main" {
  name       = "legacy"
  subnet_ids = [for s in aws_subnet.s : s.id]
}

resource "aws_elasticache_parameter_group" "r7" {
  name   = "legacy-r7"
  family = "redis7"
  parameter {
    name  = "maxmemory-policy"
    value = "volatile-lru"
  }
}

resource "aws_elasticache_replication_group" "sharded" {
  replication_group_id       = "legacy-sharded"
  description                = "sharded"
  engine                     = "redis"
  engine_version             = "7.0"
  node_type                  = "cache.r6g.large"
  num_node_groups            = 3
  replicas_per_node_group    = 1
  automatic_failover_enabled = true
  multi_az_enabled           = true
  parameter_group_name       = "default.redis7.cluster.on"
  subnet_group_name          = aws_elasticache_subnet_group.main.name
  maintenance_window         = "thu:03:00-thu:04:00"
  snapshot_window            = "05:00-06:00"
  snapshot_retention_limit   = 5
}

resource "aws_elasticache_replication_group" "plain" {
  replication_group_id       = "legacy-plain"
  description                = "plain"
  engine                     = "redis"
  engine_version             = "7.0"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 1
  transit_encryption_enabled = true
  auth_token                 = "hunter-one-hunter-one"
  parameter_group_name       = aws_elasticache_parameter_group.r7.name
  subnet_group_name          = aws_elasticache_subnet_group.main.name
  maintenance_window         = "thu:03:00-thu:04:00"
  apply_immediately          = true
}

resource "aws_elasticache_cluster" "memcached" {
  cluster_id           = "legacy-memcached"
  engine               = "memcached"
  engine_version       = "1.6.17"
  node_type            = "cache.t4g.small"
  num_cache_nodes      = 2
  parameter_group_name = "default.memcached1.6"
  subnet_group_name    = aws_elasticache_subnet_group.main.name
  maintenance_window   = "thu:03:00-thu:04:00"
}

resource "aws_elasticache_cluster" "single" {
  cluster_id           = "legacy-single"
  engine               = "redis"
  engine_version       = "7.0"
  node_type            = "cache.t4g.small"
  num_cache_nodes      = 1
  parameter_group_name = "default.redis7"
  subnet_group_name    = aws_elasticache_subnet_group.main.name
  maintenance_window   = "thu:03:00-thu:04:00"
}

resource "aws_iam_role" "r" {
  name               = "legacy-node"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_eks_cluster" "main" {
  name     = "legacy"
  version  = "1.33"
  role_arn = aws_iam_role.r.arn
  vpc_config {
    subnet_ids = [for s in aws_subnet.s : s.id]
  }
}

resource "aws_eks_node_group" "ng" {
  cluster_name    = aws_eks_cluster.main.name
  node_group_name = "ng"
  node_role_arn   = aws_iam_role.r.arn
  subnet_ids      = [for s in aws_subnet.s : s.id]
  instance_types  = ["m6i.large"]
  version         = "1.33"
  release_version = "1.33.0-20260101"
  scaling_config {
    min_size     = 1
    desired_size = 2
    max_size     = 4
  }
  lifecycle {
    ignore_changes = [remote_access]
  }
}

resource "aws_launch_template" "lt" {
  name          = "legacy"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
}

resource "aws_autoscaling_group" "plain" {
  name                      = "legacy-plain"
  min_size                  = 1
  max_size                  = 4
  desired_capacity          = 2
  vpc_zone_identifier       = [for s in aws_subnet.s : s.id]
  wait_for_capacity_timeout = "0"
  launch_template {
    id      = aws_launch_template.lt.id
    version = aws_launch_template.lt.latest_version
  }
}

resource "aws_autoscaling_group" "mixed" {
  name                      = "legacy-mixed"
  min_size                  = 1
  max_size                  = 4
  desired_capacity          = 2
  vpc_zone_identifier       = [for s in aws_subnet.s : s.id]
  wait_for_capacity_timeout = "0"
  mixed_instances_policy {
    instances_distribution {
      on_demand_base_capacity                  = 0
      on_demand_percentage_above_base_capacity = 50
      spot_allocation_strategy                 = "price-capacity-optimized"
    }
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.lt.id
        version            = "$Latest"
      }
      override {
        instance_type = "m6i.large"
      }
      override {
        instance_type = "m5.large"
      }
    }
  }
}

resource "aws_sqs_queue" "q" {
  for_each = toset(["jobs", "dead \"letters\""])
  name     = replace(each.key, "/[^a-z]/", "-")
}

resource "aws_dynamodb_table" "locks" {
  name         = "legacy-locks"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_s3_bucket" "b" {
  bucket = "legacy-bucket-1"
}

resource "aws_secretsmanager_secret" "s" {
  name = "legacy"
}

resource "aws_kms_key" "k" {
  description = "legacy"
}

resource "aws_cloudwatch_log_group" "l" {
  name = "legacy"
}

resource "aws_sns_topic" "t" {
  name = "legacy"
}

resource "aws_ssm_parameter" "p" {
  name  = "/legacy"
  type  = "SecureString"
  value = var.api_key
}

resource "terraform_data" "marker" {
  count = 250
  input = "one ${count.index}"
}

output "orders" {
  value = "one"
}
