"""Entries: a page of them, one of them, and what was published of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from glossary import reading
from glossary.addresses import api_path
from glossary.api.base import PublicView, languages_of
from glossary.api.bodies import entry_bodies, render, sentences
from glossary.api.links import lead_to, link_header, page_links
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import ENTRIES
from glossary.api.published import (
    Current,
    find_current,
    gone,
    gone_code,
    ids_meant,
    modified,
    no_entry,
    why,
)
from glossary.api.requests.entries import EntriesQuery, EntryQuery, HistoryQuery
from glossary.api.requests.reading import read_query
from glossary.api.responses.base import join
from glossary.api.responses.entries import (
    EntryAnswer,
    EntryPage,
    History,
    PublicationSummary,
    Withdrawn,
)
from glossary.closed_lists import Change, WithdrawalReason
from glossary.document import DocumentKind
from glossary.errors import NotFoundError
from glossary.models import Entry, Publication
from glossary.paging import part_by_key, positions_around
from glossary.problems import problem_details
from glossary.public_form import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django.http import HttpResponse
    from django.http.response import HttpResponseBase
    from rest_framework.request import Request

    from glossary.search.lists import Ids


class EntriesView(PublicView):
    """Browse the entries."""

    @describe(
        Operation(
            name="entries_list",
            summary="List the entries",
            tag=ENTRIES,
            query=EntriesQuery,
            answer=EntryPage,
            headers=("Link",),
        )
    )
    def get(self, request: Request) -> HttpResponse:
        """Return a page of entries in the order of their ids.

        An id never changes, so an entry that changes while you page is neither
        skipped nor given twice. The end of the list is a null `next`.

        With `ids` the answer has these entries in your order, and says of each other
        name why there is no entry: nothing is left out without a word.
        """
        query = read_query(EntriesQuery, request)
        langs = languages_of(query, request)
        if query.ids is not None:
            return self.public(self._named(query, query.ids, langs), langs=langs)
        part = part_by_key(_ids(query), query.cursor, query.limit)
        links = page_links(self, query, *positions_around(part))
        bodies = entry_bodies(part.rows, query, langs, self.base)
        items = b"[%b]" % b",".join(bodies.values())
        answer = join(EntryPage, items=items, total=part.total, **links)
        return self.public(answer, langs=langs, headers=link_header(links))

    def _named(
        self, query: EntriesQuery, names: Sequence[str], langs: Sequence[str]
    ) -> bytes:
        """Return the entries with these names, and what is wrong with the others."""
        meant = ids_meant(names)
        bodies = entry_bodies([*dict.fromkeys(meant.values())], query, langs, self.base)
        absent = {
            name: meant.get(name, name)
            for name in names
            if meant.get(name) not in bodies
        }
        return join(
            EntryPage,
            items=b"[%b]" % b",".join(bodies.values()),
            next=None,
            previous=None,
            total=len(bodies),
            resolved={
                name: entry_id
                for name, entry_id in meant.items()
                if name != entry_id and entry_id in bodies
            },
            problems=[*_absent(absent)],
        )


class EntryView(PublicView):
    """One entry."""

    @describe(
        Operation(
            name="entries_retrieve",
            summary="Get one entry",
            tag=ENTRIES,
            query=EntryQuery,
            answer=EntryAnswer,
            headers=("Last-Modified",),
            gone=Withdrawn,
        )
    )
    def get(self, request: Request, entry_id: str) -> HttpResponseBase:
        """Return one entry in every language asked for.

        A slug of any language, present or former, and a short code lead on with 308
        to the address with the id, and so does what was merged into another entry. A
        withdrawn entry is 410 with its tombstone.
        """
        query = read_query(EntryQuery, request)
        row = find_current(DocumentKind.ENTRY, entry_id)
        if row is None or _was_merged(row, entry_id):
            return _lead_on("entry", entry_id, request)
        if row.tombstone:
            return gone(request, row)
        langs = languages_of(query, request)
        body = self._body(entry_id, row.body, query, langs)
        return self.public(body, langs=langs, headers=modified(row.published_at))

    def _body(
        self, entry_id: str, body: str, query: EntryQuery, langs: Sequence[str]
    ) -> bytes:
        if not query.is_brief:
            return render(body, langs, query.fields, self.base)
        found = sentences([entry_id], langs, self.base)
        if entry_id not in found:  # published this moment, and not in the index yet
            raise NotFoundError(no_entry(entry_id))
        return found[entry_id]


class HistoryView(PublicView):
    """What was published of an entry."""

    @describe(
        Operation(
            name="entries_history",
            summary="See what was published of an entry",
            tag=ENTRIES,
            query=HistoryQuery,
            answer=History,
            headers=("Link",),
        )
    )
    def get(self, request: Request, entry_id: str) -> HttpResponseBase:
        """Return the publications of an entry, the newest first.

        What is `erased` of them must not be kept by anybody: delete what you hold under
        its sequence.
        """
        query = read_query(HistoryQuery, request)
        current = find_current(DocumentKind.ENTRY, entry_id)
        if current is None or _was_merged(current, entry_id):
            return _lead_on("history", entry_id, request)
        start = query.cursor.get("before", current.sequence + 1)
        every = Publication.objects.entries().of([entry_id])
        rows, limit = every.filter(sequence__lt=start), query.limit
        found = list(rows.select_related("revision").order_by("-sequence")[: limit + 1])
        after = {"before": found[limit - 1].sequence} if len(found) > limit else None
        links = page_links(self, query, None, after)
        answer = History(
            items=tuple(_publication(row) for row in found[:limit]),
            total=every.count(),
            id=entry_id,
            **links,
        )
        return self.public(answer, headers=link_header(links))


def _ids(query: EntriesQuery) -> Ids:
    """Return the ids of all entries that a query asks for."""
    since = query.updated_since
    return reading.shelf().index.entries(
        lang=query.lang,
        letter=query.letter,
        topic=query.topic,
        kind=query.kind,
        state=query.state,
        source=query.source,
        updated_since=since.isoformat() if since else None,
    )


def _was_merged(row: Current, entry_id: str) -> bool:
    """Tell whether what is gone leads to another entry, as what was merged does."""
    is_gone = row.change == Change.WITHDRAWN
    return is_gone and bool(Entry.objects.merged_of([entry_id]))


def _lead_on(route: str, name: str, request: Request) -> HttpResponseBase:
    """Lead to the entry that somebody calls by another name than its id.

    Raises ``NotFoundError`` where there is none.
    """
    entry_id = ids_meant([name]).get(name)
    if entry_id is None:
        raise NotFoundError(no_entry(name))
    return lead_to(api_path(route, entry_id), request)


def _absent(names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield why there is no entry: for each name the problem that its address has."""
    rows = Publication.objects.entries().withdrawn().of(set(names.values()))
    found = rows.values_list("key", "change", "body")
    tombstones = {key: (change, orjson.loads(body)) for key, change, body in found}
    for name, entry_id in names.items():
        change, stone = tombstones.get(entry_id, ("", None))
        yield problem_details(
            gone_code(change) if stone else "not-found",
            instance=api_path("entry", entry_id),
            detail=why(stone) if stone else no_entry(name),
            more={"id": name} | ({"tombstone": stone} if stone else {}),
        )


def _publication(row: Publication) -> PublicationSummary:
    note = Said(text=row.note, lang=row.note_lang) if row.note else None
    return PublicationSummary(
        sequence=row.sequence,
        change=Change(row.change),
        published_at=row.published_at,
        revision=row.revision.number,
        note=note,
        reason=WithdrawalReason(row.reason) if row.reason else None,
        langs=tuple(row.languages),
        erased=not row.body,
    )
