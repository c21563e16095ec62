from moto.ec2.models import launch_templates as models
from moto.ec2.utils import parse_user_data

create = models.LaunchTemplateBackend.create_launch_template


def mended_create(self, name, description, data, tag_spec, *args, **kwargs):
    # moto: copies the template's own tags into its data, a permanent diff on tag_specifications.
    specifications = data.get("TagSpecifications")
    if specifications:
        data["TagSpecifications"] = [
            each for each in specifications if each.get("ResourceType") != "launch-template"
        ]
    return create(self, name, description, data, tag_spec, *args, **kwargs)


def mended_user_data(self):
    # moto: asserts (HTTP 500) on the user data of every version after the first.
    value = self.data.get("UserData")
    parsed = getattr(models, "Base64EncodedString", ())
    if isinstance(value, str) and not isinstance(value, parsed):
        return parse_user_data(value)
    return value


def mended_attribute(self, name):
    # moto: tags are frozen at creation.
    if name == "tags":
        return self.get_tags()
    return object.__getattribute__(self, name)


models.LaunchTemplateBackend.create_launch_template = mended_create
models.LaunchTemplateVersion.user_data = property(mended_user_data)
models.LaunchTemplate.__getattribute__ = mended_attribute
