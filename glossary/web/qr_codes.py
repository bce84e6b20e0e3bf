"""Addresses on paper: as QR codes (ISO/IEC 18004) in the page itself."""

from __future__ import annotations

import segno
from django.utils.safestring import SafeString


def qr_code(address: str) -> SafeString:
    """Return ``address`` as an inline SVG."""
    code = segno.make(address, micro=False).svg_inline(
        border=2, omitsize=True, svgclass="qr", lineclass=None
    )
    return SafeString(code)
