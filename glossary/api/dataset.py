"""The glossary as a whole: the root, letters and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary import languages, reading
from glossary.addresses import api_path, letter_path, page_path
from glossary.api.base import PublicView
from glossary.api.entries import link_header, page_links
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import GLOSSARY, SOURCES
from glossary.api.requests.base import Nothing
from glossary.api.requests.dataset import LettersQuery, SourcesQuery
from glossary.api.requests.reading import read_query
from glossary.api.responses.dataset import (
    LanguageSummary,
    LetterCount,
    Letters,
    Root,
    TopicSummary,
)
from glossary.api.responses.sources import (
    CitingEntries,
    CitingEntry,
    ListedSource,
    SourceDetail,
    SourcePage,
)
from glossary.closed_lists import LanguageState
from glossary.errors import NotFoundError
from glossary.models import Publication
from glossary.paging import SortedKeys, part_by_key, positions_around
from glossary.public_form import (
    LICENCE,
    Label,
    Said,
    label_of,
    public_source,
    read_entry,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rest_framework.request import Request
    from rest_framework.response import Response

TITLES = {"en": "Plain Words", "cy": "Geiriau Plaen"}
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"


class RootView(PublicView):
    """What there is, and where."""

    @describe(
        Operation(
            name="root",
            summary="See what there is, and where",
            tag=GLOSSARY,
            answer=Root,
            headers=("Link",),
        )
    )
    def get(self, request: Request) -> Response:
        """Return links, the sequence of the newest publication, and counts."""
        read_query(Nothing, request)
        shelf = reading.shelf()
        guide = page_path(languages.codes()[0], "api")
        answer = Root(
            titles=TITLES,
            sequence=shelf.sequence,
            entry_count=shelf.index.count(),
            languages={code: _language(shelf, code) for code in languages.codes()},
            topics=tuple(_topics(shelf)),
            licence=LICENCE,
            links={name: self.base + api_path(route) for name, route in _LINKS.items()},
        )
        link = (
            f'<{self.base}{api_path("schema")}>; rel="service-desc"; '
            'type="application/vnd.oai.openapi+json", '
            f'<{self.base}{guide}>; rel="service-doc"; type="text/html", '
            f'<{LICENCE_URL}>; rel="license"'
        )
        return self.public(answer, headers={"Link": link})


_LINKS = {
    "self": "root",
    "entries": "entries",
    "lookup": "lookup",
    "search": "search",
    "suggest": "suggest",
    "annotate": "annotate",
    "check": "check",
    "term-pack": "term-pack",
    "matching-module": "matching-module",
    "matching-cases": "matching-cases",
    "letters": "letters",
    "sources": "sources",
    "schema": "schema",
}


class LettersView(PublicView):
    """The alphabet of a language."""

    @describe(
        Operation(
            name="letters",
            summary="Count the entries of each letter",
            tag=GLOSSARY,
            query=LettersQuery,
            answer=Letters,
        )
    )
    def get(self, request: Request) -> Response:
        """Return the letters of a language in their order, with counts."""
        lang = read_query(LettersQuery, request).lang
        letters = tuple(
            LetterCount(
                letter=letter,
                entry_count=count,
                url=self.base + letter_path(lang, letter),
            )
            for letter, count in reading.shelf().index.letters(lang)
        )
        answer = Letters(items=letters, total=len(letters), lang=lang)
        return self.public(answer, langs=[lang])


class SourcesView(PublicView):
    """The public documents and pages."""

    @describe(
        Operation(
            name="sources_list",
            summary="List the sources",
            tag=SOURCES,
            query=SourcesQuery,
            answer=SourcePage,
            headers=("Link",),
        )
    )
    def get(self, request: Request) -> Response:
        """Return a page of the sources, in the order of their ids."""
        query = read_query(SourcesQuery, request)
        shelf = reading.shelf()
        ids = SortedKeys(sorted(shelf.sources))
        part = part_by_key(ids, query.cursor, query.limit)
        links = page_links(self, *positions_around(part))
        items = tuple(_source_in_list(shelf, one) for one in part.rows)
        answer = SourcePage(items=items, total=part.total, **links)
        return self.public(answer, headers=link_header(links))


class SourceView(PublicView):
    """One public document or page."""

    @describe(
        Operation(
            name="sources_retrieve",
            summary="Get one source",
            tag=SOURCES,
            query=SourcesQuery,
            answer=SourceDetail,
            headers=("Link",),
        )
    )
    def get(self, request: Request, source_id: str) -> Response:
        """Return a source with the entries that rest on it and what they quote.

        They come a page at a time, in the order of their ids.
        """
        query = read_query(SourcesQuery, request)
        shelf = reading.shelf()
        source = shelf.sources.get(source_id)
        if source is None:
            detail = _("There is no source “%(id)s”.") % {"id": source_id}
            raise NotFoundError(detail)
        ids = shelf.index.entries(source=source_id)
        part = part_by_key(ids, query.cursor, query.limit)
        links = page_links(self, *positions_around(part))
        cited_by = tuple(_citing(part.rows, source_id))
        answer = SourceDetail(
            **dict(public_source(source)),
            kind=source.kind,
            note=_note(source.note),
            cited_by=CitingEntries(items=cited_by, total=part.total, **links),
        )
        return self.public(answer, headers=link_header(links))


def _note(note: str | None) -> Said | None:
    """Return what editors say of a source: in our first language."""
    return Said(text=note, lang=languages.codes()[0]) if note else None


def _language(shelf: reading.Shelf, code: str) -> LanguageSummary:
    found = shelf.index.states(code)
    counts = {state: found.get(state, 0) for state in LanguageState.values()}
    return LanguageSummary(name=languages.get(code).name, **counts)


def _topics(shelf: reading.Shelf) -> Iterator[TopicSummary]:
    counts = shelf.index.topic_counts()
    for topic, document in shelf.topics.items():
        labels = {
            lang: Label(text=row.label) for lang, row in document.languages.items()
        }
        count = counts.get(topic, 0)
        yield TopicSummary(id=topic, labels=labels, entry_count=count)


def _source_in_list(shelf: reading.Shelf, source_id: str) -> ListedSource:
    source = shelf.sources[source_id]
    count = shelf.index.source_counts().get(source_id, 0)
    public = dict(public_source(source))
    return ListedSource(**public, kind=source.kind, entry_count=count)


def _citing(ids: Sequence[str], source_id: str) -> Iterator[CitingEntry]:
    rows = Publication.objects.entries().readable().of(ids).order_by("key")
    for body in rows.values_list("body", flat=True):
        entry = read_entry(body)
        yield CitingEntry(
            id=entry.id,
            labels={
                lang: label_of(section.preferred)
                for lang, section in entry.sections.items()
            },
            quotations=tuple(
                row
                for row in entry.citations
                if row.source.id == source_id and row.quotation
            ),
        )
