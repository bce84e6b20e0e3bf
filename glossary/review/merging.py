"""A draft that was passed by: it takes up what was published meanwhile.

The draft, the text that it departed from and the public one are compared place by
place. What only one side changed is taken; where both did, the draft's own words stay
and the place is named, for somebody to look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import orjson
from django.db import transaction
from django.utils.translation import gettext as _

from glossary.errors import StateError
from glossary.models import (
    OPEN,
    Action,
    Event,
    Publication,
    Revision,
    RevisionState,
    locked_dataset,
)
from glossary.review.authors import add_author, add_authors_of
from glossary.review.differences import COUNTED, inside
from glossary.review.drafts import add_draft
from glossary.review.steps import (
    ConflictError,
    held,
    languages_of,
    require_some,
    take_step,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.models import Actor

_NOTHING: Final = object()
"""What stands where one of the texts has nothing."""


class Sides(NamedTuple):
    """What stands at a place: before, in the draft, and in public now."""

    base: Any
    mine: Any
    theirs: Any


class Merged(NamedTuple):
    """A draft that is up to date, and the places at which both sides changed."""

    revision: Revision
    conflicts: list[str]


@transaction.atomic
def bring_up_to_date(*, revision: Revision, seen: str, actor: Actor) -> Merged:
    """Begin a draft anew with what is public, and with what an older draft changed.

    The older one is given up; its text and what was remarked on it stay. ``seen`` is
    the digest of it that was looked at. Its authors and whoever does this are authors.
    Raises ``PermissionDeniedError``, ``ConflictError`` where somebody has saved
    meanwhile, and ``StateError`` where nothing came between.
    """
    require_some(actor)
    locked_dataset()
    row = held(revision, *OPEN)
    require_some(actor, languages_of(row))
    if row.digest != seen:
        raise ConflictError(row)
    current = Publication.objects.current().of_kind(row.name.kind).of([row.key])
    public = current.select_related("revision").first()
    if public is None or (row.base and row.base.revision_id == public.revision_id):
        raise StateError(_("Nothing was published since this was begun."))
    conflicts: list[str] = []
    texts = (text_of(row.base), row.document, text_of(public))
    document = _merge(Sides(*map(orjson.loads, texts)), "", conflicts)
    take_step(row, RevisionState.ABANDONED, Action.DRAFT_ABANDONED, actor)
    text = orjson.dumps(document).decode()
    merged = add_draft(row.name, public, text, row.note_for_readers)
    add_authors_of(row, merged)
    add_author(merged, actor)
    details = {"of": row.number, "conflicts": conflicts}
    Event.objects.record_step(Action.DRAFT_MERGED, merged, actor=actor, details=details)
    return Merged(merged, conflicts)


def _merge(sides: Sides, place: str, conflicts: list[str]) -> Any:
    """Return what stands at a place in the end; name it where both changed it."""
    base, mine, theirs = sides
    if theirs in (mine, base):
        return mine
    if mine == base:
        return theirs
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return dict(_fields(sides, place, conflicts))
    if _are_rows(sides):
        rows = enumerate(zip(*sides, strict=True))
        return [_merge(Sides(*row), f"{place}/{at}", conflicts) for at, row in rows]
    conflicts.append(place)
    return mine


def _fields(
    sides: Sides, place: str, conflicts: list[str]
) -> Iterator[tuple[str, Any]]:
    """Yield the fields of an object: in the draft's order, then what came to it."""
    for name in {**sides.mine, **sides.theirs}:
        field = Sides(*(_field(side, name) for side in sides))
        value = (
            field.theirs
            if name in COUNTED
            else _merge(field, inside(place, name), conflicts)
        )
        if value is not _NOTHING:
            yield name, value


def _field(side: Any, name: str) -> Any:
    return side.get(name, _NOTHING) if isinstance(side, dict) else _NOTHING


def _are_rows(sides: Sides) -> bool:
    """Tell whether these are lists in which nothing came, went or changed its place."""
    if not all(isinstance(side, list) for side in sides):
        return False
    return len({len(side) for side in sides}) == 1
