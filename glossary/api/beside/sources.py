"""The public documents and pages that entries rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from glossary import languages, reading
from glossary.api.base import PublicView
from glossary.api.links import link_header, page_links
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import SOURCES
from glossary.api.published import current, gone
from glossary.api.requests.dataset import SourcesQuery
from glossary.api.requests.reading import read_query
from glossary.api.responses.entries import Withdrawn
from glossary.api.responses.sources import (
    CitingEntries,
    CitingEntry,
    ListedSource,
    SourceDetail,
    SourcePage,
)
from glossary.document import DocumentKind
from glossary.errors import NotFoundError
from glossary.models import Publication
from glossary.paging import SortedKeys, part_by_key, positions_around
from glossary.public_form import Said, label_of, public_source, read_entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpResponse
    from rest_framework.request import Request


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
    def get(self, request: Request) -> HttpResponse:
        """Return a page of the sources, in the order of their ids."""
        query = read_query(SourcesQuery, request)
        shelf = reading.shelf()
        ids = SortedKeys(sorted(shelf.sources))
        part = part_by_key(ids, query.cursor, query.limit)
        links = page_links(self, query, *positions_around(part))
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
            gone=Withdrawn,
        )
    )
    def get(self, request: Request, source_id: str) -> HttpResponse:
        """Return a source with the entries that rest on it and what they quote.

        They come a page at a time, in the order of their ids. A withdrawn source is
        410 with its tombstone.
        """
        query = read_query(SourcesQuery, request)
        shelf = reading.shelf()
        source = shelf.sources.get(source_id)
        if source is None:
            return _no_source(request, source_id)
        ids = shelf.index.entries(source=source_id)
        part = part_by_key(ids, query.cursor, query.limit)
        links = page_links(self, query, *positions_around(part))
        cited_by = tuple(_citing(part.rows, source_id))
        answer = SourceDetail(
            **dict(public_source(source)),
            kind=source.kind,
            note=_note(source.note),
            cited_by=CitingEntries(items=cited_by, total=part.total, **links),
        )
        return self.public(answer, headers=link_header(links))


def _no_source(request: Request, source_id: str) -> HttpResponse:
    """Return what stays of a source that was withdrawn.

    Raises ``NotFoundError`` where there was none.
    """
    missing = _("There is no source “%(id)s”.")
    row = current(DocumentKind.SOURCE, source_id, missing)
    if row.tombstone is None:  # published this moment, and not on the shelf yet
        raise NotFoundError(str(missing) % {"id": source_id})
    return gone(request, row)


def _note(note: str | None) -> Said | None:
    """Return what editors say of a source: in our first language."""
    return Said(text=note, lang=languages.codes()[0]) if note else None


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
