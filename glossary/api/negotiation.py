"""Which representation: ``?format=`` first, then ``Accept`` (RFC 9110)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation

from glossary.api.requests.refusals import FORMAT, allowed_values
from glossary.errors import InvalidQueryError, Problem
from glossary.negotiation import quality

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
        accept = request.META.get("HTTP_ACCEPT")
        best = max(offered, key=lambda one: quality(accept, one.media_type))
        if wanted is None and not quality(accept, best.media_type):
            raise NotAcceptable
        return best, best.media_type

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
