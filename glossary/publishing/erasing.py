"""Erasing: what identifies a person goes for ever, and two people see to it.

One asks and another one confirms, and then it is done. What readers do not see one
person erases at once, and a second one has to confirm within a day that it was right:
until then it is listed, and whoever lets it go by erases nothing alone any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.closed_lists import GONE, ErasureReason
from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import (
    Action,
    Erasure,
    User,
    locked_dataset,
    name_of,
)
from glossary.permissions import can_erase
from glossary.publishing.erasing_keys import new_key, require_unmentioned
from glossary.publishing.going import (
    back_again,
    current_of,
    erase,
    record,
    require_may_go,
    texts_to_go,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.document import Name
    from glossary.models import Actor
    from glossary.publishing.erased_list import Listed

MOST_ALONE = 3
"""So many that one person has erased alone may wait for a second one at once."""


@transaction.atomic
def ask_to_erase(
    *,
    name: Name,
    reason: ErasureReason,
    actor: Actor,
    revisions: Sequence[int] = (),
    with_key: bool = False,
) -> Erasure:
    """Ask that texts of a document be erased: these revisions, or else all.

    Nothing goes before another person confirms it. ``with_key``: the key goes, too, and
    so all texts. Raises ``PermissionDeniedError``, ``NotFoundError`` where there is no
    such text, and ``StateError`` where somebody has asked already, or where other
    documents still need what is to go, or refer to a key that is to go.
    """
    _require_eraser(actor)
    locked_dataset()
    erasure = _asked(name, reason, [] if with_key else revisions, actor)
    if with_key:
        erasure.new_key = new_key()
    if Erasure.objects.waiting().filter(kind=name.kind, key=name.key).exists():
        raise StateError(_("Somebody has asked for that already."))
    require_may_go(erasure, texts_to_go(erasure))
    erasure.save()
    record(Action.ERASURE_ASKED, erasure, actor)
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
    current = current_of(name)
    if current and current.change not in GONE:
        raise StateError(_("Readers see this. Withdraw it first, or ask somebody."))
    _require_may_go_alone(actor)
    _take_over(name, actor)
    erasure = _asked(name, reason, revisions, actor)
    going = texts_to_go(erasure)
    erasure.erased_at = timezone.now()
    erasure.save()
    return erase(dataset, erasure, going, actor)


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
    going = [] if was_erased else texts_to_go(row)
    row.confirmed_at = timezone.now()
    row.confirmed_by = actor if isinstance(actor, User) else None
    row.confirmed_by_name = name_of(actor)
    row.erased_at = row.erased_at or row.confirmed_at
    row.save()
    record(Action.ERASURE_CONFIRMED, row, actor)
    return row if was_erased else erase(dataset, row, going, actor)


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
    row.save()
    record(Action.ERASURE_DECLINED, row, actor)
    return row


@transaction.atomic
def erase_again(*, listed: Listed, actor: Actor) -> Erasure | None:
    """Erase once more what a backup has brought back; nothing where it did not.

    Two people decided it then. Where other documents refer to a key that has come back
    too, its texts go and it stays: ``new_key`` is empty then. Raises
    ``PermissionDeniedError``, and ``StateError`` where only such a key is left.
    """
    _require_eraser(actor)
    dataset = locked_dataset()
    name, back = back_again(listed)
    if name is None:
        return None
    erasure = _asked(name, listed.reason, [row.number for row in back], actor)
    if name != listed.name:
        erasure.new_key = _key_again(listed.name.key, name, has_texts=bool(back))
    erasure.erased_at = erasure.confirmed_at = timezone.now()
    erasure.confirmed_by_name = name_of(actor)
    erasure.save()
    record(Action.ERASURE_REPEATED, erasure, actor)
    return erase(dataset, erasure, back, actor)


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


def _key_again(new: str, name: Name, *, has_texts: bool) -> str:
    """Return what takes the place of a key again, or nothing where it has to stay."""
    try:
        require_unmentioned(name)
    except StateError:
        if not has_texts:
            raise
        return ""
    return new


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
