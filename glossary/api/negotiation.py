"""Which representation: ``?format=`` first, then ``Accept`` (RFC 9110)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.negotiation import DefaultContentNegotiation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rest_framework.renderers import BaseRenderer


class Negotiation(DefaultContentNegotiation):
    """The framework's own, but an unknown ``format`` is 400, not 404."""

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
