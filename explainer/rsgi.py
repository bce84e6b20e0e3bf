"""The application object for granian: held answers, bodies and threads in order."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from explainer.wsgi import Request
from explainer.wsgi import application as answers
from glossary.answers import Given
from glossary.serving import Service
from glossary.web.middleware import SafetyMiddleware


def _refuse(environ: dict[str, Any]) -> Given:
    """Return the answer of the middleware that refuses, without a thread."""
    response = SafetyMiddleware(_nothing)(Request(environ))
    status = f"{response.status_code} {response.reason_phrase}"
    return Given(status, [*response.items()], response.content)


def _nothing(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=503)


application = Service(answers, _refuse)
