"""Somebody says that they do something, so that others do something else.

A claim is over after a day, keeps nobody from anything, and can be taken over.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.errors import NotFoundError, PermissionDeniedError, StateError
from glossary.models import Action, Claim, Event, Revision, rows_named
from glossary.permissions import can_work

if TYPE_CHECKING:
    from collections.abc import Collection

    from glossary.document import Name
    from glossary.models import Actor, User

LASTS = dt.timedelta(days=1)


@transaction.atomic
def claim(*, name: Name, actor: Actor) -> Claim:
    """Say that ``actor`` works on a document, for a day from now.

    Raises ``PermissionDeniedError``, and ``NotFoundError`` where there is no such one.
    """
    user = _require_worker(actor)
    rows = Revision.objects.filter(kind=name.kind, key=name.key)
    if not rows.select_for_update(of=("self",)):  # held: its key may be erased
        raise NotFoundError(_("There is no such document."))
    Claim.objects.exclude(pk__in=Claim.objects.live()).delete()
    row, _is_new = Claim.objects.update_or_create(
        kind=name.kind,
        key=name.key,
        defaults={"user": user, "until": timezone.now() + LASTS},
    )
    Event.objects.record_about(Action.CLAIMED, name, actor=actor)
    return row


@transaction.atomic
def release(*, name: Name, actor: Actor) -> None:
    """Say that ``actor`` does not work on a document after all.

    Raises ``PermissionDeniedError``, and ``StateError`` where they had not said so.
    """
    user = _require_worker(actor)
    rows = Claim.objects.live().filter(kind=name.kind, key=name.key, user=user)
    count, _of_what = rows.delete()
    if not count:
        raise StateError(_("You have not taken this."))
    Event.objects.record_about(Action.CLAIM_RELEASED, name, actor=actor)


def claims_of(names: Collection[Name]) -> dict[Name, Claim]:
    """Return who works on which of these documents now."""
    rows = Claim.objects.live().select_related("user")
    return {row.name: row for row in rows_named(rows, names)}


def _require_worker(actor: Actor) -> User:
    if not can_work(actor):
        raise PermissionDeniedError(_("You may not work on this."))
    return actor
