from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from moto.autoscaling import models
from moto.autoscaling.exceptions import AutoscalingClientError, ValidationError


class AlreadyExists(AutoscalingClientError):
    code = "AlreadyExists"


backend = models.AutoScalingBackend
put = backend.put_scheduled_update_group_action
FORMAT = "%Y-%m-%dT%H:%M:%SZ"


# moto: leaves StartTime empty; AWS computes the next moment of the recurrence. Days and times only.
def next_start(recurrence, zone):
    minute, hour, _, _, weekday = recurrence.split()
    days = {
        day % 7
        for part in ("0-6" if weekday == "*" else weekday).split(",")
        for day in range(int(part.split("-")[0]), int(part.split("-")[-1]) + 1)
    }
    moment = datetime.now(timezone.utc).replace(second=0, microsecond=0)
    while True:
        moment += timedelta(minutes=1)
        local = moment.astimezone(ZoneInfo(zone or "UTC"))
        if (local.minute, local.hour) == (int(minute), int(hour)) and local.isoweekday() % 7 in days:
            return moment.strftime(FORMAT)


def mended_put(self, name, *args, **kwargs):
    start = kwargs.get("start_time")
    if start is None and kwargs.get("recurrence"):
        start = next_start(kwargs["recurrence"], kwargs.get("timezone"))
    start = start and str(start).replace("+00:00", "Z")
    action_name = kwargs["scheduled_action_name"]
    for other in self.describe_scheduled_actions(name):
        # moto: accepts what AWS refuses, two actions of one group at the same moment.
        if other.scheduled_action_name != action_name and other.start_time == start:
            raise AlreadyExists("A scheduled action with this scheduled start time already exists")
    # moto: knows actions by their name alone, so that those of another group are overwritten.
    held = dict(self.scheduled_actions)
    action = put(self, name, *args, **{**kwargs, "start_time": start})
    self.scheduled_actions.clear()
    self.scheduled_actions.update(held)
    self.scheduled_actions[(name, action_name)] = action
    return action


def mended_delete(self, auto_scaling_group_name, scheduled_action_name):
    key = (auto_scaling_group_name, scheduled_action_name)
    if self.scheduled_actions.pop(key, None) is None:
        raise ValidationError("Scheduled action name not found")


backend.put_scheduled_update_group_action = mended_put
backend.delete_scheduled_action = mended_delete
