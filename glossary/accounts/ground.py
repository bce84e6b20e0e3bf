"""What all rules for accounts stand on: who may ask, and which account is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from glossary.errors import (
    InvalidQueryError,
    NotFoundError,
    PermissionDeniedError,
    Problem,
    StateError,
)
from glossary.models import Act, CommandLine, Event, User
from glossary.permissions import acts_of, can_manage_accounts

if TYPE_CHECKING:
    from collections.abc import Collection

    from glossary.models import Action, Actor

_WEAK = {
    "password_too_short": gettext_lazy("It needs 15 characters or more."),
    "password_too_similar": gettext_lazy("It is too much like the name."),
    "password_too_common": gettext_lazy("Many people have that password."),
    "password_entirely_numeric": gettext_lazy("It needs more than figures."),
}
"""What Django finds wrong with a password, in words that are translated."""
_BACKEND = "django.contrib.auth.backends.ModelBackend"


def require_manager(actor: Actor, acts: Collection[str] = ()) -> None:
    """Refuse who may not manage accounts, or gives away what they may not do."""
    if not can_manage_accounts(actor):
        raise PermissionDeniedError(_("You may not manage accounts."))
    beyond = sorted({*acts} - {*acts_of(actor)})
    if beyond:
        raise PermissionDeniedError(
            _("You may not allow what you may not do: %(acts)s.")
            % {"acts": ", ".join(beyond)}
        )


def require_no_more(actor: Actor, user: User) -> None:
    """Refuse who could come in with an account that may do more than theirs."""
    beyond = sorted({*acts_when_open(user)} - {*acts_of(actor)})
    if beyond:
        raise PermissionDeniedError(
            _("This account may do what you may not do: %(acts)s.")
            % {"acts": ", ".join(beyond)}
        )


def acts_when_open(user: User) -> tuple[str, ...]:
    """Return what an account may do, or may do again when it is opened."""
    as_open = User.objects.get(pk=user.pk)
    as_open.is_active = True
    return acts_of(as_open)


def hold_accounts() -> None:
    """Let nobody else change accounts until the transaction ends.

    What is decided by several of them is read after that: who manages accounts, whose
    an account is, which names are taken.
    """
    rows = User.objects.select_for_update(no_key=True).order_by("pk")
    list(rows.values_list("pk"))


def require_another_manager(actor: Actor, user: User) -> None:
    """Refuse to leave nobody at the desk who may manage accounts.

    Whoever is at the machine can make an account again, and shuts out whom they must.
    """
    hold_accounts()
    managers = User.objects.with_perm(
        f"glossary.{Act.MANAGE_ACCOUNTS}", backend=_BACKEND
    )
    found = set(managers.values_list("pk", flat=True))
    if not isinstance(actor, CommandLine) and found == {user.pk}:
        raise StateError(
            _("Only “%(name)s” may manage accounts. Let somebody else do so first.")
            % {"name": user.username}
        )


def find(name: str) -> User | None:
    """Return the account with this name, if there is one."""
    return User.objects.filter(username=User.normalize_username(name)).first()


def get(name: str) -> User:
    """Return the account with this name. Raises ``NotFoundError``."""
    user = find(name)
    if user is None:
        raise NotFoundError(
            _("There is no account called “%(name)s”.") % {"name": name}
        )
    return user


def set_password(user: User, password: str) -> None:
    """Set a password that nobody guesses from the name, or from a list."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise InvalidQueryError(
            _("That password could be guessed."),
            *(Problem("password", "weak", _why(one)) for one in error.error_list),
        ) from None
    user.set_password(password)


def _why(error: ValidationError) -> str:
    """Return what is wrong, in words of ours, or of whoever added a condition."""
    return str(_WEAK.get(str(error.code), error.messages[0]))


def save_only(user: User, *fields: str) -> None:
    """Write these fields alone: what was done meanwhile is not undone."""
    user.save(update_fields=fields)


def record(
    action: Action, user: User, actor: Actor, acts: Collection[str] | None = None
) -> None:
    """Write down what was done to an account."""
    details: dict[str, object] = {"account": user.username}
    if acts is not None:
        details["acts"] = sorted(acts)
    Event.objects.record(action, actor=actor, details=details)
