"""What every answer carries for the reader's safety, pages and API alike."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    DisallowedHost,
    PermissionDenied,
    SuspiciousOperation,
)
from django.db import InterfaceError, OperationalError
from django.http import Http404
from django.http.multipartparser import MultiPartParserError

from glossary.addresses import is_for_apps
from glossary.answers import REFUSAL, address_of
from glossary.errors import BusyError
from glossary.failures import trace
from glossary.web.errors import bad_request, refused, server_error

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
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
_POLICY_OF_FILES = "default-src 'none'; frame-ancestors 'none'"
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=()"
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
logger = logging.getLogger(__name__)

_NOT_OUR_FAULT = (
    BadRequest,
    Http404,
    MultiPartParserError,
    PermissionDenied,
    SuspiciousOperation,
)


class SafetyMiddleware:
    """Adds the headers to every answer, and refuses what nobody needs to work on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap ``get_response``."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers."""
        response = _refusal(request) or self._get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response = _with_words(request, response)
        if request.path_info.startswith(settings.STATIC_URL):
            response.headers.setdefault("Content-Security-Policy", _POLICY_OF_FILES)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cross-Origin-Resource-Policy", _sharing(request))
        seconds = settings.SECURE_HSTS_SECONDS
        if seconds and request.is_secure():
            transport = f"max-age={seconds}; includeSubDomains; preload"
            response.headers.setdefault("Strict-Transport-Security", transport)
        return response

    def process_exception(
        self, request: HttpRequest, error: Exception
    ) -> HttpResponse | None:
        """Answer for a view that failed, and log where.

        Django's own way logs the error's message, which can quote what a reader
        sent, and can mail the request itself to the site's owners.
        """
        if isinstance(error, BusyError):
            logger.warning("A request was refused: %s.", error.code)
            return _said(refused(request, error.code))
        if isinstance(error, (OperationalError, InterfaceError)):
            logger.warning("The database does not answer.")
            return _said(refused(request, "unavailable"))
        if settings.DEBUG or isinstance(error, _NOT_OUR_FAULT):
            return None
        logger.error("Unexpected error in a page\n%s", trace(error))
        return server_error(request)


def _refusal(request: HttpRequest) -> HttpResponse | None:
    """Return the answer to what cannot be understood, or did not come."""
    problem = request.META.get(REFUSAL)
    if problem is not None:
        logger.warning("A request was refused: %s.", problem)
        return _said(refused(request, problem))
    meta = request.META
    port = str(meta.get("SERVER_PORT"))
    if address_of(meta.get("HTTP_HOST"), request.scheme or "http", port) is None:
        logger.warning("A request for a host that is not ours was refused.")
        return _said(bad_request(request, DisallowedHost()))
    if not meta["REQUEST_METHOD"].isupper():
        logger.warning("A request with an unknown method was refused.")
        return _said(refused(request, "not-implemented"))
    return None


def _said(response: HttpResponse) -> HttpResponse:
    """Return a response about which the log has its line, and needs no other."""
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django's own mark
    return response


def _with_words(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Give an answer that only says “no” a page that says more."""
    if response.content:
        return response
    page = refused(request, "method-not-allowed")
    page["Allow"] = response["Allow"]
    return _said(page)


def _sharing(request: HttpRequest) -> str:
    """Let other sites read the API, and nothing else."""
    return "cross-origin" if is_for_apps(request.path) else "same-origin"
