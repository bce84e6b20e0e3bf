"""The A to Z: the alphabet of a language, and what is under each letter."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404
from django.utils.translation import gettext as _

from glossary import languages, reading
from glossary.addresses import NO_LETTER, letter_path, page_path, page_paths
from glossary.pages.paging import page_of
from glossary.web.page import Crumb, in_language, redirect, render_page
from glossary.web.parts import see_lines
from glossary.web.parts.listing import (
    Item,
    leaflet_opening,
    letter_label,
    letter_links,
    list_sections,
    missing_entries,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

    from glossary.reading import Shelf
    from glossary.web.parts.see_lines import SeeLine


class Line(NamedTuple):
    """A line of the A to Z: an entry, or another name that leads to one."""

    letter: str
    sort_key: str
    item: Item | None
    see: SeeLine | None


class LetterGroup(NamedTuple):
    """The lines under one letter."""

    letter: str
    label: str
    rows: list[Line]


@in_language
def a_to_z(request: HttpRequest, lang: str) -> HttpResponse:
    """Show the alphabet, and all entries while they fit on one page."""
    shelf = reading.shelf()
    context = {
        "letters": letter_links(shelf, lang),
        "groups": _groups(shelf, lang),
        "missing": missing_entries(shelf, lang),
        "count": shelf.index.count(),
    }
    paths = page_paths("a-to-z")
    return render_page(
        request, lang, "glossary/lists/a_to_z.html", context, paths=paths
    )


@in_language
def letter(request: HttpRequest, lang: str, letter: str) -> HttpResponse:
    """Show the entries under a letter of the page's language."""
    shelf = reading.shelf()
    if letter != letter.lower():
        return redirect(letter_path(lang, letter.lower()), status=308)
    links = letter_links(shelf, lang)
    wanted = "" if letter == NO_LETTER else letter
    if wanted not in {row.letter for row in links}:
        raise Http404
    page = page_of(request, shelf.index.by_letter(lang, wanted))
    items = list_sections(page.rows, lang)
    others = see_lines.see_lines(shelf, lang) if page.number == page.last else ()
    context = {
        "letter": letter_label(wanted),
        "letters": links,
        "here": wanted,
        "page": page,
        "items": items,
        "leaflet": leaflet_opening(page, items, "letter", wanted or NO_LETTER),
        "others": [row for row in others if row.letter == wanted],
        "crumbs": [Crumb(_("A to Z"), page_path(lang, "a-to-z"), lang)],
    }
    paths = _letter_paths(shelf, lang, letter)
    return render_page(
        request, lang, "glossary/lists/letter.html", context, paths=paths
    )


def _groups(shelf: Shelf, lang: str) -> list[LetterGroup]:
    """Return all entries and other names by letter; nothing where they are many."""
    if shelf.index.count() > see_lines.WHOLE_LIST:
        return []
    found = see_lines.see_lines(shelf, lang)
    others = [Line(row.letter, row.sort_key, None, row) for row in found]
    both = _entry_lines(shelf, lang), others
    groups = []
    for letter, label, _path in letter_links(shelf, lang):
        under = ([line for line in lines if line.letter == letter] for lines in both)
        rows = [*merge(*under, key=lambda line: line.sort_key)]
        groups += [LetterGroup(letter, label, rows)] if rows else []
    return groups


def _entry_lines(shelf: Shelf, lang: str) -> list[Line]:
    language = languages.get(lang)
    sections = shelf.index.all_sections(lang)
    items = {row.id: row for row in list_sections(sections, lang)}
    return [
        Line(
            row.letter,
            language.sort_key(language.without_article(row.preferred)),
            items[row.entry_id],
            None,
        )
        for row in sections
    ]


def _letter_paths(shelf: Shelf, lang: str, letter: str) -> Mapping[str, str]:
    """Return the same letter in each language, or else the whole alphabet."""
    wanted = "" if letter == NO_LETTER else letter
    return {
        code: letter_path(code, letter)
        if code == lang or wanted in {row.letter for row in letter_links(shelf, code)}
        else page_path(code, "a-to-z")
        for code in languages.codes()
    }
