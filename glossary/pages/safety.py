"""What every answer carries for the reader's safety, whichever door it leaves by."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    PermissionDenied,
    SuspiciousOperation,
)
from django.db import InterfaceError, OperationalError
from django.http import Http404
from django.http.multipartparser import MultiPartParserError

from glossary.answers import REFUSAL, address_of
from glossary.errors import BusyError
from glossary.failures import trace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpRequest, HttpResponse

PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=()"
_EVERYWHERE = {
    "Permissions-Policy": PERMISSIONS_POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
logger = logging.getLogger(__name__)

UNREACHED = (OperationalError, InterfaceError)
"""How it shows that the database does not answer."""
_NOT_OUR_FAULT = (
    BadRequest,
    Http404,
    MultiPartParserError,
    PermissionDenied,
    SuspiciousOperation,
)


class Safety(ABC):
    """Adds the headers to every answer, and refuses what nobody needs to work on.

    It is the outermost middleware of each door, which says things in its own words.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap ``get_response``."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers."""
        response = self._refusal(request) or self._get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response = self._with_words(request, response)
        for name, value in {**_EVERYWHERE, **self.own_headers(request)}.items():
            response.headers.setdefault(name, value)
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
            return _said(self.refused(request, error.code))
        if isinstance(error, UNREACHED):
            logger.warning("The database does not answer.")
            return _said(self.refused(request, "unavailable"))
        if settings.DEBUG or isinstance(error, _NOT_OUR_FAULT):
            return None
        logger.error("Unexpected error in a page\n%s", trace(error))
        return self.broken(request)

    @abstractmethod
    def own_headers(self, request: HttpRequest) -> Mapping[str, str]:
        """Return the headers that only this door has, or has otherwise."""

    @abstractmethod
    def refused(self, request: HttpRequest, code: str) -> HttpResponse:
        """Say why nobody works on this request."""

    @abstractmethod
    def bad_address(self, request: HttpRequest) -> HttpResponse:
        """Say that this is not an address of ours."""

    @abstractmethod
    def broken(self, request: HttpRequest) -> HttpResponse:
        """Say that something is broken here."""

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        """Return the answer to what cannot be understood, or did not come."""
        problem = request.META.get(REFUSAL)
        if problem is not None:
            logger.warning("A request was refused: %s.", problem)
            return _said(self.refused(request, problem))
        meta = request.META
        port = str(meta.get("SERVER_PORT"))
        if address_of(meta.get("HTTP_HOST"), request.scheme or "http", port) is None:
            logger.warning("A request for a host that is not ours was refused.")
            return _said(self.bad_address(request))
        if not meta["REQUEST_METHOD"].isupper():
            logger.warning("A request with an unknown method was refused.")
            return _said(self.refused(request, "not-implemented"))
        return None

    def _with_words(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Give an answer that only says “no” a page that says more."""
        if response.content:
            return response
        page = self.refused(request, "method-not-allowed")
        page["Allow"] = response["Allow"]
        return _said(page)


def _said(response: HttpResponse) -> HttpResponse:
    """Return a response about which the log has its line, and needs no other."""
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django's own mark
    return response
