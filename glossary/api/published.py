"""What is published of a document: its current publication, or what stays of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from django.db.models import Q
from django.utils.http import http_date
from django.utils.translation import gettext as _

from glossary import labels, languages
from glossary.api.errors import problem
from glossary.closed_lists import GONE, Change
from glossary.database import Prepared
from glossary.document import DocumentKind
from glossary.errors import NotFoundError
from glossary.models import Address, Entry, Publication
from glossary.text import normalise

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping

    from django.http import HttpResponse
    from django.utils.functional import _StrPromise
    from rest_framework.request import Request


class Current(NamedTuple):
    """The current publication of a document."""

    sequence: int
    change: str
    published_at: dt.datetime
    body: str

    @property
    def tombstone(self) -> dict[str, Any] | None:
        """What stays of the document, where readers see it no more."""
        if self.change not in GONE:
            return None
        found: dict[str, Any] = orjson.loads(self.body)
        return found


def _question(kind: DocumentKind) -> Prepared:
    return Prepared(
        lambda key: (
            Publication.objects.of_kind(kind)
            .current()
            .filter(key=key)
            .order_by()
            .values_list(*Current._fields)
        )
    )


_published = {kind: _question(kind) for kind in DocumentKind}


def find_current(kind: DocumentKind, key: str) -> Current | None:
    """Return the current publication of a document, if it was ever published."""
    rows = _published[kind].rows(key)
    return Current(*rows[0]) if rows else None


def current(kind: DocumentKind, key: str, missing: _StrPromise) -> Current:
    """Return the current publication of a document.

    Raises ``NotFoundError`` with the sentence ``missing`` where it was never published.
    """
    row = find_current(kind, key)
    if row is None:
        raise NotFoundError(str(missing) % {"id": key})
    return row


def gone(request: Request, row: Current) -> HttpResponse:
    """Return the answer for what was withdrawn: when, why, what to read instead.

    Of what was erased there is nothing to say but which texts are to be deleted.
    """
    stone = row.tombstone or {}
    more = {"tombstone": stone}
    return problem(request, gone_code(row.change), detail=why(stone), more=more)


def why(tombstone: Mapping[str, Any]) -> str:
    """Return why something was withdrawn, in a sentence, if readers are told."""
    reason = tombstone.get("reason")
    return str(labels.WITHDRAWALS[reason]) if reason else ""


def gone_code(change: str) -> str:
    """Return the code of the problem that something is not there any more."""
    return "erased" if change == Change.ERASED else "withdrawn"


def modified(at: dt.datetime) -> dict[str, str]:
    """Return the header that says when what is shown has changed last."""
    return {"Last-Modified": http_date(at.timestamp())}


def no_entry(entry_id: str) -> str:
    """Return the sentence that there is no such entry."""
    return _("There is no entry “%(id)s”.") % {"id": entry_id}


def ids_meant(names: Collection[str]) -> dict[str, str]:
    """Return the id of the entry that each name stands for, where one does.

    A name is an id, a slug of any language, present or former, or a short code, in
    any case. An id comes before a slug, and a slug before a code. What was merged into
    another entry stands for that one.
    """
    wanted = {name: normalise(name).lower() for name in names}
    known = _known(set(wanted.values()))
    return {name: known[word] for name, word in wanted.items() if word in known}


def _known(words: Collection[str]) -> dict[str, str]:
    entries = Entry.objects.filter(Q(pk__in=words) | Q(short_code__in=words))
    rows = [
        (pk, code, into or pk)
        for pk, code, into in entries.values_list("pk", "short_code", "merged_into")
    ]
    slugs = Address.objects.filter(slug__in=words)
    order = languages.codes()[::-1]
    named = sorted(
        slugs.values_list("lang", "slug", "entry_id"),
        key=lambda row: order.index(row[0]) if row[0] in order else -1,
    )
    found = {
        **{code: meant for _pk, code, meant in rows},
        **{slug: entry_id for _lang, slug, entry_id in named},
        **{pk: meant for pk, _code, meant in rows},
    }
    published = Publication.objects.entries().current().of(set(found.values()))
    shown = set(published.values_list("key", flat=True))
    return {word: entry_id for word, entry_id in found.items() if entry_id in shown}
