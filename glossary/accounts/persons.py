"""Whose an account is: somebody may have two, and is one person all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from glossary.accounts.ground import get, hold_accounts, require_manager, save_only
from glossary.errors import StateError
from glossary.models import Action, Event, User

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from glossary.models import Actor


@transaction.atomic
def mark_as_one_person(*, names: Collection[str], actor: Actor) -> list[User]:
    """Say that several accounts are one person's: none signs off what another wrote.

    What the person signed off before, of what another account of theirs wrote, holds
    for nothing from now on. Raises ``PermissionDeniedError``, and ``StateError`` where
    these are not at least two.
    """
    require_manager(actor)
    hold_accounts()
    persons = {get(name).person for name in names}
    if len(persons) < 2:
        raise StateError(_("Name two accounts that are not one person's yet."))
    first = User.objects.get(pk=min(persons))
    everybody = User.objects.filter(Q(pk__in=persons) | Q(same_as__in=persons))
    everybody.exclude(pk=first.pk).update(same_as=first)
    _write_down(Action.ACCOUNTS_ARE_ONE_PERSON, everybody, actor)
    return sorted(everybody, key=lambda user: user.username)


@transaction.atomic
def mark_as_own_person(*, name: str, actor: Actor) -> User:
    """Say that an account is nobody else's after all.

    Raises ``PermissionDeniedError``, and ``StateError`` where it is so already.
    """
    require_manager(actor)
    hold_accounts()
    user = get(name)
    others = User.objects.filter(same_as=user)
    heir = others.first()
    if user.same_as_id is None and heir is None:
        raise StateError(
            _("The account “%(name)s” is a person's own already.")
            % {"name": user.username}
        )
    user.same_as = None
    save_only(user, "same_as")
    if heir:
        heir.same_as = None
        save_only(heir, "same_as")
        others.update(same_as=heir)
    _write_down(Action.ACCOUNT_IS_OWN_PERSON, [user], actor)
    return user


def _write_down(action: Action, users: Iterable[User], actor: Actor) -> None:
    names = sorted(user.username for user in users)
    Event.objects.record(action, actor=actor, details={"accounts": names})
