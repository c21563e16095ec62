import re

from moto.cloudfront import exceptions, models, responses, urls
from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import utcnow

from mends.ids import LOWER, random_id

create_behaviour = models.DefaultCacheBehaviour.__init__
create_origin = models.Origin.__init__
create_certificate = models.ViewerCertificate.__init__
delete_access_control = models.CloudFrontBackend.delete_origin_access_control


def mended_create_behaviour(self, config):
    create_behaviour(self, config)
    # moto: always invents ForwardedValues, which exclude a cache policy.
    if self.cache_policy_id:
        del self.forwarded_values


def mended_create_origin(self, origin):
    create_origin(self, origin)
    # moto: drops the origin access control and invents an origin access identity.
    self.origin_access_control_id = origin.get("OriginAccessControlId") or ""
    if "S3OriginConfig" in origin:
        identity = origin["S3OriginConfig"].get("OriginAccessIdentity") or ""
        self.s3_origin_config = {"OriginAccessIdentity": identity}


def mended_create_certificate(self, config):
    create_certificate(self, config)
    # moto: answers "sni-only" whether or not the viewer certificate asked for it.
    self.ssl_support_method = config.get("SSLSupportMethod")
    # moto: says that a certificate of ACM is the default one.
    if self.acm_certificate_arn:
        self.cloud_front_default_certificate = False


def refuse_if_used(backend, attribute, identifier, code):
    """As AWS does, so that a plan that deletes in the wrong order fails here too."""
    for distribution in backend.distributions.values():
        config = distribution.distribution_config
        users = [
            config.DefaultCacheBehavior,
            *(config.CacheBehaviors.get("Items") or []),
            *config.Origins["Items"],
        ]
        if any(getattr(user, attribute, None) == identifier for user in users):
            raise exceptions.CloudFrontException(code, f"{identifier} is in use by {distribution.id}")


# moto: deletes an origin access control that a distribution uses.
def mended_delete_access_control(self, control_id):
    refuse_if_used(self, "origin_access_control_id", control_id, "OriginAccessControlInUse")
    delete_access_control(self, control_id)


# moto: has neither cache policies nor response headers policies.
def add_policy_kind(kind):
    stored = {}
    config_key = f"{kind}Config"

    def answer(policy):
        body = {
            kind: {"Id": policy["id"], "LastModifiedTime": policy["time"], config_key: policy["config"]},
            "ETag": policy["etag"],
            "Location": f"https://cloudfront.amazonaws.com/2020-05-31/policy/{policy['id']}",
        }
        return ActionResult(body)

    def create(self):
        identifier = f"{random_id(8, LOWER)}-0000-4000-8000-{random_id(12, LOWER)}"
        stored[identifier] = {
            "id": identifier,
            "time": utcnow(),
            "config": self._get_param(config_key),
            "etag": random_id(13),
        }
        return answer(stored[identifier])

    def get(self):
        return answer(stored[self._get_param("Id")])

    def update(self):
        policy = stored[self._get_param("Id")]
        policy.update(config=self._get_param(config_key), etag=random_id(13))
        return answer(policy)

    def delete(self):
        identifier = self._get_param("Id")
        refuse_if_used(self.backend, f"{noun}_id", identifier, f"{kind}InUse")
        del stored[identifier]
        return EmptyResult()

    noun = re.sub(r"(?<!^)(?=[A-Z])", "_", kind).lower()
    for verb, action in (("create", create), ("get", get), ("update", update), ("delete", delete)):
        setattr(responses.CloudFrontResponse, f"{verb}_{noun}", action)


models.DefaultCacheBehaviour.__init__ = mended_create_behaviour
models.Origin.__init__ = mended_create_origin
models.ViewerCertificate.__init__ = mended_create_certificate
models.CloudFrontBackend.delete_origin_access_control = mended_delete_access_control
add_policy_kind("CachePolicy")
add_policy_kind("ResponseHeadersPolicy")
for path in (
    "cache-policy$",
    "cache-policy/(?P<id>[^/]+)$",
    "response-headers-policy$",
    "response-headers-policy/(?P<id>[^/]+)$",
):
    urls.url_paths["{0}/2020-05-31/" + path] = responses.CloudFrontResponse.dispatch
