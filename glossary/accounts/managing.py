"""The rules of who manages accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from glossary.accounts.ground import (
    acts_when_open,
    find,
    get,
    hold_accounts,
    record,
    require_another_manager,
    require_manager,
    require_no_more,
    save_only,
    set_password,
)
from glossary.accounts.sessions import end_all
from glossary.errors import InvalidQueryError, Problem, StateError
from glossary.models import Act, Action, Factor, RecoveryCode, User

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from glossary.models import Actor


@transaction.atomic
def add_account(
    *, name: str, password: str | None, acts: Collection[str], actor: Actor
) -> User:
    """Make an account that may do ``acts``; without a password nobody comes in yet.

    Raises ``PermissionDeniedError``; ``StateError`` where the name is taken; and
    ``InvalidQueryError`` for what is no name, and for a password that can be guessed.
    """
    require_manager(actor, acts)
    hold_accounts()
    user = User(username=User.normalize_username(name))
    _check_name(user)
    if find(name):
        raise StateError(
            _("There is an account called “%(name)s” already.") % {"name": name}
        )
    if password is None:
        user.set_unusable_password()
    else:
        set_password(user, password)
    user.save()
    user.user_permissions.set(_permissions(acts))
    record(Action.ACCOUNT_ADDED, user, actor, acts)
    return user


@transaction.atomic
def allow(*, name: str, acts: Collection[str], actor: Actor) -> User:
    """Let an account do ``acts`` too. Raises as ``add_account`` does."""
    require_manager(actor, acts)
    user = get(name)
    user.user_permissions.add(*_permissions(acts))
    record(Action.ACCOUNT_ALLOWED, user, actor, acts)
    return user


@transaction.atomic
def forbid(*, name: str, acts: Collection[str], actor: Actor) -> User:
    """Let an account not do ``acts`` any more.

    Raises ``StateError`` where it would do them all the same: one that Django's own
    command made may do everything.
    """
    require_manager(actor)
    user = get(name)
    if Act.MANAGE_ACCOUNTS in acts:
        require_another_manager(actor, user)
    user.user_permissions.remove(*_permissions(acts))
    if not {*acts}.isdisjoint(acts_when_open(user)):
        raise StateError(
            _("“%(name)s” may do everything, whatever is said here. Close the account.")
            % {"name": user.username}
        )
    record(Action.ACCOUNT_FORBIDDEN, user, actor, acts)
    return user


@transaction.atomic
def change_password(*, name: str, password: str, actor: Actor) -> User:
    """Give an account another password; whoever is signed in with it no longer is."""
    require_manager(actor)
    user = get(name)
    require_no_more(actor, user)
    set_password(user, password)
    save_only(user, "password")
    end_all(user)
    record(Action.PASSWORD_CHANGED, user, actor)
    return user


@transaction.atomic
def close_account(*, name: str, actor: Actor) -> User:
    """Let nobody in with an account any more, and nobody stay in."""
    return _switch(name, actor, Action.ACCOUNT_CLOSED, is_active=False)


@transaction.atomic
def reopen_account(*, name: str, actor: Actor) -> User:
    """Let somebody in with an account again that was closed."""
    return _switch(name, actor, Action.ACCOUNT_REOPENED, is_active=True)


@transaction.atomic
def end_sessions(*, name: str, actor: Actor) -> User:
    """Sign somebody out everywhere."""
    require_manager(actor)
    user = get(name)
    end_all(user)
    record(Action.SESSIONS_ENDED, user, actor)
    return user


@transaction.atomic
def reset_second_factor(*, name: str, actor: Actor) -> User:
    """Forget all passkeys, apps and recovery codes of somebody who has lost them.

    They are signed out, and add new ones. Raises ``StateError`` where there are none.
    """
    require_manager(actor)
    user = get(name)
    require_no_more(actor, user)
    if not Factor.objects.filter(account=user).exists():
        raise StateError(
            _("The account “%(name)s” has no second factor.") % {"name": user.username}
        )
    Factor.objects.filter(account=user).delete()
    RecoveryCode.objects.filter(account=user).delete()
    end_all(user)
    record(Action.FACTORS_RESET, user, actor)
    return user


def _switch(name: str, actor: Actor, action: Action, *, is_active: bool) -> User:
    require_manager(actor)
    user = get(name)
    if user.is_active == is_active:
        said = (
            _("The account “%(name)s” is open already.")
            if is_active
            else _("The account “%(name)s” is closed already.")
        )
        raise StateError(said % {"name": user.username})
    if not is_active:
        require_another_manager(actor, user)
        end_all(user)
        if not user.has_usable_password():  # a link that was made is void for ever
            user.set_unusable_password()
    user.is_active = is_active
    save_only(user, "is_active", "password")
    record(action, user, actor)
    return user


def _check_name(user: User) -> None:
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError:
        raise InvalidQueryError(
            _("That cannot be the name of an account."),
            Problem("name", "invalid", _("Use letters, figures and @ . + - _ only.")),
        ) from None


def _permissions(acts: Collection[str]) -> Iterable[Permission]:
    return Permission.objects.filter(
        content_type__app_label="glossary", codename__in=acts
    )
