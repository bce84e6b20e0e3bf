"""The application's configuration: which languages it speaks."""

from __future__ import annotations

from django.apps import AppConfig
from django.conf import settings

from glossary import languages


class GlossaryConfig(AppConfig):
    """The glossary as a Django application."""

    name = "glossary"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Learn the languages of this installation."""
        languages.configure(settings.GLOSSARY_LANGUAGES)
