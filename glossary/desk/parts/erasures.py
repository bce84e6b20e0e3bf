"""That texts of a document are to be erased, as the pages about it say so.

Who may erase is told who asked, and where it is decided. Everybody else is told only
what they need: not to go on with these texts, and to take no words of them elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from glossary.desk.page import desk_path
from glossary.models import Erasure
from glossary.permissions import can_erase

if TYPE_CHECKING:
    import datetime as dt

    from glossary.document import Name
    from glossary.models import Revision, User


class ToErase(NamedTuple):
    """What somebody asked to erase, or erased alone: ``is_gone``.

    ``numbers`` are those of the versions, none where all of them go. ``path`` is where
    it is decided, for whoever takes part in that.
    """

    numbers: str
    with_key: bool
    is_gone: bool
    by: str
    day: dt.date
    path: str


def to_erase(
    name: Name, editor: User, revision: Revision | None = None
) -> list[ToErase]:
    """Return what waits for a second person; of one revision, where that is given."""
    decides = can_erase(editor)
    rows = Erasure.objects.waiting()
    if decides:
        rows |= Erasure.objects.unconfirmed()
    return [
        _told(row, decides=decides)
        for row in rows.filter(kind=name.kind, key=name.key)
        if revision is None or row.is_of_all or revision.number in row.revisions
    ]


def _told(row: Erasure, *, decides: bool) -> ToErase:
    return ToErase(
        ", ".join(map(str, row.revisions)),
        bool(row.new_key),
        row.erased_at is not None,
        row.asked_by_name,
        timezone.localdate(row.asked_at),
        desk_path("erasures") if decides else "",
    )
