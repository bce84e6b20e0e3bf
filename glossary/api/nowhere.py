"""Addresses of the API that are none, or only lack their closing slash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import resolve
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _

from glossary.api.base import PublicView
from glossary.api.links import lead_to
from glossary.errors import NotFoundError

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase
    from rest_framework.request import Request


class NowhereView(PublicView):
    """Every address of the API that leads nowhere, if not to one with a slash."""

    @property
    def default_response_headers(self) -> dict[str, str]:
        """No methods: there is nothing here that takes any."""
        return {}

    def get(self, request: Request) -> HttpResponseBase:
        """Lead to the address with its closing slash, or say that nothing is here."""
        if not _is_somewhere(request):
            raise NotFoundError(_("There is nothing at this address."))
        return lead_to(f"{escape_uri_path(request.path)}/", request)

    post = put = patch = delete = get

    def options(  # type: ignore[override]  # the framework's own request
        self, request: Request, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Answer a preflight request for the address that is meant."""
        if not _is_somewhere(request):
            return self.get(request)
        answer: HttpResponseBase = resolve(f"{request.path}/").func(request._request)
        return answer


def _is_somewhere(request: Request) -> bool:
    """Tell whether only the closing slash is missing."""
    if request.path.endswith("/"):
        return False
    return resolve(f"{request.path}/").url_name != "nowhere"
