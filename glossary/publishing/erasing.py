"""Erasing: what identifies a person goes for ever, and two people see to it.

One asks and another one confirms, and then it is done. What readers do not see one
person erases at once, and a second one has to confirm within a day that it was right:
until then it is listed, and whoever lets it go by erases nothing alone any more.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary import reading
from glossary.closed_lists import GONE, Change, ErasureReason, WithdrawalReason
from glossary.database import leave_no_traces
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import (
    ERASED,
    Action,
    Erasure,
    Event,
    Publication,
    Revision,
    User,
    locked_dataset,
    name_of,
)
from glossary.permissions import can_erase
from glossary.public_form import Tombstone
from glossary.publishing.candidates import Candidate, fresh_forms
from glossary.publishing.conditions import require_unneeded
from glossary.publishing.copies import erase_own, erase_publications, shown_elsewhere
from glossary.publishing.erased_list import Listed, write_down
from glossary.publishing.links import remove_links
from glossary.publishing.numbering import write_publications

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from glossary.document import Name
    from glossary.models import Actor, Dataset

MOST_ALONE = 3
"""So many that one person has erased alone may wait for a second one at once."""


@transaction.atomic
def ask_to_erase(
    *, name: Name, reason: ErasureReason, actor: Actor, revisions: Sequence[int] = ()
) -> Erasure:
    """Ask that texts of a document be erased: these revisions, or else all.

    Nothing goes before another person confirms it. Raises ``PermissionDeniedError``,
    ``NotFoundError`` where there is no such text, and ``StateError`` where somebody
    has asked already.
    """
    _require_eraser(actor)
    locked_dataset()
    erasure = _asked(name, reason, revisions, actor)
    if Erasure.objects.waiting().filter(kind=name.kind, key=name.key).exists():
        raise StateError(_("Somebody has asked for that already."))
    _going(erasure)
    erasure.save(force_insert=True)
    _record(Action.ERASURE_ASKED, erasure, actor)
    return erasure


@transaction.atomic
def erase_alone(
    *, name: Name, reason: ErasureReason, actor: Actor, revisions: Sequence[int] = ()
) -> Erasure:
    """Erase at once what readers do not see; a second person confirms within a day.

    Raises what ``ask_to_erase`` does, and ``StateError`` where readers see it, or where
    something waits that ``actor`` has erased alone before.
    """
    _require_eraser(actor)
    dataset = locked_dataset()
    current = _current(name)
    if current and current.change not in GONE:
        raise StateError(_("Readers see this. Withdraw it first, or ask somebody."))
    _require_may_go_alone(actor)
    _take_over(name, actor)
    erasure = _asked(name, reason, revisions, actor)
    going = _going(erasure)
    erasure.erased_at = timezone.now()
    erasure.save(force_insert=True)
    return _erase(dataset, erasure, going, actor)


@transaction.atomic
def confirm_erasure(*, erasure: Erasure, actor: Actor) -> Erasure:
    """Confirm as a second person: what was asked for is erased now.

    What the first one has erased alone is gone; who confirms says that it was right,
    and has been told why. Raises ``PermissionDeniedError``, ``NotFoundError``, and
    ``StateError`` where it was declined or confirmed, or where ``actor`` may be the one
    who asked.
    """
    _require_eraser(actor)
    dataset = locked_dataset()
    row = _held(erasure)
    if row.declined_at or row.confirmed_at:
        raise StateError(_("This was decided already."))
    if not row.is_by_another(actor):
        raise StateError(_("Somebody else than the one who asked has to confirm it."))
    was_erased = row.erased_at is not None
    going = [] if was_erased else _going(row)
    row.confirmed_at = timezone.now()
    row.confirmed_by = actor if isinstance(actor, User) else None
    row.confirmed_by_name = name_of(actor)
    row.erased_at = row.erased_at or row.confirmed_at
    row.save()
    _record(Action.ERASURE_CONFIRMED, row, actor)
    return row if was_erased else _erase(dataset, row, going, actor)


@transaction.atomic
def decline_erasure(*, erasure: Erasure, actor: Actor) -> Erasure:
    """Decline what was asked for, or take it back: nothing goes.

    Raises ``PermissionDeniedError``, ``NotFoundError``, and ``StateError`` where it was
    decided already.
    """
    _require_eraser(actor)
    row = _held(erasure)
    if row.declined_at or row.erased_at:
        raise StateError(_("This was decided already."))
    row.declined_at = timezone.now()
    row.save(update_fields=["declined_at"])
    _record(Action.ERASURE_DECLINED, row, actor)
    return row


@transaction.atomic
def erase_again(*, listed: Listed, actor: Actor) -> Erasure | None:
    """Erase once more what a backup has brought back; nothing where it did not.

    Two people decided it then. Raises ``PermissionDeniedError``.
    """
    _require_eraser(actor)
    dataset = locked_dataset()
    rows = _texts_of(listed.name).order_by("number")
    back = [row for row in rows if listed.has(row)]
    if not back:
        return None
    erasure = _asked(listed.name, listed.reason, [row.number for row in back], actor)
    erasure.erased_at = erasure.confirmed_at = timezone.now()
    erasure.confirmed_by_name = name_of(actor)
    erasure.save(force_insert=True)
    _record(Action.ERASURE_REPEATED, erasure, actor)
    return _erase(dataset, erasure, back, actor)


def clear_files(erasure: Erasure) -> bool:
    """Leave nothing of it in the files of the database; tell whether nothing is left.

    Call it outside of a transaction. The kept search index goes, too: whoever needs
    one makes it anew.
    """
    reading.remove_kept_index()
    is_clear = leave_no_traces()
    if is_clear:
        Erasure.objects.filter(pk=erasure.pk).update(cleared_at=timezone.now())
    return is_clear


def _erase(
    dataset: Dataset, erasure: Erasure, going: Sequence[Revision], actor: Actor
) -> Erasure:
    """Erase these texts and every copy of them, and let all who read know."""
    name = erasure.name
    current = _current(name)
    takes_away = current is not None and current.revision_id in {r.pk for r in going}
    if takes_away:
        require_unneeded([name])
        remove_links([name])
    erasure.gone = [Listed.mark(row) for row in going]
    erasure.save(update_fields=["gone"])
    own = erase_own(name, going)
    others = shown_elsewhere(name) if own else []  # nobody has shown a draft
    sequences = sorted({*own, *(row.sequence for row in others)})
    mine = _of_itself(current, sequences, takes_away=takes_away) if current else []
    told = {row.name for row in others} | ({name} if not mine and own else set())
    fresh = fresh_forms({}, {}, told, gone=[name] if takes_away else [])
    rest = [one.candidate(Change.EARLIER_ERASED) for one in fresh]
    erase_publications([row.sequence for row in others])
    write_publications(dataset, [*mine, *rest], actor=actor)
    erasure.sequence = dataset.sequence
    erasure.save(update_fields=["sequence"])
    _record(Action.ERASURE_DONE, erasure, actor, revisions=len(going))
    write_down(erasure)
    transaction.on_commit(partial(clear_files, erasure), robust=True)
    return erasure


def _of_itself(
    current: Publication, sequences: Sequence[int], *, takes_away: bool
) -> list[Candidate]:
    """Return the tombstone of what readers see no more."""
    if takes_away:
        stone = Tombstone(id=current.key, erased=tuple(sequences))
        return [Candidate(current.revision, Change.ERASED, stone)]
    if current.change not in GONE:
        return []
    former = Tombstone.model_validate_json(current.body)
    erased = tuple(sorted({*former.erased, *sequences}))
    stone = former.model_copy(update={"erased": erased})
    reason = WithdrawalReason(current.reason) if current.reason else None
    return [Candidate(current.revision, Change(current.change), stone, reason=reason)]


def _asked(
    name: Name, reason: ErasureReason, revisions: Sequence[int], actor: Actor
) -> Erasure:
    return Erasure(
        kind=name.kind,
        key=name.key,
        reason=ErasureReason(reason),
        revisions=sorted({*revisions}),
        asked_by=actor if isinstance(actor, User) else None,
        asked_by_name=name_of(actor),
    )


def _going(erasure: Erasure) -> list[Revision]:
    """Return the revisions whose texts are to go.

    Raises ``NotFoundError`` where one is not there, or none is.
    """
    rows = _texts_of(erasure.name).select_for_update(of=("self",))
    wanted = erasure.revisions
    found = list(rows.filter(number__in=wanted) if wanted else rows)
    if not found or len(found) < len(wanted):
        raise NotFoundError(_("There is no such text, or it is erased already."))
    return found


def _texts_of(name: Name) -> QuerySet[Revision]:
    rows = Revision.objects.filter(kind=name.kind, key=name.key)
    return rows.exclude(document=ERASED)


def _current(name: Name) -> Publication | None:
    rows = Publication.objects.current().of_kind(name.kind).of([name.key])
    return rows.select_related("revision").first()


def _held(erasure: Erasure) -> Erasure:
    """Return the erasure as the database has it, held until the transaction ends."""
    rows = Erasure.objects.select_for_update(of=("self",)).filter(pk=erasure.pk)
    row = rows.first()
    if row is None:
        raise NotFoundError(_("There is no such erasure."))
    return row


def _require_eraser(actor: Actor) -> None:
    if not can_erase(actor):
        raise PermissionDeniedError(_("You may not erase anything."))


def _require_may_go_alone(actor: Actor) -> None:
    """Refuse who has erased alone before, and nobody has confirmed it in time."""
    mine = Erasure.objects.unconfirmed().asked_by(actor)
    if mine.overdue().exists() or mine.count() >= MOST_ALONE:
        raise StateError(_("Somebody has to confirm first what you have erased alone."))


def _take_over(name: Name, actor: Actor) -> None:
    """Take back what ``actor`` has asked for of a document, to do it now.

    What somebody else has asked for is to be confirmed instead.
    """
    waiting = Erasure.objects.waiting().filter(kind=name.kind, key=name.key)
    for row in waiting:
        if row.is_by_another(actor):
            raise StateError(_("Somebody has asked for that already: confirm it."))
        decline_erasure(erasure=row, actor=actor)


def _record(action: Action, erasure: Erasure, actor: Actor, **more: int) -> None:
    details = {"erasure": erasure.pk, "reason": erasure.reason, **more}
    Event.objects.record_about(action, erasure.name, actor=actor, details=details)
