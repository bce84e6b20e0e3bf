"""The page on which the words of a leaflet are chosen: many at once, by ticking.

It is one form. Whatever a reader opens from it (a topic, a letter, what was found)
comes with the same ticks, because they travel in the address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import languages, reading
from glossary.addresses import page_path
from glossary.web.leaflets.address import MOST_WORDS, Leaflet
from glossary.web.leaflets.lists import LISTS, is_whole, open_lists, ticked
from glossary.web.page import render_answer
from glossary.web.parts.listing import letter_links, list_topics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse, QueryDict

    from glossary.web.leaflets.lists import TickList
    from glossary.web.parts.listing import LetterLink

_OPENS = (*LISTS, "choose")


def is_choosing(query: QueryDict, asked: Leaflet) -> bool:
    """Tell whether a reader chooses words, and does not look at a leaflet."""
    is_open = any(query.get(name) for name in _OPENS)
    return not asked.codes or (is_open and "show" not in query)


def choose(request: HttpRequest, lang: str, asked: Leaflet) -> HttpResponse:
    """Show the words that are chosen, and some of those that can be."""
    shelf = reading.shelf()
    chosen = ticked(shelf, asked.codes, lang)
    lists = open_lists(shelf, request.GET, chosen, lang)
    letters = letter_links(shelf, lang)
    context = {
        "chosen": chosen,
        "lost": len(asked.codes) - len(chosen),
        "most": MOST_WORDS,
        "typed": request.GET.get("q", "")[:200],
        "lists": lists,
        "is_whole": is_whole(shelf, request.GET),
        "letters": letters,
        "jumps": _letters_of(lists, letters),
        "topics": list_topics(shelf, lang),
        "options": asked.options.items(),
        "is_opened": bool(request.GET),
    }
    paths = {code: _path(request.GET, asked, code) for code in languages.codes()}
    return render_answer(
        request, lang, "glossary/leaflets/choose.html", context, paths=paths
    )


def _letters_of(
    lists: Sequence[TickList], letters: Sequence[LetterLink]
) -> list[LetterLink]:
    """Return the alphabet with a way to those letters that have a list here."""
    here = {one.heading for one in lists}
    return [row if row.label in here else row._replace(path="") for row in letters]


def _path(query: QueryDict, asked: Leaflet, lang: str) -> str:
    """Return the address of the same choice in ``lang``."""
    opened = query.copy()
    for name in [one for one in opened if one not in _OPENS or not opened[one]]:
        del opened[name]
    parts = [asked.query if asked.codes else "", opened.urlencode()]
    asks = "&".join(filter(None, parts))
    return page_path(lang, "leaflet") + (f"?{asks}" if asks else "")
