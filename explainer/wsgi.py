"""The application object: Django, with complete public answers held in front."""

import os
from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "explainer.settings")


class Request(WSGIRequest):
    """A request whose ``Content-Type`` may be unreadable: it has none, then.

    Django fails on one before anything of ours could answer.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        try:
            super()._set_content_type_params(meta)  # type: ignore[misc]  # Django's own
        except ValueError:
            self.content_type, self.content_params = "", {}


django_application = get_wsgi_application()
django_application.request_class = Request

from glossary.answers import HeldAnswers  # noqa: E402  (settings must be ready)

application = HeldAnswers(django_application)
