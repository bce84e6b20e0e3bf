"""Tells posts from our own pages from those that another site sends.

No page sets a cookie, so there is none to compare a token with. Browsers say
themselves where a post comes from: by ``Sec-Fetch-Site`` (Fetch Metadata), the
older ones by ``Origin`` (RFC 6454), which is ``null`` here since our pages send
no referrer. What says nothing is no browser that another site could misuse: the
forms change nothing that belongs to anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.web.page import site_address

if TYPE_CHECKING:
    from django.http import HttpRequest

_OURS = {"same-origin", "none"}


def comes_from_elsewhere(request: HttpRequest) -> bool:
    """Tell whether the browser says that another site sent this request."""
    sent_by = request.headers.get("Sec-Fetch-Site")
    if sent_by is not None:
        return sent_by not in _OURS
    origin = request.headers.get("Origin", "null")
    return origin not in {"null", site_address(request)}
