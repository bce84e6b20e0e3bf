"""Second factors come and go: by the person whose they are, and as events."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.errors import InvalidQueryError, NotFoundError, Problem, StateError
from glossary.models import (
    MOST_NAME,
    Action,
    Event,
    Factor,
    FactorKind,
    RecoveryCode,
    User,
)
from glossary.models.keys import key_digest
from glossary.second_factors.codes import secret_of, step_of
from glossary.second_factors.passkeys import made_passkey
from glossary.second_factors.requirement import must_have_factor

if TYPE_CHECKING:
    from glossary.second_factors.passkeys import State

CODES = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another


@transaction.atomic
def add_app(*, account: User, salt: str, code: str, name: str) -> Factor:
    """Add an app that shows ``code`` now. Raises ``InvalidQueryError``."""
    step = step_of(secret_of(salt), "".join(code.split()))
    if step is None:
        raise InvalidQueryError(
            _("That is not the code that the app should show now."),
            Problem("code", "wrong", _("Type the code that the app shows now.")),
        )
    return _add(
        Factor(
            account=account,
            kind=FactorKind.APP,
            name=_name(name),
            secret=salt,
            counter=step,
        )
    )


@transaction.atomic
def add_passkey(*, account: User, state: State, answer: str, name: str) -> Factor:
    """Add the passkey that a browser made. Raises ``InvalidQueryError``."""
    made = made_passkey(state, answer)
    if made is None or Factor.objects.filter(credential=made[0]).exists():
        raise InvalidQueryError(
            _("The passkey could not be added."),
            Problem("passkey", "wrong", _("Please try again.")),
        )
    credential, public_key, counter = made
    return _add(
        Factor(
            account=account,
            kind=FactorKind.PASSKEY,
            name=_name(name),
            credential=credential,
            secret=public_key,
            counter=counter,
        )
    )


def rename_factor(*, account: User, number: int, name: str) -> None:
    """Call a second factor something else. Raises ``NotFoundError``."""
    factor = _get(account, number)
    Factor.objects.filter(pk=factor.pk).update(name=_name(name))


@transaction.atomic
def remove_factor(*, account: User, number: int) -> None:
    """Forget a second factor; with the last one, what is on paper.

    Raises ``NotFoundError``, and ``StateError`` for the last one of somebody who must
    have one.
    """
    User.objects.select_for_update().get(pk=account.pk)
    factor = _get(account, number)
    others = Factor.objects.filter(account=account).exclude(pk=factor.pk)
    if not others.exists():
        if must_have_factor(account):
            raise StateError(_("Add another second factor before you remove this one."))
        RecoveryCode.objects.filter(account=account).delete()
    _record(Action.FACTOR_REMOVED, factor)
    factor.delete()


@transaction.atomic
def new_recovery_codes(*, account: User) -> list[str]:
    """Return ten new codes for paper, which are kept nowhere; older ones are void."""
    RecoveryCode.objects.filter(account=account).delete()
    codes = [_code() for _ in range(CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account=account, digest=key_digest(code.replace("-", "")))
        for code in codes
    )
    details = {"account": account.username}
    Event.objects.record(Action.RECOVERY_CODES_MADE, actor=account, details=details)
    return codes


def _code() -> str:
    """Return 79 random bits, in four groups."""
    return "-".join(
        "".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4)
    )


def _add(factor: Factor) -> Factor:
    factor.added_at = timezone.now()
    factor.save()
    _record(Action.FACTOR_ADDED, factor)
    return factor


def _get(account: User, number: int) -> Factor:
    factor = Factor.objects.filter(account=account, pk=number).first()
    if factor is None:
        raise NotFoundError(_("You have no such second factor."))
    return factor


def _name(name: str) -> str:
    return " ".join(name.split())[:MOST_NAME]


def _record(action: Action, factor: Factor) -> None:
    details = {"account": factor.account.username, "factor": factor.kind}
    Event.objects.record(action, actor=factor.account, details=details)
