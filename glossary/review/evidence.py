"""What the rule on sign-offs decides by: read at once, for one revision or for many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.closed_lists import GONE
from glossary.models import Publication, SignOff, rows_among, rows_named
from glossary.review.authors import authors_of_all

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from glossary.document import Name
    from glossary.models import Revision, User


class Evidence(NamedTuple):
    """All that the database knows of who may sign a revision off, and who has.

    ``persons`` are its authors, none where one is unknown. ``sign_offs`` are those of
    this very text. ``shown`` is the revision of which the newest publication is, a
    tombstone too, and ``withdrawn_at`` the sequence of the tombstone, if it is one.
    """

    persons: frozenset[int] | None
    sign_offs: Sequence[SignOff]
    shown: int | None = None
    withdrawn_at: int = 0


def evidence_of(revision: Revision) -> Evidence:
    """Return what is known of a revision now."""
    return evidence_of_all([revision])[revision.pk]


def evidence_of_all(revisions: Collection[Revision]) -> Mapping[int, Evidence]:
    """Return the same of many, in as many questions as for one."""
    persons = authors_of_all(revisions)
    given = _sign_offs(revisions)
    current = _current(revisions)
    return {
        row.pk: Evidence(
            persons[row.pk], given.get(row.pk, []), *current.get(row.name, ())
        )
        for row in revisions
    }


def _sign_offs(revisions: Collection[Revision]) -> dict[int, list[SignOff]]:
    """Return the sign-offs of the texts as they are; each person is there once."""
    rows = SignOff.objects.of_the_text().select_related("user")
    found: dict[int, list[SignOff]] = {}
    users: dict[int, User] = {}
    for row in rows_among(rows, "revision", [one.pk for one in revisions]):
        row.user = users.setdefault(row.user_id, row.user)
        found.setdefault(row.revision_id, []).append(row)
    return found


def _current(revisions: Collection[Revision]) -> dict[Name, tuple[int, int]]:
    rows = Publication.objects.current().only("kind", "key", "revision", "change")
    return {
        row.name: (
            row.revision_id,
            row.sequence if row.change in GONE else 0,
        )
        for row in rows_named(rows, [one.name for one in revisions])
    }
