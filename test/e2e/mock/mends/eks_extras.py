"""What plain moto's EKS answers with 404 or 501: updates, add-ons, pod identity."""

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.eks import models, responses, urls

from mends.ids import HEX, LOWER, random_id

updates = {}
addons = {}
associations = {}

update_nodegroup_config = responses.EKSResponse.update_nodegroup_config


def not_found(response, addon=None, message="not found"):
    return models.ResourceNotFoundException(
        clusterName=response._get_param("name"),
        nodegroupName=None,
        fargateProfileName=None,
        addonName=addon,
        message=message,
    )


def finished_update(kind):
    update = {
        "id": random_id(36, HEX),
        "status": "Successful",
        "type": kind,
        "params": [],
        "createdAt": utcnow(),
        "errors": [],
    }
    updates[update["id"]] = update
    return ActionResult({"update": update})


# moto: returns updates but forgets them, and the provider polls each until it is done.
def mended_update_nodegroup_config(self):
    answer = update_nodegroup_config(self)
    update = (answer.result if hasattr(answer, "result") else answer._result)["update"]
    updates[update["id"]] = update
    return answer


def describe_update(self):
    return ActionResult({"update": updates[self._get_param("updateId")]})


# moto: cannot move a node group to another version or launch template.
def update_nodegroup_version(self):
    group = self.eks_backend.describe_nodegroup(self._get_param("name"), self._get_param("nodegroupName"))
    for parameter, attribute in (
        ("version", "version"),
        ("releaseVersion", "release_version"),
        ("launchTemplate", "launch_template"),
    ):
        if self._get_param(parameter):
            setattr(group, attribute, self._get_param(parameter))
    return finished_update("VersionUpdate")


# moto: has no add-ons.
def create_addon(self):
    cluster, name = addon_key(self)
    addons[(cluster, name)] = {
        "addonName": name,
        "clusterName": cluster,
        "status": "ACTIVE",
        "addonVersion": self._get_param("addonVersion") or "v0.0.0-eksbuild.1",
        "health": {"issues": []},
        "addonArn": f"arn:aws:eks:{self.region}:{self.current_account}:addon/{cluster}/{name}/{random_id(8)}",
        "createdAt": utcnow(),
        "modifiedAt": utcnow(),
        "tags": self._get_param("tags") or {},
        "configurationValues": self._get_param("configurationValues"),
        "serviceAccountRoleArn": self._get_param("serviceAccountRoleArn"),
    }
    return ActionResult({"addon": addons[(cluster, name)]})


def addon_key(response):
    return response._get_param("name"), response._get_param("addonName")


def addon_of(response):
    key = addon_key(response)
    if key not in addons:
        raise not_found(response, addon=key[1], message="No addon")
    return addons[key]


def describe_addon(self):
    return ActionResult({"addon": addon_of(self)})


def update_addon(self):
    addon = addon_of(self)
    for field in ("addonVersion", "configurationValues", "serviceAccountRoleArn"):
        if self._get_param(field) is not None:
            addon[field] = self._get_param(field)
    return finished_update("AddonUpdate")


def delete_addon(self):
    addon = addon_of(self)
    del addons[addon_key(self)]
    return ActionResult({"addon": addon})


# moto: has no pod identity associations.
def create_pod_identity_association(self):
    identifier = "a-" + random_id(17, LOWER)
    cluster = self._get_param("name")
    associations[identifier] = {
        "clusterName": cluster,
        "namespace": self._get_param("namespace"),
        "serviceAccount": self._get_param("serviceAccount"),
        "roleArn": self._get_param("roleArn"),
        "associationId": identifier,
        "tags": self._get_param("tags") or {},
        "associationArn": f"arn:aws:eks:{self.region}:{self.current_account}:podidentityassociation/{cluster}/{identifier}",
        "createdAt": utcnow(),
        "modifiedAt": utcnow(),
    }
    return ActionResult({"association": associations[identifier]})


def association_of(response):
    identifier = response._get_param("associationId")
    if identifier not in associations:
        raise not_found(response, message="No association")
    return associations[identifier]


def describe_pod_identity_association(self):
    return ActionResult({"association": association_of(self)})


def update_pod_identity_association(self):
    association = association_of(self)
    association["roleArn"] = self._get_param("roleArn") or association["roleArn"]
    return ActionResult({"association": association})


def delete_pod_identity_association(self):
    association = association_of(self)
    del associations[association["associationId"]]
    return ActionResult({"association": association})


responses.EKSResponse.update_nodegroup_config = mended_update_nodegroup_config
for action in (
    describe_update,
    update_nodegroup_version,
    create_addon,
    describe_addon,
    update_addon,
    delete_addon,
    create_pod_identity_association,
    describe_pod_identity_association,
    update_pod_identity_association,
    delete_pod_identity_association,
):
    setattr(responses.EKSResponse, action.__name__, action)

CLUSTER = "{0}/clusters/(?P<name>[^/]+)/"
for path in (
    "addons$",
    "addons/(?P<addonName>[^/]+)$",
    "addons/(?P<addonName>[^/]+)/update$",
    "updates/(?P<updateId>[^/]+)$",
    "pod-identity-associations$",
    "pod-identity-associations/(?P<associationId>[^/]+)$",
    "node-groups/(?P<nodegroupName>[^/]+)/update-version$",
):
    urls.url_paths[CLUSTER + path] = urls.response.dispatch
