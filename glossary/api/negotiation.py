"""Which representation: ``?format=`` first, then ``Accept`` (RFC 9110)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework.negotiation import DefaultContentNegotiation

from glossary.errors import InvalidQueryError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rest_framework.renderers import BaseRenderer


class Negotiation(DefaultContentNegotiation):
    """The framework's own, but an unknown ``format`` is 400, not 404."""

    def filter_renderers(
        self, renderers: Iterable[BaseRenderer], format: str
    ) -> list[BaseRenderer]:
        """Return the renderers of ``format``.

        Raises ``InvalidQueryError`` where there is none.
        """
        renderers = list(renderers)
        found = [renderer for renderer in renderers if renderer.format == format]
        if not found:
            known = ", ".join(str(renderer.format) for renderer in renderers)
            raise InvalidQueryError(
                "There is no such format.",
                Problem("format", "unknown-format", f"Allowed: {known}."),
            )
        return found
