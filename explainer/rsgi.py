"""The application object for granian: held answers, bodies and threads in order."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from explainer.handlers import Request
from explainer.wsgi import application as doors
from glossary.answers import Given
from glossary.desk.safety import DeskSafetyMiddleware
from glossary.doors import leads_to_desk
from glossary.serving import Service
from glossary.web.middleware import SafetyMiddleware


def _refuse(environ: dict[str, Any]) -> Given:
    """Return the answer of the middleware that refuses, without a thread."""
    is_desk = leads_to_desk(environ["PATH_INFO"], environ.get("HTTP_HOST"))
    outermost = DeskSafetyMiddleware if is_desk else SafetyMiddleware
    response = outermost(_nothing)(Request(environ))
    status = f"{response.status_code} {response.reason_phrase}"
    return Given(status, [*response.items()], response.content)


def _nothing(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=503)


application = Service(doors, _refuse)
