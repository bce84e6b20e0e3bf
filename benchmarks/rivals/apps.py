"""The rivals' tables, as a Django application without migrations."""

from django.apps import AppConfig


class RivalsConfig(AppConfig):
    """Beside the glossary: ``migrate --run-syncdb`` makes the tables."""

    name = "benchmarks.rivals"
    default_auto_field = "django.db.models.BigAutoField"
