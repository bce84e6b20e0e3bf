"""Tells polite crawlers which parts of the site have no end (RFC 9309)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse

from glossary import languages
from glossary.addresses import api_path, page_path, short_path
from glossary.answers import hold
from glossary.doors import PREFIX, has_own_host

if TYPE_CHECKING:
    from django.http import HttpRequest

_ENDLESS = ("leaflet", "search", "explain", "check", "help", "feedback-thanks")
"""Pages that show something else for every query; without one they may be read."""


def robots(request: HttpRequest) -> HttpResponse:
    """Keep crawlers out of whatever is made from what a reader types or ticks."""
    is_here = settings.DESK and not has_own_host()
    lines = [
        "User-agent: *",
        *(
            f"Disallow: {page_path(code, word)}?"
            for code in languages.codes()
            for word in _ENDLESS
        ),
        *(f"Disallow: {page_path(code, 'leaflet-pdf')}" for code in languages.codes()),
        f"Disallow: {short_path()}",
        f"Disallow: {api_path('root')}",
        *([f"Disallow: {PREFIX}"] if is_here else ()),
    ]
    hold(request)
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")
