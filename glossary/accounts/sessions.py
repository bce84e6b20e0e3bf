"""Where somebody is signed in: the sessions of an account, and their end."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.accounts.ground import record
from glossary.errors import NotFoundError
from glossary.models import Action

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.models import User

BEGAN, SEEN, BROWSER = "began", "seen", "browser"
"""What a session holds, beside whose it is."""


class Seat(NamedTuple):
    """A place where somebody is signed in. ``name`` tells it from others, no more.

    ``browser`` is what it roughly is; no address is kept.
    """

    name: str
    began: datetime
    seen: datetime
    browser: Sequence[str]


def seats_of(account: User) -> list[Seat]:
    """Return where somebody is signed in, the one used last first."""
    seats = [_seat(row, row.get_decoded()) for row in _rows(account)]
    return sorted(seats, key=lambda seat: seat.seen, reverse=True)


@transaction.atomic
def end_own_sessions(*, account: User, names: Sequence[str]) -> None:
    """End these sessions of somebody's own. Raises ``NotFoundError`` if none is."""
    keys = [row.pk for row in _rows(account) if name_of_key(row.pk) in names]
    if not keys:
        raise NotFoundError(_("You are not signed in there any more."))
    Session.objects.filter(pk__in=keys).delete()
    record(Action.SESSIONS_ENDED, account, account)


def end_other_sessions(*, account: User, key: str) -> None:
    """End all sessions of an account but the one with this key."""
    keys = [row.pk for row in _rows(account) if row.pk != key]
    Session.objects.filter(pk__in=keys).delete()


def end_all(account: User) -> None:
    """End all sessions of an account."""
    Session.objects.filter(pk__in=[row.pk for row in _rows(account)]).delete()


def name_of_key(key: str) -> str:
    """Return what names a session on a page, where its key must not be."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _rows(account: User) -> Iterator[Session]:
    """Yield the sessions of an account: there are few, and each says whose it is."""
    for row in Session.objects.filter(expire_date__gte=timezone.now()):
        if row.get_decoded().get(SESSION_KEY) == str(account.pk):
            yield row


def _seat(row: Session, held: dict[str, object]) -> Seat:
    began = _time(held.get(BEGAN))
    return Seat(
        name=name_of_key(row.pk),
        began=began,
        seen=_time(held.get(SEEN)) if SEEN in held else began,
        browser=tuple(held.get(BROWSER, ())),  # type: ignore[arg-type]  # ours
    )


def _time(seconds: object) -> datetime:
    number = seconds if isinstance(seconds, int) else 0
    return datetime.fromtimestamp(number, timezone.get_current_timezone())
