"""What every answer of the desk carries, and over which connections it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http.request import split_domain_port

from glossary.desk.errors import IN_PRIVATE, problem_page
from glossary.doors import has_own_host
from glossary.pages.safety import Safety

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

_SENT = "form-action 'self'"
CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        _SENT,
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]"})


class DeskSafetyMiddleware(Safety):
    """The outermost layer of the desk's door."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers; these two whatever is behind has said.

        Our forms are known by where they come from, which browsers leave out where a
        page says ``no-referrer``.
        """
        response = super().__call__(request)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "same-origin"
        return response

    def own_headers(self, request: HttpRequest) -> dict[str, str]:
        """Let a page use our own style, icon and programs; let nobody list it.

        A preview has the search of readers, which is elsewhere if the desk is.
        """
        del request
        policy = CONTENT_SECURITY_POLICY
        if has_own_host():
            policy = policy.replace(_SENT, f"{_SENT} {settings.SITE_ADDRESS}")
        return {
            "Content-Security-Policy": policy,
            "X-Robots-Tag": "noindex, nofollow",
        }

    def refused(self, request: HttpRequest, code: str) -> HttpResponse:
        """Say why."""
        return problem_page(request, code)

    def bad_address(self, request: HttpRequest) -> HttpResponse:
        """Say that this cannot be understood."""
        return problem_page(request, "invalid-query")

    def broken(self, request: HttpRequest) -> HttpResponse:
        """Say that something is broken here."""
        return problem_page(request, "server-error")


class InPrivateMiddleware:
    """Refuses what others on the way could read, save on one's own machine.

    There, some browsers take no cookie that is for HTTPS alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap ``get_response``."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, if nobody else can read it."""
        if request.is_secure():
            return self._get_response(request)
        if split_domain_port(request.get_host())[0] not in _THIS_MACHINE:
            return problem_page(request, IN_PRIVATE)
        response = self._get_response(request)
        for cookie in response.cookies.values():
            cookie["secure"] = ""
        return response
