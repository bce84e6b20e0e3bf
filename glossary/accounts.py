"""The rules for accounts: make one, say what it may do and whose it is, close it.

A name belongs to one account, however it is written, and no account is ever deleted:
what somebody did stays with their name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from glossary.errors import (
    InvalidQueryError,
    NotFoundError,
    PermissionDeniedError,
    Problem,
    StateError,
)
from glossary.models import Action, Event, User
from glossary.permissions import acts_of, can_manage_accounts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from glossary.models import Actor


@transaction.atomic
def add_account(
    *, name: str, password: str, acts: Collection[str], actor: Actor
) -> User:
    """Make an account that may do ``acts``.

    Raises ``PermissionDeniedError``; ``StateError`` where the name is taken; and
    ``InvalidQueryError`` for what is no name, and for a password that can be guessed.
    """
    _require_manager(actor, acts)
    user = User(username=User.normalize_username(name))
    _check_name(user)
    if _find(name):
        raise StateError(f"There is an account called “{name}” already.")
    _set_password(user, password)
    user.save()
    user.user_permissions.set(_permissions(acts))
    _record(Action.ACCOUNT_ADDED, user, actor, acts)
    return user


@transaction.atomic
def allow(*, name: str, acts: Collection[str], actor: Actor) -> User:
    """Let an account do ``acts`` too. Raises as ``add_account`` does."""
    _require_manager(actor, acts)
    user = _get(name)
    user.user_permissions.add(*_permissions(acts))
    _record(Action.ACCOUNT_ALLOWED, user, actor, acts)
    return user


@transaction.atomic
def forbid(*, name: str, acts: Collection[str], actor: Actor) -> User:
    """Let an account not do ``acts`` any more."""
    _require_manager(actor)
    user = _get(name)
    user.user_permissions.remove(*_permissions(acts))
    _record(Action.ACCOUNT_FORBIDDEN, user, actor, acts)
    return user


@transaction.atomic
def change_password(*, name: str, password: str, actor: Actor) -> User:
    """Give an account another password; whoever is signed in with it no longer is."""
    _require_manager(actor)
    user = _get(name)
    _set_password(user, password)
    user.save(update_fields=["password"])
    _record(Action.PASSWORD_CHANGED, user, actor)
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
def mark_as_one_person(*, names: Collection[str], actor: Actor) -> list[User]:
    """Say that several accounts are one person's: none signs off what another wrote.

    What the person signed off before, of what another account of theirs wrote, holds
    for nothing from now on. Raises ``PermissionDeniedError``, and ``StateError`` where
    these are not at least two.
    """
    _require_manager(actor)
    users = {user.pk: user for user in map(_get, names)}
    persons = {user.person for user in users.values()}
    if len(users) < 2 or len(persons) < 2:
        raise StateError("Name two accounts that are not one person's yet.")
    first = User.objects.get(pk=min(persons))
    everybody = User.objects.filter(Q(pk__in=persons) | Q(same_as__in=persons))
    everybody.exclude(pk=first.pk).update(same_as=first)
    _record_person(Action.ACCOUNTS_ARE_ONE_PERSON, everybody, actor)
    return sorted(everybody, key=lambda user: user.username)


@transaction.atomic
def mark_as_own_person(*, name: str, actor: Actor) -> User:
    """Say that an account is nobody else's after all.

    Raises ``PermissionDeniedError``, and ``StateError`` where it is so already.
    """
    _require_manager(actor)
    user = _get(name)
    others = User.objects.filter(same_as=user.person).exclude(pk=user.pk)
    if user.same_as_id is None and not others:
        raise StateError(f"The account “{user.username}” is a person's own already.")
    if user.same_as_id is None:
        first, *rest = others.order_by("pk")
        User.objects.filter(pk__in=[one.pk for one in rest]).update(same_as=first)
        User.objects.filter(pk=first.pk).update(same_as=None)
    user.same_as = None
    user.save(update_fields=["same_as"])
    _record_person(Action.ACCOUNT_IS_OWN_PERSON, [user], actor)
    return user


def _record_person(action: Action, users: Iterable[User], actor: Actor) -> None:
    names = sorted(user.username for user in users)
    Event.objects.record(action, actor=actor, details={"accounts": names})


def _require_manager(actor: Actor, acts: Collection[str] = ()) -> None:
    """Refuse who may not manage accounts, or gives away what they may not do."""
    if not can_manage_accounts(actor):
        raise PermissionDeniedError("You may not manage accounts.")
    beyond = sorted({*acts} - {*acts_of(actor)})
    if beyond:
        raise PermissionDeniedError(
            f"You may not allow what you may not do: {', '.join(beyond)}."
        )


def _switch(name: str, actor: Actor, action: Action, *, is_active: bool) -> User:
    _require_manager(actor)
    user = _get(name)
    if user.is_active == is_active:
        state = "open" if is_active else "closed"
        raise StateError(f"The account “{user.username}” is {state} already.")
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    _record(action, user, actor)
    return user


def _find(name: str) -> User | None:
    return User.objects.filter(username=User.normalize_username(name)).first()


def _get(name: str) -> User:
    user = _find(name)
    if user is None:
        raise NotFoundError(f"There is no account called “{name}”.")
    return user


def _set_password(user: User, password: str) -> None:
    """Set a password that nobody guesses from the name, or from a list."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise InvalidQueryError(
            "That password could be guessed.",
            *(Problem("password", "weak", text) for text in error.messages),
        ) from None
    user.set_password(password)


def _check_name(user: User) -> None:
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError as error:
        raise InvalidQueryError(
            "That cannot be the name of an account.",
            *(Problem("name", "invalid", text) for text in error.messages),
        ) from None


def _permissions(acts: Collection[str]) -> Iterable[Permission]:
    return Permission.objects.filter(
        content_type__app_label="glossary", codename__in=acts
    )


def _record(
    action: Action, user: User, actor: Actor, acts: Collection[str] | None = None
) -> None:
    details: dict[str, object] = {"account": user.username}
    if acts is not None:
        details["acts"] = sorted(acts)
    Event.objects.record(action, actor=actor, details=details)
