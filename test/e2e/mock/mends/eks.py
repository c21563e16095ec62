"""EKS clusters and node groups; add-ons and pod identity are in `eks_extras`."""

from moto.core.responses import ActionResult
from moto.eks import models, responses

from mends.ids import UPPER, random_id

AUTOSCALING_IMAGE = "ami-12c6146b"

# moto: invents a remote_access block (the provider then plans a replacement) and starts from AL2.
models.DEFAULT_REMOTE_ACCESS = None
models.DEFAULT_AMI_TYPE = "AL2023_x86_64_STANDARD"

create_cluster = models.Cluster.__init__
create_nodegroup = responses.EKSResponse.create_nodegroup
tag_resource = models.EKSBackend.tag_resource
untag_resource = models.EKSBackend.untag_resource


def mended_create_cluster(self, *args, **kwargs):
    create_cluster(self, *args, **kwargs)
    # moto: all clusters of a process share one OIDC issuer, so only one provider can be made.
    issuer = self.identity["oidc"]["issuer"].rsplit("/", 1)[0]
    self.identity = {"oidc": {"issuer": f"{issuer}/{random_id(32, UPPER)}"}}


def mended_create_nodegroup(self):
    create_nodegroup(self)
    cluster = self.eks_backend.describe_cluster(self._get_param("name"))
    group = self.eks_backend.describe_nodegroup(self._get_param("name"), self._get_param("nodegroupName"))
    # moto: drops update_config, and every group has Kubernetes 1.19.
    group.update_config = self._get_param("updateConfig") or {"maxUnavailable": 1}
    group.version = self._get_param("version") or cluster.version
    group.release_version = self._get_param("releaseVersion") or f"{group.version}.0-20250920"
    # moto: no Auto Scaling group stands behind a node group, so nothing can be tagged or scaled.
    group.resources = {"autoScalingGroups": [{"name": autoscaling_group_behind(self, group)}]}
    return ActionResult({"nodegroup": group})


def autoscaling_group_behind(response, group):
    from moto.autoscaling.models import autoscaling_backends
    from moto.ec2.models import ec2_backends

    autoscaling = autoscaling_backends[response.current_account][response.region]
    ec2 = ec2_backends[response.current_account][response.region]
    template = f"eks-{group.uuid}"
    ec2.create_launch_template(
        template, "", {"ImageId": AUTOSCALING_IMAGE, "InstanceType": group.instance_types[0]}, {}
    )
    name = f"eks-{group.nodegroup_name}-{group.uuid}"
    autoscaling.create_auto_scaling_group(
        name=name,
        availability_zones=[],
        # No instances: nothing in the suite looks at them, and they cost time.
        desired_capacity=0,
        min_size=0,
        max_size=group.scaling_config["maxSize"],
        instance_id=None,
        launch_config_name=None,
        launch_template={
            "LaunchTemplateId": ec2.describe_launch_templates(template_names=[template])[0].id,
            "Version": "1",
        },
        mixed_instances_policy=None,
        vpc_zone_identifier=",".join(group.subnets),
        default_cooldown=None,
        health_check_period=None,
        health_check_type=None,
        load_balancers=[],
        target_group_arns=[],
        placement_group=None,
        termination_policies=[],
        tags=[],
        capacity_rebalance=False,
    )
    return name


def nodegroup_of(backend, arn):
    groups = (group for cluster in backend.clusters.values() for group in cluster.nodegroups.values())
    return next((group for group in groups if group.arn == arn), None)


# moto: tags clusters only, and silently ignores the tags of node groups.
def mended_tag_resource(self, resource_arn, tags):
    group = nodegroup_of(self, resource_arn)
    if group is None:
        tag_resource(self, resource_arn, tags)
    else:
        group.tags.update(tags)


def mended_untag_resource(self, resource_arn, tag_keys):
    group = nodegroup_of(self, resource_arn)
    if group is None:
        untag_resource(self, resource_arn, tag_keys)
        return
    for key in tag_keys:
        group.tags.pop(key, None)


models.Cluster.__init__ = mended_create_cluster
models.EKSBackend.tag_resource = mended_tag_resource
models.EKSBackend.untag_resource = mended_untag_resource
responses.EKSResponse.create_nodegroup = mended_create_nodegroup
