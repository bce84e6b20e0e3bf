"""The product's settings, and beside its tables those that the rivals read."""

from explainer.settings import *  # noqa: F403
from explainer.settings import INSTALLED_APPS as _PRODUCT_APPS

INSTALLED_APPS = [*_PRODUCT_APPS, "benchmarks.rivals"]
