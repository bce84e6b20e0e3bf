"""The lists of words from which a leaflet is put together, ready to be ticked."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from glossary.addresses import NO_LETTER
from glossary.document import short_code
from glossary.models import Publication
from glossary.pages.paging import PAGE_SIZE
from glossary.public_form import read_entry
from glossary.web.leaflets.address import read_codes
from glossary.web.parts.codes import ids_of
from glossary.web.parts.listing import (
    Item,
    letter_label,
    list_entries,
    list_sections,
    missing_entries,
    topic_item,
)
from glossary.web.parts.see_lines import WHOLE_LIST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import QueryDict

    from glossary.reading import Shelf
    from glossary.search import ListedSection

LISTS = ("topic", "letter", "from", "q")
"""What a query may ask to have opened; the first that it names is."""
_FOUND = 40


class Tick(NamedTuple):
    """A word that can be ticked."""

    code: str
    item: Item


class TickList(NamedTuple):
    """Words to choose from, under a heading; ``lang`` is that of the heading.

    Of a long list the first words are here, and ``total`` is how many there are.
    """

    id: str
    heading: str
    lang: str
    ticks: Sequence[Tick]
    total: int = 0


def ticked(shelf: Shelf, codes: Sequence[str], lang: str) -> list[Tick]:
    """Return the public entries that have these codes, in their order."""
    return _ticks(list_entries(shelf, ids_of(codes), lang))


def is_whole(shelf: Shelf, query: QueryDict) -> bool:
    """Tell whether all entries are listed: nothing is opened, and they are not many."""
    is_opened = any(query.get(name) for name in LISTS)
    return not is_opened and shelf.index.count() <= WHOLE_LIST


def open_lists(
    shelf: Shelf, query: QueryDict, chosen: Sequence[Tick], lang: str
) -> list[TickList]:
    """Return what the query opens, without the words that are chosen already."""
    codes = {tick.code for tick in chosen}
    lists = _opened(shelf, query, lang) or [_near(shelf, chosen, lang)]
    if is_whole(shelf, query):
        lists += _alphabet(shelf, lang)
    left = [
        one._replace(ticks=[tick for tick in one.ticks if tick.code not in codes])
        for one in lists
    ]
    return [one for one in left if one.ticks]


def _opened(shelf: Shelf, query: QueryDict, lang: str) -> list[TickList]:
    """Return the list that a topic, a letter, codes or typed words ask for."""
    if topic := query.get("topic"):
        return [_topic(shelf, topic, lang)]
    if letter := query.get("letter"):
        return [_letter(shelf, letter, lang)]
    if query.get("from"):
        items = list_entries(
            shelf, ids_of(read_codes(query.getlist("from"), lang)), lang
        )
        heading = _("The words on the page that you came from")
        return [TickList("from", heading, lang, _ticks(items))]
    typed = " ".join(query.get("q", "").split())[:200]
    return [_found(shelf, typed, lang)] if typed else []


def _topic(shelf: Shelf, topic: str, lang: str) -> TickList:
    row = topic_item(shelf, topic, lang)
    ticks, total = _first(shelf.index.by_topic(topic, lang), lang)
    return TickList("topic", row.label, row.lang, ticks, total)


def _letter(shelf: Shelf, letter: str, lang: str) -> TickList:
    wanted = "" if letter == NO_LETTER else letter
    ticks, total = _first(shelf.index.by_letter(lang, wanted), lang)
    return TickList("letter", letter_label(wanted), lang, ticks, total)


def _first(sections: Sequence[ListedSection], lang: str) -> tuple[list[Tick], int]:
    """Return the first words of a list and, where there are more, how many."""
    total = len(sections)
    ticks = _ticks(list_sections(sections[:PAGE_SIZE], lang))
    return ticks, total if total > PAGE_SIZE else 0


def _found(shelf: Shelf, typed: str, lang: str) -> TickList:
    hits = shelf.index.search(typed, limit=_FOUND).hits
    items = list_entries(shelf, [hit.entry_id for hit in hits], lang)
    return TickList("found", _("Words that we found"), lang, _ticks(items))


def _near(shelf: Shelf, chosen: Sequence[Tick], lang: str) -> TickList:
    """Return the words that the chosen ones are connected with."""
    rows = (
        Publication.objects.entries().readable().of([tick.item.id for tick in chosen])
    )
    related = [
        other.id
        for body in rows.values_list("body", flat=True)
        for other in read_entry(body).related
    ]
    items = list_entries(shelf, list(dict.fromkeys(related))[:_FOUND], lang)
    return TickList("near", _("Words that go with these"), lang, _ticks(items))


def _alphabet(shelf: Shelf, lang: str) -> list[TickList]:
    """Return all entries by letter; those without a text in ``lang`` come last."""
    sections = shelf.index.all_sections(lang)
    items = {row.id: row for row in list_sections(sections, lang)}
    lists = [
        TickList(
            f"at-{letter_label(letter)}",
            letter_label(letter),
            lang,
            _ticks(items[row.entry_id] for row in rows),
        )
        for letter, rows in groupby(sections, lambda section: section.letter)
    ]
    others = _ticks(missing_entries(shelf, lang))
    return [*lists, TickList("missing", _("Only in another language"), lang, others)]


def _ticks(items: Iterable[Item]) -> list[Tick]:
    return [Tick(short_code(item.id), item) for item in items]
