"""Remarks on a text: beside the fields that they speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from glossary import labels
from glossary.desk.reviewing.comparison import is_about
from glossary.review import language_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from django.utils.functional import _StrPromise

    from glossary.desk.reviewing.comparison import Group, Part
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


def beside_fields(
    groups: Iterable[Group], remarks: Sequence[Said]
) -> tuple[list[Group], list[Said]]:
    """Return the fields with what was remarked on each, and the remaining remarks."""
    rest = list(remarks)

    def taken(part: Part) -> Part:
        mine = [one for one in rest if is_about(part, one.place)]
        rest[:] = [one for one in rest if one not in mine]
        return replace(part, remarks=mine)

    found = [
        replace(group, parts=[taken(part) for part in group.parts]) for group in groups
    ]
    return found, rest
