"""Leaflets for whoever explains words to somebody else: chosen words, on paper.

A leaflet is its address. Nothing is stored, and every change is a link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl

from django.http import Http404
from django.utils.translation import gettext as _

from glossary import languages, reading
from glossary.models import Publication
from glossary.web.leaflet_address import MOST_WORDS, Leaflet, read_leaflet
from glossary.web.leaflet_words import (
    LeafletWord,
    furniture,
    leaflet_langs,
    leaflet_words,
    set_address,
)
from glossary.web.listing import Item, list_entries
from glossary.web.page import (
    in_language,
    page_path,
    preferred_language,
    redirect,
    render_answer,
    site_address,
)
from glossary.web.qr_codes import qr_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

_OFFERED = 12


class Place(NamedTuple):
    """A word in the list that changes the leaflet; a path is empty if it cannot."""

    word: LeafletWord
    earlier: str
    later: str
    without: str


class Choice(NamedTuple):
    """One way in which the leaflet can be set out."""

    label: str
    path: str
    is_chosen: bool


@in_language
def leaflet(request: HttpRequest, lang: str) -> HttpResponse:
    """Show the leaflet that the address asks for, with ways to change it."""
    asked = read_leaflet(request.GET)
    words = leaflet_words(asked, lang, site=site_address(request))
    shown = asked.with_ids([row.id for row in words][:MOST_WORDS])
    words = words[:MOST_WORDS]
    context = {
        "leaflet": shown,
        "words": words,
        "lost": len(asked.ids) - len(words),
        "most": MOST_WORDS,
        **_set_out(request, shown, words, lang),
        **_changes(shown, words, lang, request.GET.get("add", "")),
    }
    paths = {code: shown.path(code) for code in languages.codes()}
    return render_answer(request, lang, "glossary/leaflet.html", context, paths=paths)


def short_address(request: HttpRequest, codes: str) -> HttpResponse:
    """Lead from the address on paper to the leaflet in the reader's language."""
    wanted = codes.split("-")[:MOST_WORDS]
    rows = Publication.objects.readable().filter(entry__short_code__in=wanted)
    ids = dict(rows.values_list("entry__short_code", "entry_id"))
    found = Leaflet(tuple(ids[code] for code in wanted if code in ids))
    if not found.ids:
        raise Http404
    path = page_path(preferred_language(request), "leaflet")
    response = redirect(path, status=302, query=found.query)
    response["Vary"] = "Accept-Language"
    return response


def _set_out(
    request: HttpRequest, shown: Leaflet, words: Sequence[LeafletWord], lang: str
) -> dict[str, Any]:
    """Return what stands on the leaflet beside its words."""
    address = set_address(words, site=site_address(request))
    langs = leaflet_langs(shown, lang)
    return {
        "langs": langs,
        "furniture": [furniture(code) for code in langs],
        "address": address,
        "pdf": shown.pdf_path(lang),
        "code": qr_code(address) if len(words) > 1 else "",
    }


def _changes(
    shown: Leaflet, words: Sequence[LeafletWord], lang: str, typed: str
) -> dict[str, Any]:
    """Return every way to change the leaflet."""
    return {
        "places": _places(shown, words, lang),
        "choices": _choices(shown, lang),
        "typed": typed[:200],
        "found": _offers(shown, _search(typed), lang) if typed.strip() else [],
        "near": _offers(shown, [one for row in words for one in row.related], lang),
        "has_room": len(shown.ids) < MOST_WORDS,
        "leaflet_page": page_path(lang, "leaflet"),
        "fields": parse_qsl(shown.query),
    }


def _places(shown: Leaflet, words: Sequence[LeafletWord], lang: str) -> list[Place]:
    ids = list(shown.ids)
    places = []
    for at, word in enumerate(words):
        others = ids[:at] + ids[at + 1 :]
        earlier = [*others[: at - 1], word.id, *others[at - 1 :]]
        later = [*others[: at + 1], word.id, *others[at + 1 :]]
        places.append(
            Place(
                word,
                shown.with_ids(earlier).path(lang) if at else "",
                shown.with_ids(later).path(lang) if others[at:] else "",
                shown.with_ids(others).path(lang),
            )
        )
    return places


def _choices(shown: Leaflet, lang: str) -> list[list[Choice]]:
    def choice(label: str, changed: Leaflet) -> Choice:
        return Choice(label, changed.path(lang), changed == shown)

    return [
        [
            choice(_("In one language"), shown._replace(is_in_both=False)),
            choice(_("In both languages"), shown._replace(is_in_both=True)),
        ],
        [
            choice(_("Ordinary print"), shown._replace(is_large=False)),
            choice(_("Large print"), shown._replace(is_large=True)),
        ],
        [
            choice(_("Short"), shown._replace(has_more=False)),
            choice(_("With what it may mean for you"), shown._replace(has_more=True)),
        ],
    ]


def _search(typed: str) -> list[str]:
    words = " ".join(typed.split())[:200]
    found = reading.shelf().index.search(words, limit=_OFFERED)
    return [hit.entry_id for hit in found.hits]


def _offers(shown: Leaflet, ids: Sequence[str], lang: str) -> list[tuple[Item, str]]:
    """Return entries that can be added, each with the address that adds it."""
    new = [one for one in dict.fromkeys(ids) if one not in shown.ids][:_OFFERED]
    return [
        (item, shown.with_ids([*shown.ids, item.id]).path(lang))
        for item in list_entries(reading.shelf(), new, lang)
    ]
