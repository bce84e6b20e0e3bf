"""How rows of tables become lines: what is read of them, for a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, overload

from django.utils import timezone

from glossary.document import DocumentKind, Name
from glossary.models import (
    Author,
    Erasure,
    Publication,
    Remark,
    Revision,
    RevisionState,
    rows_among,
)
from glossary.queue.lines import Line

if TYPE_CHECKING:
    from glossary.review import Waiting

BEGUN: Final = "begun"
"""The state of a draft in which nobody has written anything yet."""


def of_revisions(rows: Sequence[Revision]) -> list[Line]:
    """Return the lines of revisions, since they were submitted or begun.

    A draft of which nobody is an author was only begun.
    """
    authors = Author.objects.values_list("revision", flat=True)
    written = set(rows_among(authors, "revision", {row.pk for row in rows}))
    begun = {row.pk for row in rows if row.state == RevisionState.DRAFT} - written
    return [
        _of_revision(row, state=BEGUN if row.pk in begun else row.state) for row in rows
    ]


def of_returned(rows: Sequence[Revision]) -> list[Line]:
    """Return the same with the remarks on the texts as they are."""
    digests = {row.pk: row.digest for row in rows}
    found: dict[int, list[Remark]] = {pk: [] for pk in digests}
    for remark in rows_among(Remark.objects.all(), "revision", digests):
        if remark.digest == digests[remark.revision_id]:
            found[remark.revision_id].append(remark)
    return [_of_revision(row, remarks=found[row.pk]) for row in rows]


def of_waiting(rows: Sequence[Waiting]) -> list[Line]:
    """Return the lines of texts that wait, with what whoever asks can sign off."""
    return [_of_revision(row.revision, asked=row.mine) for row in rows]


def _of_revision(row: Revision, **more: Any) -> Line:
    said = {"state": row.state, "number": row.number, **more}
    since = timezone.localdate(row.submitted_at or row.created_at)
    return Line(row.name, row.document, since, **said)


class Place(NamedTuple):
    """An entry as it is in a language."""

    lang: str
    state: str
    entry_id: str


class Behind(Sequence[tuple[Place, Publication]]):
    """Entries that a language lacks as they are, each with what is published of it.

    They are in the order in which they were published, the oldest first.
    """

    def __init__(self, places: Sequence[Place]) -> None:
        """Keep what the search index says of the languages."""
        self._places = places

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)

    @overload
    def __getitem__(self, place: int, /) -> tuple[Place, Publication]: ...

    @overload
    def __getitem__(self, place: slice, /) -> list[tuple[Place, Publication]]: ...

    def __getitem__(
        self, place: int | slice, /
    ) -> tuple[Place, Publication] | list[tuple[Place, Publication]]:
        """Return the entries that stand there."""
        ordered = self._in_order()
        if isinstance(place, slice):
            return _published(ordered[place])
        return _published([ordered[place]])[0]

    def _in_order(self) -> list[tuple[int, Place]]:
        """Return them with the numbers of what is public of each."""
        keys = {row.entry_id for row in self._places}
        pairs = Publication.objects.entries().readable().values_list("key", "sequence")
        numbers = dict(rows_among(pairs, "key", keys))
        return sorted(
            (numbers[row.entry_id], row)
            for row in self._places
            if row.entry_id in numbers
        )


def _published(rows: Sequence[tuple[int, Place]]) -> list[tuple[Place, Publication]]:
    """Return the same with what was published under these numbers."""
    numbers = {number for number, _place in rows}
    told = Publication.objects.select_related("revision").defer("body", "index")
    found = {row.sequence: row for row in rows_among(told, "sequence", numbers)}
    return [(place, found[number]) for number, place in rows]


def of_behind(rows: Sequence[tuple[Place, Publication]]) -> list[Line]:
    """Return the lines of entries in a language, since what is public was."""
    return [
        Line(
            Name(DocumentKind.ENTRY, place.entry_id),
            row.revision.document,
            timezone.localdate(row.published_at),
            place.state,
            lang=place.lang,
        )
        for place, row in rows
    ]


def of_asked(rows: Sequence[Erasure]) -> list[Line]:
    """Return the lines of what somebody asked to erase, or erased, with no text."""
    return [
        Line(row.name, "", timezone.localdate(row.asked_at), row.reason) for row in rows
    ]


def of_due(rows: Sequence[Publication]) -> list[Line]:
    """Return the lines of what is due: on which day, and whether that is over."""
    today = timezone.localdate()
    return [
        Line(
            row.name,
            row.revision.document,
            row.due_on,
            "overdue" if row.due_on < today else "due",
        )
        for row in rows
        if row.due_on
    ]
