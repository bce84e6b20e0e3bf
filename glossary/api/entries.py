"""Entries: a page of them, one of them, and what was published of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from django.utils.translation import gettext as _

from glossary import languages, reading
from glossary.api import cursors
from glossary.api.base import PublicView, languages_of
from glossary.api.errors import problem
from glossary.api.openapi import Operation, describe
from glossary.api.openapi.tags import ENTRIES
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
from glossary.closed_lists import Change
from glossary.database import Prepared
from glossary.errors import NotFoundError
from glossary.models import Publication
from glossary.paging import part_by_key, positions_around
from glossary.public_form import BASE, Said

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from rest_framework.request import Request
    from rest_framework.response import Response

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
    def get(self, request: Request) -> Response:
        """Return a page of entries in the order of their ids.

        An id never changes, so an entry that changes while you page is neither
        skipped nor given twice. The end of the list is a null `next`.
        """
        query = read_query(EntriesQuery, request)
        langs = languages_of(query, request)
        part = part_by_key(_ids(query), query.cursor, query.limit)
        links = page_links(self, *positions_around(part))
        bodies = entry_bodies(part.rows, langs, query.fields, self.base)
        items = b"[%b]" % b",".join(bodies.values())
        answer = join(EntryPage, items=items, total=part.total, **links)
        return self.public(answer, langs=langs, headers=link_header(links))


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
    def get(self, request: Request, entry_id: str) -> Response:
        """Return one entry in every language asked for.

        A withdrawn entry is 410 with its tombstone.
        """
        query = read_query(EntryQuery, request)
        row = _current(entry_id)
        if row.change == Change.WITHDRAWN:
            tombstone = {"tombstone": orjson.loads(row.body)}
            return problem(request, "withdrawn", more=tombstone)
        langs = languages_of(query, request)
        body = _render(row.body, langs, query.fields, self.base)
        modified = row.published_at.strftime("%a, %d %b %Y %H:%M:%S GMT")
        return self.public(body, langs=langs, headers={"Last-Modified": modified})


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
    def get(self, request: Request, entry_id: str) -> Response:
        """Return the publications of an entry, the newest first."""
        query = read_query(HistoryQuery, request)
        current = _current(entry_id)
        start = query.cursor.get("before", current.sequence + 1)
        every = Publication.objects.entries().of([entry_id])
        rows, limit = every.filter(sequence__lt=start), query.limit
        found = list(rows.select_related("revision").order_by("-sequence")[: limit + 1])
        after = {"before": found[limit - 1].sequence} if len(found) > limit else None
        links = page_links(self, None, after)
        answer = History(
            items=tuple(_publication(row) for row in found[:limit]),
            total=every.count(),
            id=entry_id,
            **links,
        )
        return self.public(answer, headers=link_header(links))


def entry_bodies(
    ids: Sequence[str], langs: Sequence[str], fields: Sequence[str] | None, base: str
) -> dict[str, bytes]:
    """Return the public entries with these ids as JSON, by id, in their order.

    The index may lag a moment behind: ids that no public entry has are left out.
    """
    rows = Publication.objects.entries().readable().of(ids)
    bodies = dict(rows.values_list("key", "body"))
    return {
        entry_id: _render(bodies[entry_id], langs, fields, base)
        for entry_id in ids
        if entry_id in bodies
    }


def page_links(
    view: PublicView, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> dict[str, str | None]:
    """Return the addresses of the next and the previous page, null where none is."""
    request = view.request

    def link(position: Mapping[str, Any] | None) -> str | None:
        if position is None:
            return None
        query = request.query_params.copy()
        query["cursor"] = cursors.write(position)
        return f"{view.base}{request.path}?{query.urlencode()}"

    return {"next": link(after), "previous": link(before)}


def link_header(links: dict[str, str | None]) -> dict[str, str]:
    """Return the same as a ``Link`` header (RFC 8288)."""
    names = {"next": "next", "previous": "prev"}
    parts = [f'<{url}>; rel="{names[name]}"' for name, url in links.items() if url]
    return {"Link": ", ".join(parts)} if parts else {}


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


class _Current(NamedTuple):
    """The current publication of an entry."""

    sequence: int
    change: str
    published_at: dt.datetime
    body: str


_published = Prepared(
    lambda entry_id: (
        Publication.objects.entries()
        .current()
        .filter(key=entry_id)
        .order_by()
        .values_list(*_Current._fields)
    )
)


def _current(entry_id: str) -> _Current:
    """Return the current publication; raise ``NotFoundError`` where there is none."""
    for row in _published.rows(entry_id):
        return _Current(*row)
    raise NotFoundError(_("There is no entry “%(id)s”.") % {"id": entry_id})


def _render(
    body: str, langs: Sequence[str], fields: Sequence[str] | None, base: str
) -> bytes:
    """Return a stored body with the site's address, cut to what was asked for."""
    text = body.replace(BASE, base)
    if list(langs) == list(languages.codes()) and not fields:
        return text.encode()
    entry = orjson.loads(text)
    entry["languages"] = {lang: entry["languages"][lang] for lang in langs}
    for row in entry["related"]:
        row["labels"] = {
            code: row["labels"][code] for code in langs if code in row["labels"]
        }
    if fields:
        entry = {name: entry[name] for name in entry if name == "id" or name in fields}
    return orjson.dumps(entry)


def _publication(row: Publication) -> PublicationSummary:
    note = Said(text=row.note, lang=row.note_lang) if row.note else None
    return PublicationSummary(
        sequence=row.sequence,
        change=Change(row.change),
        published_at=row.published_at,
        revision=row.revision.number,
        note=note,
        langs=tuple(row.languages),
    )
