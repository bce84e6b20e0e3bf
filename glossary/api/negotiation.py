"""Which representation: ``?format=`` first, then ``Accept`` (RFC 9110)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.http import parse_header_parameters
from django.utils.translation import gettext as _
from rest_framework.exceptions import NotAcceptable, ValidationError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.utils.mediatypes import media_type_matches, order_by_precedence

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
        offered = self.filter_renderers(renderers, wanted) if wanted else [*renderers]
        accepted = self.get_accept_list(request)
        weights = [_weight(renderer.media_type, accepted) for renderer in offered]
        best = max(weights)
        if best > 0:
            pairs = zip(offered, weights, strict=True)
            liked = [renderer for renderer, weight in pairs if weight == best]
            chosen: tuple[BaseRenderer, str]
            chosen = super().select_renderer(request, liked, format_suffix)
            return chosen
        if wanted:
            return offered[0], offered[0].media_type
        raise NotAcceptable

    def get_accept_list(self, request: Request) -> list[str]:
        """Return the media ranges that can be read; any will do where none can."""
        ranges = super().get_accept_list(request)
        return [text for text in ranges if _is_readable(text)] or ["*/*"]

    def filter_renderers(
        self, renderers: Iterable[BaseRenderer], format: str
    ) -> list[BaseRenderer]:
        """Return the renderers of ``format``.

        Raises ``ValidationError`` where there is none.
        """
        renderers = list(renderers)
        found = [renderer for renderer in renderers if renderer.format == format]
        if not found:
            known = ", ".join(str(renderer.format) for renderer in renderers)
            detail = _("Allowed: %(list)s.") % {"list": known}
            raise ValidationError({"format": detail}, code="unknown-format")
        return found


def _is_readable(media_range: str) -> bool:
    try:
        parse_header_parameters(media_range)
    except ValueError:
        return False
    return True


def _weight(media_type: str, accepted: list[str]) -> float:
    """Return the weight of the narrowest range that holds ``media_type``, else 0."""
    for ranges in order_by_precedence(accepted):
        found = [text for text in ranges if media_type_matches(media_type, text)]
        if found:
            return max(_quality(text) for text in found)
    return 0.0


def _quality(media_range: str) -> float:
    """Return the ``q`` of a range; 1 where there is none that can be read."""
    _kind, parameters = parse_header_parameters(media_range)
    try:
        quality = float(parameters.get("q", "1"))
    except ValueError:
        return 1.0
    return quality if 0 <= quality <= 1 else 1.0
