"""Addresses for paper: short enough to type, in one language, as a QR code too.

``/t/4deon4`` leads to an entry in the language that the browser asks for, and
``/t/4deon4/cy`` to the same in Welsh, whatever it asks for; ``/t/4deon4-k5v2xq/cy``
leads to a leaflet. Capitals are the same as small letters, so that a QR code may
use its alphanumeric mode (ISO/IEC 18004, 7.4.4), which needs fewer squares.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

import segno
from django.utils.safestring import SafeString

from glossary.addresses import short_path

if TYPE_CHECKING:
    from collections.abc import Iterable

ROUTE = r"^[tT]/(?P<codes>\w+(?:-\w+)*)(?:/(?P<lang>\w+(?:-\w+)*))?/?$"
"""The form of such an address, without the first slash."""


class ShortAddress(NamedTuple):
    """The address of one entry, or of a leaflet, in one language."""

    text: str

    @property
    def code(self) -> SafeString:
        """The address as a QR code in the page itself."""
        return SafeString(
            self._code().svg_inline(
                border=2, omitsize=True, svgclass="qr", lineclass=None
            )
        )

    @property
    def picture(self) -> str:
        """The address as a QR code that is an SVG document."""
        file = io.BytesIO()
        self._code().save(file, kind="svg", xmldecl=False, border=2)
        return file.getvalue().decode()

    def _code(self) -> segno.QRCode:
        return segno.make(self.text.upper(), micro=False)


def short_address(codes: Iterable[str], lang: str, *, site: str) -> ShortAddress:
    """Return the address of what has these short codes; ``site`` is the site's own."""
    return ShortAddress(site + short_path(codes, lang))
