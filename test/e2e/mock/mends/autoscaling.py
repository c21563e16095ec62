from moto.autoscaling import models, responses
from moto.core.responses import ActionResult

from mends.ids import HEX, random_id

refreshes = {}


def keep_dropped_fields(action):
    original = getattr(responses.AutoScalingResponse, action)

    def mended(self):
        result = original(self)
        group = self.autoscaling_backend.autoscaling_groups.get(self._get_param("AutoScalingGroupName"))
        if group is None:
            return result
        # moto: drops warm-up, capacity rebalancing, the grace period and the maximum lifetime.
        for attribute, value in (
            ("default_instance_warmup", self._get_int_param("DefaultInstanceWarmup")),
            ("capacity_rebalance", self._get_bool_param("CapacityRebalance")),
            ("health_check_period", self._get_int_param("HealthCheckGracePeriod")),
            ("max_instance_lifetime", self._get_int_param("MaxInstanceLifetime")),
        ):
            if value is not None:
                setattr(group, attribute, value)
        return result

    setattr(responses.AutoScalingResponse, action, mended)


# moto: knows no instance refresh, which the provider starts after a change of launch template.
def start_instance_refresh(self):
    group = self._get_param("AutoScalingGroupName")
    refresh = {
        "InstanceRefreshId": random_id(8, HEX),
        "AutoScalingGroupName": group,
        "Status": "Successful",
        "PercentageComplete": 100,
    }
    refreshes.setdefault((self.region, group), []).insert(0, refresh)
    return ActionResult({"InstanceRefreshId": refresh["InstanceRefreshId"]})


def describe_instance_refreshes(self):
    group = self._get_param("AutoScalingGroupName")
    return ActionResult({"InstanceRefreshes": refreshes.get((self.region, group), [])})


create_policy = models.FakeScalingPolicy.__init__


def mended_create_policy(self, *args, **kwargs):
    create_policy(self, *args, **kwargs)
    # moto: a policy is never enabled, and always has an empty predictive configuration.
    self.enabled = True
    self.predictive_scaling_configuration = self.predictive_scaling_configuration or None


models.FakeScalingPolicy.__init__ = mended_create_policy
keep_dropped_fields("create_auto_scaling_group")
keep_dropped_fields("update_auto_scaling_group")
responses.AutoScalingResponse.start_instance_refresh = start_instance_refresh
responses.AutoScalingResponse.describe_instance_refreshes = describe_instance_refreshes
