"""The steps of a revision from a draft to one that can be published.

Each is one transaction that holds the revision, asks who may, and records who did. The
first one has a room of its own (``submitting``): it asks most of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary import languages
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import (
    Action,
    Arrival,
    Event,
    Publication,
    Remark,
    Revision,
    RevisionState,
    SignOff,
    locked_dataset,
)
from glossary.permissions import can_write
from glossary.review.differences import (
    at_place,
    changed_languages,
    changed_places,
    inside,
)
from glossary.review.sign_offs import (
    places_changed,
    require_may_sign_off,
    require_reviewer,
    still_required,
)
from glossary.review.suggestions import words_at

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from glossary.models import Actor
    from glossary.review.sign_offs import Asked

RETURNABLE = (RevisionState.SUBMITTED, RevisionState.APPROVED)
_MOVING = (
    "state",
    "document",
    "digest",
    "untouched",
    "submitted_at",
    "submissions",
    "note",
    "note_lang",
)


class ConflictError(StateError):
    """Somebody else has saved meanwhile. ``revision`` has what they wrote."""

    code = "conflict"

    def __init__(self, revision: Revision) -> None:
        """Keep the other version, so that both can be shown."""
        super().__init__(_("Somebody else has changed this since you opened it."))
        self.revision = revision


@transaction.atomic
def take_back(*, revision: Revision, actor: Actor) -> Revision:
    """Take a text back that was submitted or approved: it is a draft again.

    Raises ``PermissionDeniedError`` and ``StateError``.
    """
    require_some(actor)
    row = held(revision, RevisionState.SUBMITTED, RevisionState.APPROVED)
    require_some(actor, languages_of(row))
    return take_step(row, RevisionState.DRAFT, Action.TAKEN_BACK, actor)


@transaction.atomic
def return_to_writer(
    *, revision: Revision, remarks: Sequence[Remark], actor: Actor, seen: str = ""
) -> Revision:
    """Return a text with what should be otherwise; nothing of it is lost.

    ``seen`` is the digest of the text that was looked at, where that is known. Raises
    ``PermissionDeniedError``, ``ConflictError`` where it has changed since, and
    ``StateError`` where nothing is remarked.
    """
    reviewer = require_reviewer(actor)
    if not remarks:
        raise StateError(_("Say what should be otherwise."))
    row = held(revision, *RETURNABLE)
    if seen and row.digest != seen:
        raise ConflictError(row)
    if not all(remark.can_be_kept for remark in remarks):
        raise StateError(_("This remark cannot be kept."))
    for remark in remarks:
        remark.revision, remark.digest, remark.at = row, row.digest, timezone.now()
        remark.user = reviewer
        remark.stood = words_at(row, remark.place if remark.suggestion else "")
    Remark.objects.bulk_create(remarks)
    return take_step(row, RevisionState.RETURNED, Action.RETURNED, actor)


def may_be_returned(row: Revision) -> bool:
    """Tell whether a revision is in a state in which it can go back to its writer."""
    is_written = row.arrival == Arrival.WRITTEN_HERE
    return is_written and row.state in RETURNABLE and not is_public(row)


@transaction.atomic
def sign_off(*, revision: Revision, asked: Asked, seen: str, actor: Actor) -> Revision:
    """Sign a text off in one role and language; the last required one approves it.

    ``seen`` is the digest of the text that was looked at. Raises
    ``PermissionDeniedError``, ``ConflictError`` where it has changed since, and
    ``StateError``.
    """
    require_reviewer(actor)
    newest = locked_dataset().sequence
    row = held(revision)
    person = require_may_sign_off(row, asked, actor)
    if row.digest != seen:
        raise ConflictError(row)
    SignOff.objects.create(
        revision=row,
        digest=row.digest,
        base=row.base,
        role=asked.role,
        lang=asked.lang,
        user=person,
        given_at=timezone.now(),
        submission=row.submissions,
        sequence=newest,
    )
    what = {"role": asked.role, "lang": asked.lang}
    Event.objects.record_step(Action.SIGNED_OFF, row, actor=actor, details=what)
    if row.state == RevisionState.SUBMITTED and not still_required(row):
        return take_step(row, RevisionState.APPROVED, Action.APPROVED, actor)
    return row


def take_step(
    row: Revision, state: RevisionState, action: Action, actor: Actor
) -> Revision:
    """Store a revision in its new state, and record who brought it there.

    Raises ``StateError`` where another draft of the document is open meanwhile.
    """
    row.state = state
    try:
        with transaction.atomic():
            row.save(update_fields=_MOVING)
    except IntegrityError:
        raise another_draft(row) from None
    Event.objects.record_step(action, row, actor=actor)
    return row


def another_draft(row: Revision) -> StateError:
    """Return the refusal of a second open draft of one document."""
    detail = _("“%(name)s” has a draft already.")
    return StateError(detail % {"name": row.name})


def held(revision: Revision, *states: RevisionState) -> Revision:
    """Return the revision as the database has it, held until the transaction ends.

    Raises ``NotFoundError``, and ``StateError`` where it is in none of ``states``.
    """
    rows = Revision.objects.select_for_update(of=("self",))
    row = rows.filter(pk=revision.pk, arrival=Arrival.WRITTEN_HERE).first()
    if row is None:
        raise NotFoundError(_("There is no such revision."))
    if states and (row.state not in states or is_public(row)):
        raise StateError(_("This cannot be done with a revision in this state."))
    return row


def is_public(row: Revision) -> bool:
    """Tell whether the public sees a revision, or saw it once."""
    return Publication.objects.filter(revision=row).exists()


def text_of(base: Publication | None) -> str:
    """Return what a revision departs from, as JSON text."""
    return base.revision.document if base else "null"


def languages_between(before: str, after: str) -> list[str]:
    """Return the languages in which two texts differ.

    Where something stands in one of them that is no object, and in the other one there
    are texts by language, all of those came or went.
    """
    sides = (orjson.loads(before), orjson.loads(after))
    places = changed_places(*sides)
    within = [
        inside(place, name)
        for place in places
        for side in sides
        if isinstance(here := at_place(side, place), dict)
        for name in here
    ]
    return changed_languages([*places, *within])


def languages_of(row: Revision) -> list[str]:
    """Return the languages in which a revision differs from what is public."""
    return changed_languages(places_changed(row))


def require_some(actor: Actor, langs: Collection[str] = ()) -> None:
    """Refuse who may write in none of these languages; in none at all without any."""
    if not any(can_write(actor, [lang]) for lang in langs or languages.codes()):
        raise PermissionDeniedError(_("You may not write this."))
