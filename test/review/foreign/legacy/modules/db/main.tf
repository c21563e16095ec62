variable "name" {}
variable "class" {}
variable "engine" {}
variable "engine_version" {}
variable "multi_az" {}
variable "immediately" {}
variable "subnets" {}
variable "parameter_group" {}

resource "aws_db_instance" "this" {
  identifier              = "legacy-${var.name}"
  engine                  = var.engine
  engine_version          = var.engine_version
  instance_class          = var.class
  allocated_storage       = 100
  storage_type            = "gp2"
  multi_az                = var.multi_az
  apply_immediately       = var.immediately
  username                = "root1"
  password                = "hunter-one"
  backup_retention_period = 7
  parameter_group_name    = var.parameter_group
  db_subnet_group_name    = var.subnets
  maintenance_window      = "wed:03:00-wed:04:00"
  skip_final_snapshot     = true
  port                    = var.engine == "postgres" ? 5432 : 3306
  # the mock has no performance insights of these
  lifecycle {
    ignore_changes = [performance_insights_enabled]
  }
}

output "identifier" {
  value = aws_db_instance.this.identifier
}
