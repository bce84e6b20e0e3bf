"""What the pages on which things are published say of a text and of a moment."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.http import Http404
from django.utils import timezone

from glossary import labels
from glossary.desk.page import desk_path
from glossary.desk.parts.asked import parts_of, revision_asked
from glossary.desk.parts.states import KINDS
from glossary.desk.parts.titles import title_of
from glossary.models import Publication, Schedule, ScheduledRevision, rows_named
from glossary.publishing import hindrances
from glossary.review import given_sign_offs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.http import QueryDict

    from glossary.document import Name
    from glossary.models import Revision
    from glossary.publishing import Foreseen

MOST_AT_ONCE = 100


class Moment(NamedTuple):
    """A time by the clock on the wall here, with the name of that time."""

    day: dt.date
    time: str
    zone: str

    @classmethod
    def of(cls, at: dt.datetime) -> Moment:
        """Return it for a moment."""
        here = timezone.localtime(at)
        return cls(here.date(), f"{here:%H:%M}", f"{here:%Z}")


def revisions_asked(query: QueryDict) -> list[Revision]:
    """Return the revisions that somebody chose: ``entry/grooming/3``, with commas.

    Raises ``Http404`` where there is no such revision.
    """
    words = [part for one in query.getlist("r") for part in one.split(",") if part]
    names = [word.split("/") for word in dict.fromkeys(words)][:MOST_AT_ONCE]
    if not all(len(name) == 3 for name in names):
        raise Http404
    return [revision_asked(*name) for name in names]


def word_of(revision: Revision) -> str:
    """Return what names a revision among those that are chosen."""
    return f"{revision.kind}/{revision.key}/{revision.number}"


def rows_of(revisions: Sequence[Revision], lang: str) -> list[dict[str, Any]]:
    """Return what a page says of each revision, and why it cannot be published.

    With whether it is planned already: then it can be published before its time.
    """
    chosen = {row.name: row for row in revisions}
    reasons = {one.place: one.detail for one in hindrances(chosen)}
    parts = ScheduledRevision.objects.filter(schedule__in=Schedule.objects.waiting())
    planned = set(parts.values_list("revision", flat=True))
    return [
        {**_row(row, reasons, lang), "is_planned": row.pk in planned}
        for row in revisions
    ]


def _row(revision: Revision, reasons: Mapping[str, str], lang: str) -> dict[str, Any]:
    name = revision.name
    given = [row.given_at for row in given_sign_offs(revision)]
    keeps = dt.timedelta(days=settings.SIGN_OFF_DAYS)
    return {
        "word": word_of(revision),
        "title": title_of(name.kind, name.key, revision.document, lang),
        "kind": KINDS[name.kind],
        "path": desk_path("document", *name),
        "changes": desk_path("revision", *parts_of(revision)),
        "note": revision.note_for_readers,
        "signed": timezone.localdate(min(given)) if given else None,
        "until": timezone.localdate(min(given) + keeps) if given else None,
        "reason": reasons.get(str(name), ""),
    }


def happenings(foreseen: Iterable[Foreseen], lang: str) -> list[dict[str, Any]]:
    """Return what a page says of what would happen to each document."""
    rows = list(foreseen)
    current = Publication.objects.current().select_related("revision")
    texts = {
        row.name: row.revision.document
        for row in rows_named(current, [one.name for one in rows])
    }
    return [
        {
            "title": _title(one.name, texts, lang),
            "kind": KINDS[one.name.kind],
            "change": labels.CHANGES[one.change],
        }
        for one in rows
    ]


def _title(name: Name, texts: Mapping[Name, str], lang: str) -> object:
    return title_of(name.kind, name.key, texts.get(name, "{}"), lang)
