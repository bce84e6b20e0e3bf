"""What every public answer carries, pages and API alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import DisallowedHost

from glossary.addresses import is_for_apps
from glossary.pages.safety import Safety
from glossary.web.errors import bad_request, refused, server_error

if TYPE_CHECKING:
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


class SafetyMiddleware(Safety):
    """The outermost layer of the public door."""

    def own_headers(self, request: HttpRequest) -> dict[str, str]:
        """Let pages use our own files, and other sites read the API."""
        is_file = request.path_info.startswith(settings.STATIC_URL)
        is_shared = is_for_apps(request.path)
        return {
            "Content-Security-Policy": (
                _POLICY_OF_FILES if is_file else CONTENT_SECURITY_POLICY
            ),
            "Cross-Origin-Resource-Policy": (
                "cross-origin" if is_shared else "same-origin"
            ),
        }

    def refused(self, request: HttpRequest, code: str) -> HttpResponse:
        """Say why, to a reader or to an app."""
        return refused(request, code)

    def bad_address(self, request: HttpRequest) -> HttpResponse:
        """Say that this cannot be understood."""
        return bad_request(request, DisallowedHost())

    def broken(self, request: HttpRequest) -> HttpResponse:
        """Say that something is broken here."""
        return server_error(request)
