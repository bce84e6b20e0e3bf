"""Which representation: ``?format=`` first, then ``Accept`` (RFC 9110)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation

from glossary.api.requests.refusals import FORMAT, allowed_values
from glossary.errors import InvalidQueryError, Problem
from glossary.negotiation import best

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rest_framework.renderers import BaseRenderer
    from rest_framework.request import Request


class Negotiation(DefaultContentNegotiation):
    """The framework's own, but weights count, and ``format`` goes before ``Accept``.

    An unknown ``format`` is 400, not 404.
    """

    def select_renderer(
        self,
        request: Request,
        renderers: Iterable[BaseRenderer],
        format_suffix: str | None = None,
    ) -> tuple[BaseRenderer, str]:
        """Return the renderer that is liked best, and the media type.

        Raises ``NotAcceptable`` where none is taken and none was named.
        """
        wanted = request.query_params.get("format")
        offered = [*renderers]
        if wanted is not None:
            offered = self.filter_renderers(offered, wanted)
        by_type = {one.media_type: one for one in reversed(offered)}
        accept = request.META.get("HTTP_ACCEPT")
        liked = best(accept, [one.media_type for one in offered])
        if liked is None and wanted is None:
            raise NotAcceptable
        chosen = by_type[liked] if liked else offered[0]
        return chosen, chosen.media_type

    def filter_renderers(
        self, renderers: Iterable[BaseRenderer], format: str
    ) -> list[BaseRenderer]:
        """Return the renderers of ``format``.

        Raises ``InvalidQueryError`` where there is none.
        """
        renderers = list(renderers)
        found = [renderer for renderer in renderers if renderer.format == format]
        if not found:
            known = dict.fromkeys(str(renderer.format) for renderer in renderers)
            problem = Problem(FORMAT, f"unknown-{FORMAT}", allowed_values(known))
            raise InvalidQueryError("", problem)
        return found
