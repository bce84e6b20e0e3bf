"""What every answer carries for the reader's safety, pages and API alike."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    DisallowedHost,
    PermissionDenied,
    SuspiciousOperation,
)
from django.core.handlers.exception import response_for_exception
from django.http import Http404
from django.http.multipartparser import MultiPartParserError

from glossary.failures import trace
from glossary.web.errors import server_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), browsing-topics=()"
logger = logging.getLogger(__name__)

_NOT_OUR_FAULT = (
    BadRequest,
    Http404,
    MultiPartParserError,
    PermissionDenied,
    SuspiciousOperation,
)


class SafetyMiddleware:
    """Adds the headers, and refuses hosts that are not ours before anything else.

    ``SecurityMiddleware`` adds ``Referrer-Policy``, ``nosniff`` and, over HTTPS,
    ``Strict-Transport-Security``.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap ``get_response``."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers."""
        try:
            request.get_host()
            response = self._get_response(request)
        except DisallowedHost as error:
            response = response_for_exception(request, error)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Cross-Origin-Resource-Policy", _sharing(request))
        return response

    def process_exception(
        self, request: HttpRequest, error: Exception
    ) -> HttpResponse | None:
        """Answer for a view that failed, and log where.

        Django's own way logs the error's message, which can quote what a reader
        sent, and can mail the request itself to the site's owners.
        """
        if settings.DEBUG or isinstance(error, _NOT_OUR_FAULT):
            return None
        logger.error("Unexpected error in a page\n%s", trace(error))
        return server_error(request)


def _sharing(request: HttpRequest) -> str:
    """Let other sites read the API, and nothing else."""
    return "cross-origin" if request.path.startswith("/api/") else "same-origin"
