"""Ways from one answer to another: to the pages around it, to the right address."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse

from glossary.api import cursors
from glossary.api.requests.positions import marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel
    from rest_framework.request import Request

    from glossary.api.base import PublicView


def page_links(
    view: PublicView,
    asked: BaseModel,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> dict[str, str | None]:
    """Return the addresses of the next and the previous page, null where none is.

    The cursors in them are good for what was ``asked``, and for nothing else.
    """
    request = view.request

    def link(position: Mapping[str, Any] | None) -> str | None:
        if position is None:
            return None
        query = request.query_params.copy()
        query["cursor"] = cursors.write(marked(position, asked, request.path))
        return f"{view.base}{request.path}?{query.urlencode()}"

    return {"next": link(after), "previous": link(before)}


def link_header(links: dict[str, str | None]) -> dict[str, str]:
    """Return the same as a ``Link`` header (RFC 8288)."""
    names = {"next": "next", "previous": "prev"}
    parts = [f'<{url}>; rel="{names[name]}"' for name, url in links.items() if url]
    return {"Link": ", ".join(parts)} if parts else {}


def lead_to(path: str, request: Request) -> HttpResponse:
    """Return the answer that leads to the path that was meant, with the same query."""
    query = request.META.get("QUERY_STRING", "")
    location = f"{path}{'?' * bool(query)}{query}"
    headers = {"Location": location, "Cache-Control": "no-store"}
    return HttpResponse(status=HTTPStatus.PERMANENT_REDIRECT, headers=headers)
