"""Which texts wait for a sign-off, and which of them somebody can give.

The rule itself is asked (``sign_offs``), of many texts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, OuterRef, Q

from glossary.errors import GlossaryError
from glossary.models import Arrival, Publication, Revision, RevisionState
from glossary.review.evidence import Evidence, evidence_of_all
from glossary.review.sign_offs import (
    Asked,
    require_may_sign_off,
    required_sign_offs,
    still_required,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.models import User


class Waiting(NamedTuple):
    """A text that was submitted or approved and is not public yet.

    ``missing`` are the sign-offs that it still needs, and ``mine`` those of them that
    whoever asks can give. ``is_ready`` says that it can be published.
    """

    revision: Revision
    missing: list[Asked]
    mine: list[Asked]
    is_ready: bool


def waiting_for(person: User) -> list[Waiting]:
    """Return what waits to be signed off or published, the oldest first."""
    rows = list(_submitted())
    known = evidence_of_all(rows)
    return [_waiting(row, person, known[row.pk]) for row in rows]


def sign_offs_due(revision: Revision) -> list[Asked]:
    """Return the sign-offs for which a text waits.

    Where it was submitted that is one at least: somebody has to approve it.
    """
    return _due(revision, still_required(revision))


def _submitted() -> Iterator[Revision]:
    """Yield the texts that stand still and were never public."""
    public = Publication.objects.filter(revision=OuterRef("pk"))
    rows = Revision.objects.filter(
        Q(state=RevisionState.SUBMITTED)
        | Q(state=RevisionState.APPROVED) & ~Exists(public),
        arrival=Arrival.WRITTEN_HERE,
    )
    rows = rows.select_related("base__revision").defer("base__body", "base__index")
    yield from rows.order_by("submitted_at", "pk")


def _waiting(row: Revision, person: User, known: Evidence) -> Waiting:
    missing = still_required(row, known)
    asked = _due(row, missing, known)
    mine = [one for one in asked if _can_give(row, one, person, known)]
    is_approved = row.state == RevisionState.APPROVED
    is_ready = is_approved and not missing
    return Waiting(row, missing, mine, is_ready)


def _due(
    row: Revision, missing: list[Asked], known: Evidence | None = None
) -> list[Asked]:
    if row.state == RevisionState.SUBMITTED:
        return missing or required_sign_offs(row, known)
    return missing


def _can_give(row: Revision, asked: Asked, person: User, known: Evidence) -> bool:
    try:
        require_may_sign_off(row, asked, person, known)
    except GlossaryError:
        return False
    return True
