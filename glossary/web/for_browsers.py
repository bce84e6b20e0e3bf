"""What browsers and search engines ask for by a name of their own, on every site."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.http import HttpResponse

from glossary import languages
from glossary.presentation import path_word

if TYPE_CHECKING:
    from django.http import HttpRequest

_FOLDER = Path(__file__).parent.parent / "static" / "glossary"
_KINDS = {".ico": "image/x-icon", ".png": "image/png"}
_DAY = "max-age=86400"
_WITHOUT_END = (("search", "/?"), ("leaflet", "/?"), ("leaflet", ".pdf"))
"""Each answer to a question and each leaflet has an address."""


def icon(request: HttpRequest, name: str) -> HttpResponse:
    """Give the icon that browsers look for where no page has named one."""
    del request
    content, kind = _picture(name), _KINDS[Path(name).suffix]
    headers = {"Cache-Control": _DAY}
    return HttpResponse(content, content_type=kind, headers=headers)


def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines which pages are without end (RFC 9309)."""
    del request
    lines = [
        f"Disallow: /{code}/{path_word(code, word)}{ending}"
        for code in languages.codes()
        for word, ending in _WITHOUT_END
    ]
    text = "\n".join(["User-agent: *", *lines, ""])
    kind = "text/plain; charset=utf-8"
    return HttpResponse(text, content_type=kind, headers={"Cache-Control": _DAY})


@cache
def _picture(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()
