"""A leaflet as a tagged PDF (PDF/UA-1, ISO 14289): the same words, ready to hand over.

Typst sets it, from a template of ours and from data that it does not read as
markup. It may use the packaged font only, so that every machine sets it alike.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import typst
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from glossary import languages
from glossary.turns import LEAFLETS
from glossary.web.leaflets.address import MOST_WORDS, read_leaflet
from glossary.web.leaflets.furniture import furniture
from glossary.web.leaflets.words import (
    LeafletWord,
    Meaning,
    leaflet_langs,
    leaflet_words,
)
from glossary.web.page import in_language, site_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

    from glossary.web.leaflets.address import Leaflet
    from glossary.web.leaflets.furniture import Furniture

_TEMPLATE = (
    Path(__file__).parents[2] / "templates" / "glossary" / "leaflets" / "leaflet.typ"
)


@in_language
def leaflet_pdf(request: HttpRequest, lang: str) -> HttpResponse:
    """Give the leaflet that the address asks for as a file with a neutral name."""
    asked = read_leaflet(request.GET, lang)
    langs = leaflet_langs(asked, lang)
    with LEAFLETS.turn():
        body = _made(asked, langs, site=site_address(request))
    headers = {
        "Content-Disposition": 'inline; filename="words.pdf"',
        "Content-Language": ", ".join(langs),
        "Cache-Control": "no-store",
    }
    return HttpResponse(body, content_type="application/pdf", headers=headers)


def _made(asked: Leaflet, langs: Sequence[str], *, site: str) -> bytes:
    """Return the leaflet as a PDF."""
    words = leaflet_words(asked, langs[0], site=site)[:MOST_WORDS]
    if not words:
        raise Http404
    parts = furniture([word.short_code for word in words], langs, site)
    return _set(_data(asked, words, parts))


def _set(data: dict[str, Any]) -> bytes:
    """Return the PDF that the template makes of ``data``."""
    return typst.compile(
        str(_TEMPLATE),
        format="pdf",
        font_paths=_font(),
        sys_inputs={"leaflet": orjson.dumps(data).decode()},
        pdf_standards="ua-1",
    )


@cache
def _font() -> typst.Fonts:
    folder = files("fontpkg_noto_sans").joinpath("files")
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])


def _data(
    asked: Leaflet, words: Sequence[LeafletWord], parts: Sequence[Furniture]
) -> dict[str, Any]:
    more = {part.lang: part.more for part in parts} if asked.has_more else {}
    return {
        "lang": parts[0].lang,
        "from_right": [
            row.code for row in languages.all_languages() if row.direction == "rtl"
        ],
        "large": asked.is_large,
        "title": parts[0].title,
        "author": _("Plain Words"),
        "code_says": _("QR code of the address"),
        "furniture": [_part(part) for part in parts],
        "words": [
            {
                "address": word.address.text,
                "code": word.address.picture if asked.has_codes else None,
                "meanings": [_meaning(row, more) for row in word.meanings],
            }
            for word in words
        ],
    }


def _part(part: Furniture) -> dict[str, Any]:
    """Return the furniture as the template takes it."""
    return {
        **part._asdict(),
        "address": part.address.text,
        "code": part.address.picture,
        "lists": [
            {"says": one.says, "lines": [line._asdict() for line in one.lines]}
            for one in part.lists
        ],
    }


def _meaning(meaning: Meaning, more: dict[str, str]) -> dict[str, Any]:
    """Return a word as the template takes it, with more only where that is asked."""
    text = meaning.more.text if meaning.more and meaning.lang in more else ""
    return {
        "lang": meaning.lang,
        "name": meaning.label,
        "name_lang": meaning.label_lang,
        "also": meaning.also,
        "also_lang": meaning.also_lang,
        "short": meaning.short,
        "more": [line for line in text.splitlines() if line.strip()],
        "more_heading": more.get(meaning.lang, ""),
    }
