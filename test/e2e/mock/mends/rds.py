from moto.rds import models

from mends.ids import random_id

create = models.DBInstance.__init__
update = models.DBInstance.update
create_replica = models.RDSBackend.create_db_instance_read_replica
update_parameters = models.DBParameterGroup.update_parameters


def insights_retention(kwargs, enabled):
    # AWS: 7 days, the free tier, unless another period is asked for.
    return kwargs.get("performance_insights_retention_period", 7) if enabled else None


def mended_create(self, *args, **kwargs):
    create(self, *args, **kwargs)
    # moto: one constant DbiResourceId for all instances, so Terraform takes a replica for its primary.
    self.dbi_resource_id = "db-" + random_id(26)
    # moto: drops Performance Insights, and interval and role of enhanced monitoring.
    self.performance_insights_enabled = kwargs.get("enable_performance_insights", False)
    self.performance_insights_retention_period = insights_retention(kwargs, self.performance_insights_enabled)
    self.monitoring_interval = kwargs.get("monitoring_interval", 0)
    self.monitoring_role_arn = kwargs.get("monitoring_role_arn")


def mended_update(self, **kwargs):
    # moto: a modification drops Performance Insights too.
    if "enable_performance_insights" in kwargs:
        self.performance_insights_enabled = kwargs["enable_performance_insights"]
        self.performance_insights_retention_period = insights_retention(kwargs, self.performance_insights_enabled)
    return update(self, **kwargs)


def mended_create_replica(self, kwargs):
    replica = create_replica(self, kwargs)
    # moto: a replica is a deep copy of its primary; what a replica has of its own is lost.
    replica.dbi_resource_id = "db-" + random_id(26)
    replica.multi_az = kwargs.get("multi_az", False)
    replica.deletion_protection = kwargs.get("deletion_protection", False)
    replica._backup_retention_period = kwargs.get("backup_retention_period", 0)
    replica.enabled_cloudwatch_logs_exports = kwargs.get("enable_cloudwatch_logs_exports", [])
    replica.performance_insights_enabled = kwargs.get("enable_performance_insights", False)
    replica.performance_insights_retention_period = insights_retention(kwargs, replica.performance_insights_enabled)
    replica.manage_master_user_password = False
    if hasattr(replica, "master_user_secret"):
        del replica.master_user_secret
    replica.tags = list(kwargs.get("tags") or [])
    replica.replicas = []
    return replica


def mended_update_parameters(self, parameters):
    # moto: values lack Source=user, by which the provider tells set parameters from defaults.
    update_parameters(self, [dict(each, Source="user", IsModifiable=True) for each in parameters])


models.DBInstance.__init__ = mended_create
models.DBInstance.update = mended_update
models.RDSBackend.create_db_instance_read_replica = mended_create_replica
models.DBParameterGroup.update_parameters = mended_update_parameters
