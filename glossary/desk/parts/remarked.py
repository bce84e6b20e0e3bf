"""What reviewers remarked on a text, as pages show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from glossary import labels
from glossary.review import language_of

if TYPE_CHECKING:
    import datetime as dt

    from django.utils.functional import _StrPromise

    from glossary.models import Revision


class Said(NamedTuple):
    """A remark as pages show it; ``is_older`` if the text was changed since."""

    place: str
    reason: _StrPromise
    text: str
    suggestion: str
    lang: str
    by: str
    day: dt.date
    is_older: bool


def remarks_on(revision: Revision) -> list[Said]:
    """Return what was remarked on a revision, the newest first."""
    rows = revision.remarks.select_related("user").order_by("-at", "-id")
    return [
        Said(
            row.place,
            labels.REMARKS[row.reason],
            row.text,
            row.suggestion,
            language_of(row.place),
            row.user.get_username(),
            timezone.localdate(row.at),
            row.digest != revision.digest,
        )
        for row in rows
    ]
