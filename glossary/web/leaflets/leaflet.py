"""Leaflets for whoever explains words to somebody else: chosen words, on paper.

A leaflet is its address. Nothing is stored, and every change is a link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext as _

from glossary import languages
from glossary.addresses import page_path
from glossary.web.leaflets.address import MOST_WORDS, Leaflet, read_leaflet
from glossary.web.leaflets.choice import choose, is_choosing
from glossary.web.leaflets.furniture import furniture
from glossary.web.leaflets.words import LeafletWord, leaflet_langs, leaflet_words
from glossary.web.page import in_language, redirect, render_answer, site_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

_HERE = "#change"
"""Where a reader who changes the leaflet stays."""


class ListedWord(NamedTuple):
    """A word in the list that changes the leaflet; a path is empty if it cannot."""

    word: LeafletWord
    earlier: str
    later: str
    without: str


class LeafletOption(NamedTuple):
    """One way in which the leaflet can be set out."""

    label: str
    path: str
    is_chosen: bool


@in_language
def leaflet(request: HttpRequest, lang: str) -> HttpResponse:
    """Show the leaflet that the address asks for, or the words to choose from."""
    asked = read_leaflet(request.GET, lang)
    if is_choosing(request.GET, asked):
        return choose(request, lang, asked)
    if request.GET.getlist("t") != [asked.words] or "show" in request.GET:
        path = page_path(lang, "leaflet")
        return redirect(path, status=302, query=asked.query)
    words = leaflet_words(asked, lang, site=site_address(request))[:MOST_WORDS]
    shown = asked.with_codes(row.short_code for row in words)
    if not words:
        return choose(request, lang, asked)
    context = {
        "leaflet": shown,
        "words": words,
        "lost": len(asked.codes) - len(words),
        "most": MOST_WORDS,
        **_set_out(request, shown, lang),
        **_changes(shown, words, lang),
    }
    paths = {code: shown.path(code) for code in languages.codes()}
    return render_answer(
        request, lang, "glossary/leaflets/leaflet.html", context, paths=paths
    )


def _set_out(request: HttpRequest, shown: Leaflet, lang: str) -> dict[str, Any]:
    """Return what stands on the leaflet around its words."""
    langs = leaflet_langs(shown, lang)
    return {
        "langs": langs,
        "furniture": furniture(shown.codes, langs, site_address(request)),
        "pdf": shown.pdf_path(lang),
    }


def _changes(shown: Leaflet, words: Sequence[LeafletWord], lang: str) -> dict[str, Any]:
    """Return every way to change the leaflet."""
    return {
        "places": _places(shown, words, lang),
        "choices": _choices(shown, lang),
        "has_room": len(shown.codes) < MOST_WORDS,
        "choosing": f"{shown.path(lang)}&choose=1#words",
    }


def _places(
    shown: Leaflet, words: Sequence[LeafletWord], lang: str
) -> list[ListedWord]:
    codes = list(shown.codes)
    places = []
    for at, word in enumerate(words):
        others = codes[:at] + codes[at + 1 :]
        earlier = [*others[: at - 1], codes[at], *others[at - 1 :]]
        later = [*others[: at + 1], codes[at], *others[at + 1 :]]
        places.append(
            ListedWord(
                word,
                shown.with_codes(earlier).path(lang) + _HERE if at else "",
                shown.with_codes(later).path(lang) + _HERE if others[at:] else "",
                shown.with_codes(others).path(lang) + (_HERE if others else "#words"),
            )
        )
    return places


def _choices(shown: Leaflet, lang: str) -> list[list[LeafletOption]]:
    def choice(label: str, changed: Leaflet) -> LeafletOption:
        return LeafletOption(label, changed.path(lang), changed == shown)

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
        [
            choice(_("One QR code"), shown._replace(has_codes=False)),
            choice(_("A QR code for each word"), shown._replace(has_codes=True)),
        ],
    ]
