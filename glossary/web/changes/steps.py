"""How documents beside entries were before a day, and after it."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from glossary.closed_lists import GONE, Change
from glossary.document import SHAPES, DocumentKind, Name
from glossary.models import Note, Publication, rows_among
from glossary.public_form import read_shown
from glossary.web.changes.of_entries import made_on

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Container, Mapping, Sequence

    from glossary.document import Document

    OnDay = tuple[dt.date, DocumentKind]


UNTOLD = (Change.REFRESHED, Change.EARLIER_ERASED)
"""What no page tells of what is beside entries."""


class Touched(NamedTuple):
    """The publications of a document on a day: the first, and the last.

    The last one has a note, or a reason for which it was taken away.
    """

    name: Name
    first: int
    last: int
    note: Note
    reason: str


class Step(NamedTuple):
    """What the public saw of a document before a day and after it, if it saw it.

    ``shown`` is how it was seen last. What ``is_new`` was never there before, and is
    not read where it is public: there is nothing to compare it with. So it is where
    one of the texts ``is_erased``.
    """

    before: Document | None
    after: Document | None
    shown: Document | None
    is_new: bool
    is_gone: bool
    is_erased: bool


def touched_on(
    days: Sequence[dt.date], kinds: Collection[DocumentKind]
) -> dict[OnDay, list[Touched]]:
    """Return what was published on each day of each kind, the newest first.

    What only would be made otherwise today, and says the same, is left out: an earlier
    text that was erased is nobody's news.
    """
    rows = made_on(Publication.objects.filter(kind__in=kinds), days)
    rows = rows.exclude(change__in=UNTOLD).order_by("-sequence")
    columns = ("sequence", "kind", "key", "published_at", "reason", "note", "note_lang")
    found: dict[OnDay, dict[Name, Touched]] = defaultdict(dict)
    for sequence, kind, key, at, reason, *note in rows.values_list(*columns):
        name = Name(DocumentKind(kind), key)
        group = found[timezone.localdate(at), name.kind]
        newest = Touched(name, sequence, sequence, Note(*note), reason)
        known = group.get(name, newest)
        group[name] = known._replace(first=sequence)
    return {group: list(rows.values()) for group, rows in found.items()}


class Steps:
    """Knows the steps of some documents, in few queries."""

    def __init__(self, touched: Sequence[Touched], public: Container[Name]) -> None:
        """Read what was published of them before, and what it said."""
        self._acts = _acts({row.name for row in touched})
        read = [
            row for row in touched if row.name not in public or not self._is_new(row)
        ]
        self._forms = _forms(set(chain.from_iterable(map(self._sequences, read))))

    def of(self, touched: Touched) -> Step:
        """Return what a day did to a document."""
        before, after, shown = self._sequences(touched)
        return Step(
            self._forms.get(before),
            self._forms.get(after),
            self._forms.get(shown),
            is_new=self._is_new(touched),
            is_gone=not after,
            is_erased=bool({before, after} - {0, *self._forms}),
        )

    def _is_new(self, touched: Touched) -> bool:
        return self._acts[touched.name][0][0] == touched.first

    def _sequences(self, touched: Touched) -> tuple[int, int, int]:
        """Return the publications before and after a day, and the last with a text."""
        acts = self._acts[touched.name]
        former = [row for row in acts if row[0] < touched.first]
        until = [row for row in acts if row[0] <= touched.last]
        shown = max(one for one, change in until if change not in GONE)
        return _standing(former), _standing(until), shown


def _acts(names: Collection[Name]) -> Mapping[Name, list[tuple[int, str]]]:
    """Return what was ever done to the documents, in its order."""
    found: dict[Name, list[tuple[int, str]]] = defaultdict(list)
    rows = Publication.objects.filter(kind__in={name.kind for name in names})
    columns = rows.order_by("sequence").values_list("kind", "key", "sequence", "change")
    keys = {name.key for name in names}
    for kind, key, sequence, change in rows_among(columns, "key", keys):
        found[Name(DocumentKind(kind), key)].append((sequence, change))
    return found


def _standing(acts: Sequence[tuple[int, str]]) -> int:
    """Return the publication that is seen after these; 0 where nothing is."""
    sequence, change = acts[-1] if acts else (0, Change.WITHDRAWN)
    return 0 if change in GONE else sequence


def _forms(sequences: Collection[int]) -> Mapping[int, Document]:
    rows = Publication.objects.exclude(change__in=GONE).exclude(body="")
    bodies = rows.values_list("sequence", "kind", "body")
    return {
        sequence: read_shown(SHAPES[DocumentKind(kind)], body)
        for sequence, kind, body in rows_among(bodies, "sequence", sequences)
    }
