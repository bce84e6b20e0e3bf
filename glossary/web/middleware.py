"""What every answer carries for the reader's safety, pages and API alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import DisallowedHost
from django.core.handlers.exception import response_for_exception

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


def _sharing(request: HttpRequest) -> str:
    """Let other sites read the API, and nothing else."""
    return "cross-origin" if request.path.startswith("/api/") else "same-origin"
