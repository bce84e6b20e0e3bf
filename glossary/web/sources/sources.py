"""The public documents that the entries rest on, and what is quoted from each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from django.http import Http404
from django.utils.translation import gettext as _

from glossary import labels, languages, reading
from glossary.addresses import page_path, page_paths
from glossary.closed_lists import SourceKind
from glossary.models import Publication
from glossary.pages.paging import page_of
from glossary.public_form import read_entry
from glossary.web.entries.cited import licence_words, name_source_ids
from glossary.web.page import Crumb, in_language, render_page
from glossary.web.parts.listing import (
    Item,
    LetterLink,
    leaflet_codes,
    letter_label,
    list_entries,
)
from glossary.web.parts.see_lines import WHOLE_LIST
from glossary.web.sources.source_text import shown_text_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

    from glossary.document import SourceDocument
    from glossary.public_form import PublicCitation


SOURCE = "glossary/sources/source.html"
"""The template of the page of a source."""
_SOURCES = 200
"""On one page: they have a line each."""


class ShownSource(NamedTuple):
    """A source with its facts in words."""

    source: SourceDocument
    path: str
    genre: str | _StrPromise
    licence: str | _StrPromise


class SourceGroup(NamedTuple):
    """Pages that are named for the same reason, which ``what`` says."""

    id: str
    heading: str
    what: str
    rows: Sequence[ShownSource]


class QuotedPassage(NamedTuple):
    """An entry, and the words of the source that it quotes.

    ``letter`` is that of the first entry under it, and else empty.
    """

    item: Item
    quotations: Sequence[PublicCitation]
    letter: str


@in_language
def sources(request: HttpRequest, lang: str) -> HttpResponse:
    """List the documents first, then the further pages by what they are for."""
    shelf = reading.shelf()
    rows = [_shown(row, lang) for row in shelf.sources.values()]
    documents = [row for row in rows if row.source.kind == SourceKind.DOCUMENT]
    others = [row for row in rows if row.source.kind != SourceKind.DOCUMENT]
    page = page_of(request, sorted(others, key=_by_publisher), size=_SOURCES)
    context = {
        "documents": sorted(documents, key=lambda row: row.source.title),
        "page": page,
        "groups": _groups(page.rows, _only_name_sources(shelf)),
    }
    paths = page_paths("sources")
    return render_page(
        request, lang, "glossary/sources/sources.html", context, paths=paths
    )


@in_language
def source(request: HttpRequest, lang: str, source_id: str) -> HttpResponse:
    """Show what a document is, and the entries that rest on it."""
    shelf = reading.shelf()
    found = shelf.sources.get(source_id)
    if found is None:
        raise Http404
    context = source_context(request, shelf, found, lang)
    paths = page_paths("source", source_id)
    return render_page(request, lang, SOURCE, context, paths=paths)


def source_context(
    request: HttpRequest, shelf: reading.Shelf, document: SourceDocument, lang: str
) -> dict[str, Any]:
    """Return all that the page of a source shows."""
    page = page_of(request, shelf.index.entries(source=document.id))
    passages = _passages(shelf, page.rows, document.id, lang)
    return {
        "codes": leaflet_codes(row.item for row in passages),
        "shown": _shown(document, lang),
        "page": page,
        "text_path": shown_text_path(shelf, document, lang),
        "passages": passages,
        "letters": [
            LetterLink(row.letter, row.letter, f"#at-{quote(row.letter)}")
            for row in passages
            if row.letter
        ],
        "crumbs": [Crumb(_("Documents"), page_path(lang, "sources"), lang)],
    }


def _groups(rows: Sequence[ShownSource], only_names: set[str]) -> list[SourceGroup]:
    """Return the further pages: those that support a text, those that have a name."""
    groups = [
        SourceGroup(
            "support",
            _("Pages that support what we say"),
            _("Explanations name these pages for their facts."),
            [row for row in rows if row.source.id not in only_names],
        ),
        SourceGroup(
            "names",
            _("Pages where we saw a name"),
            _("These pages show that a name is in use, and no more than that."),
            [row for row in rows if row.source.id in only_names],
        ),
    ]
    return [group for group in groups if group.rows]


def _only_name_sources(shelf: reading.Shelf) -> set[str]:
    """Return the ids of the sources that show a name and are quoted nowhere.

    Where there are very many entries that is not looked for.
    """
    if shelf.index.count() > WHOLE_LIST:
        return set()
    named, quoted = set(), set()
    for text in Publication.objects.entries().readable().values_list("body", flat=True):
        body = read_entry(text)
        named |= name_source_ids(body)
        quoted |= {row.source.id for row in body.citations if row.quotation}
    return named - quoted


def _by_publisher(row: ShownSource) -> tuple[str, str]:
    return row.source.publisher.casefold(), row.source.title


def _shown(source: SourceDocument, lang: str) -> ShownSource:
    return ShownSource(
        source,
        page_path(lang, "source", source.id),
        labels.GENRES.get(source.genre or "", ""),
        licence_words(source.licence),
    )


def _passages(
    shelf: reading.Shelf, ids: Sequence[str], source_id: str, lang: str
) -> list[QuotedPassage]:
    """Return the entries in their order, with the words that each quotes."""
    rows = Publication.objects.entries().readable().of(ids).values_list("key", "body")
    quoted = {entry_id: _quoted(body, source_id) for entry_id, body in rows}
    language = languages.get(lang)

    def order(item: Item) -> str:
        return language.without_article(item.label)

    items = list_entries(shelf, ids, lang)
    items.sort(key=lambda item: language.sort_key(order(item)))
    by_letter = groupby(items, lambda item: letter_label(language.letter(order(item))))
    return [
        QuotedPassage(item, quoted[item.id], "" if place else letter)
        for letter, group in by_letter
        for place, item in enumerate(group)
    ]


def _quoted(body: str, source_id: str) -> list[PublicCitation]:
    return [
        row
        for row in read_entry(body).citations
        if row.source.id == source_id and row.quotation
    ]
