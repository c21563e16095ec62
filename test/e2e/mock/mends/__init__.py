"""What the scaling stack needs and plain moto 5.2.1 lacks or answers wrongly, one file per service.

Every mend starts with a comment saying what plain moto does. A mend goes when moto no longer does it.
"""

import importlib

SERVICES = (
    "rds",
    "launch_template",
    "autoscaling",
    "scheduled_actions",
    "eks",
    "eks_extras",
    "elasticache",
    "elasticache_extras",
    "application_autoscaling",
    "cloudfront",
    "cloudwatch",
)


def apply() -> None:
    for service in SERVICES:
        importlib.import_module(f"mends.{service}")
