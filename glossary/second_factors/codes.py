"""Codes: the six figures of an app (RFC 6238), and those on paper."""

from __future__ import annotations

import hmac
from time import time
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from glossary.models import Action, Event, Factor, FactorKind, RecoveryCode
from glossary.models.keys import key_digest

if TYPE_CHECKING:
    from glossary.models import User

STEP = 30  # seconds for which an app shows a code
FIGURES = 6
_SECRET_BYTES = 20  # RFC 4226, 4: R6
_SLACK = (-1, 0, 1)  # clocks differ, and people type


def secret_of(salt: str) -> bytes:
    """Return the 160 bits that an app knows, made of ours and of a salt.

    So nobody who reads the table alone can show codes; with another ``SECRET_KEY``
    every app has to be added anew.
    """
    made = salted_hmac("glossary.second_factors.app", salt, algorithm="sha256")
    return made.digest()[:_SECRET_BYTES]


def code_at(secret: bytes, step: int) -> str:
    """Return what an app shows in a step of time (RFC 4226, 5.3)."""
    digest = hmac.digest(secret, step.to_bytes(8, "big"), "sha1")
    place = digest[-1] & 15
    number = int.from_bytes(digest[place : place + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**FIGURES:0{FIGURES}}"


def step_of(secret: bytes, code: str) -> int | None:
    """Return the step of time in which a code is shown, if it is about now."""
    now = int(time()) // STEP
    right = [
        now + slack
        for slack in _SLACK
        if hmac.compare_digest(code_at(secret, now + slack).encode(), code.encode())
    ]
    return right[-1] if right else None


def is_right_code(*, account: User, code: str) -> bool:
    """Tell whether this is a code of somebody's app, or on their paper; use it up."""
    code = "".join(one for one in code.casefold() if one.isalnum())
    if len(code) == FIGURES:
        apps = Factor.objects.filter(account=account, kind=FactorKind.APP)
        return any(_is_shown(app, code) for app in apps)
    return _is_on_paper(account, code)


def _is_shown(app: Factor, code: str) -> bool:
    """Tell whether an app shows a code that was not taken yet, nor a later one."""
    step = step_of(secret_of(app.secret), code)
    if step is None:
        return False
    rows = Factor.objects.filter(pk=app.pk, counter__lt=step)
    return rows.update(counter=step, used_at=timezone.now()) == 1


@transaction.atomic
def _is_on_paper(account: User, code: str) -> bool:
    rows = RecoveryCode.objects.filter(
        account=account, digest=key_digest(code), used_at=None
    )
    if rows.update(used_at=timezone.now()) != 1:
        return False
    left = RecoveryCode.objects.filter(account=account, used_at=None).count()
    details = {"account": account.username, "left": left}
    Event.objects.record(Action.RECOVERY_CODE_USED, actor=account, details=details)
    return True
