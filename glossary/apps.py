"""The application's configuration: which languages it speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import AppConfig
from django.apps import apps as installed
from django.conf import settings
from django.core.checks import register
from django.core.exceptions import ImproperlyConfigured
from django.db.models.signals import post_migrate

from glossary import languages

if TYPE_CHECKING:
    from django.apps.registry import Apps


class GlossaryConfig(AppConfig):
    """The glossary as a Django application."""

    name = "glossary"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Learn the languages of this installation, each with an act of its own."""
        languages.configure(settings.GLOSSARY_LANGUAGES)
        _require_known_acts()
        post_migrate.connect(_add_acts_of_languages, sender=self)
        from glossary.review.settings import check_sign_offs  # noqa: PLC0415 (as below)

        register(check_sign_offs)


def _require_known_acts() -> None:
    """Refuse to start where an act is misspelt that asks for a second factor."""
    from glossary.second_factors import unknown_acts  # noqa: PLC0415

    if unknown := unknown_acts():
        raise ImproperlyConfigured(f"DESK_SECOND_FACTOR: no act is “{unknown[0]}”.")


def _add_acts_of_languages(using: str, apps: Apps = installed, **_: Any) -> None:
    """Let somebody be allowed to write in each language of the site.

    The other acts are the same everywhere, and stand in the model.
    """
    from glossary.models import write_act  # noqa: PLC0415 (models come after apps)

    kinds = apps.get_model("contenttypes.ContentType").objects.db_manager(using)
    permissions = apps.get_model("auth.Permission").objects.using(using)
    kind = kinds.get_for_model(apps.get_model("glossary.User"))
    for code in languages.codes():
        permissions.get_or_create(
            content_type=kind,
            codename=write_act(code),
            defaults={"name": f"Write: {languages.get(code).name}"},
        )
