"""Django behind a door: with the door's own middleware and its own addresses."""

from __future__ import annotations

import logging
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.urls import set_urlconf

from glossary.logs import route_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

    Chain = Callable[[HttpRequest], HttpResponseBase]

logger = logging.getLogger(__name__)


class CookieError(Exception):
    """Something behind the public door sets a cookie."""


class Request(WSGIRequest):
    """A request whose ``Content-Type`` may be unreadable: it has none, then.

    Django fails on one before anything of ours could answer.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        try:
            super()._set_content_type_params(meta)  # type: ignore[misc]  # Django's own
        except (ValueError, BadRequest):  # before Django 6, and since
            self.content_type, self.content_params = "", {}


class PublicRequest(Request):
    """A request of somebody whom we do not know: no cookie that it brings is read."""

    COOKIES = MappingProxyType[str, str]({})  # type: ignore[assignment]  # nobody adds one


class Handler(WSGIHandler):
    """Django with a list of middleware and a URLconf of its own."""

    request_class = Request

    def __init__(self, middleware: Sequence[str], urlconf: str) -> None:
        """Load ``middleware``; find the addresses of ``urlconf``, and make them."""
        self._middleware = middleware
        self._urlconf = urlconf
        super().__init__()

    def load_middleware(self, is_async: bool = False) -> None:
        """Load this door's list: Django looks for one in the settings."""
        other, settings.MIDDLEWARE = settings.MIDDLEWARE, [*self._middleware]
        try:
            super().load_middleware(is_async)
        finally:
            settings.MIDDLEWARE = other
        chain: Chain = self._middleware_chain  # type: ignore[has-type]  # Django's own

        def begin(request: HttpRequest) -> HttpResponseBase:
            """Let also the middleware make and find the addresses of this door."""
            request.urlconf = self._urlconf
            set_urlconf(self._urlconf)
            return chain(request)

        self._middleware_chain = begin


class PublicHandler(Handler):
    """Django behind the public door, which lets no cookie out."""

    request_class = PublicRequest

    def get_response(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; what would set a cookie is a fault, and sets none."""
        response = super().get_response(request)
        if response.cookies or response.has_header("Set-Cookie"):
            if settings.FAIL_ON_COOKIES:
                raise CookieError(route_name(request))
            logger.error("A cookie was dropped: %s", route_name(request))
            response.cookies.clear()
            del response["Set-Cookie"]
        return response
