import json
from enum import Enum

from moto.applicationautoscaling import models, responses

tags_by_arn = {}


def extended(enum, **members):
    return Enum(enum.__name__, {**{member.name: member.value for member in enum}, **members})


# moto: refuses ElastiCache, whose shards and replicas can scale too.
models.ServiceNamespaceValueSet = extended(models.ServiceNamespaceValueSet, ELASTICACHE="elasticache")
models.ScalableDimensionValueSet = extended(
    models.ScalableDimensionValueSet,
    ELASTICACHE_NODE_GROUPS="elasticache:replication-group:NodeGroups",
    ELASTICACHE_REPLICAS="elasticache:replication-group:Replicas",
)
responses.ServiceNamespaceValueSet = models.ServiceNamespaceValueSet
responses.ScalableDimensionValueSet = models.ScalableDimensionValueSet

register = responses.ApplicationAutoScalingResponse.register_scalable_target


# moto: has no tags on scalable targets, and the provider reads them after each creation.
def list_tags_for_resource(self):
    return json.dumps({"Tags": tags_by_arn.get(self._get_param("ResourceARN"), {})})


def tag_resource(self):
    tags_by_arn.setdefault(self._get_param("ResourceARN"), {}).update(self._get_param("Tags") or {})
    return "{}"


def untag_resource(self):
    tags = tags_by_arn.get(self._get_param("ResourceARN"), {})
    for key in self._get_param("TagKeys") or []:
        tags.pop(key, None)
    return "{}"


def mended_register(self):
    answer = register(self)
    if self._get_param("Tags"):
        arn = json.loads(answer)["ScalableTargetARN"]
        tags_by_arn.setdefault(arn, {}).update(self._get_param("Tags"))
    return answer


responses.ApplicationAutoScalingResponse.list_tags_for_resource = list_tags_for_resource
responses.ApplicationAutoScalingResponse.tag_resource = tag_resource
responses.ApplicationAutoScalingResponse.untag_resource = untag_resource
responses.ApplicationAutoScalingResponse.register_scalable_target = mended_register
