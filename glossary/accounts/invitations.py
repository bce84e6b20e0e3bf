"""How somebody gets a password that nobody else has seen: by a link, once, in a day.

The link is made from the account as it is. Whoever sets a password with it, or is
given another link, makes it worthless.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.utils.http import base36_to_int, int_to_base36
from django.utils.translation import gettext as _

from glossary.accounts.ground import (
    get,
    record,
    require_manager,
    require_no_more,
    save_only,
    set_password,
)
from glossary.accounts.sessions import end_all
from glossary.errors import NotFoundError, StateError
from glossary.models import Action, User

if TYPE_CHECKING:
    from glossary.models import Actor


class _Tokens(PasswordResetTokenGenerator):
    """Tokens that are good for ``PASSWORD_RESET_TIMEOUT`` seconds."""

    key_salt = "glossary.accounts.invitations"


_TOKENS = _Tokens()


@transaction.atomic
def invite(*, name: str, actor: Actor) -> str:
    """Take an account its password; return what lets its owner set another one.

    Raises ``PermissionDeniedError``, also where the account may do what ``actor`` may
    not; ``NotFoundError``; and ``StateError`` where it is closed.
    """
    require_manager(actor)
    user = get(name)
    require_no_more(actor, user)
    if not user.is_active:
        raise StateError(
            _("The account “%(name)s” is closed.") % {"name": user.username}
        )
    user.set_unusable_password()
    save_only(user, "password")
    end_all(user)
    record(Action.ACCOUNT_INVITED, user, actor)
    return f"{int_to_base36(user.pk)}-{_TOKENS.make_token(user)}"


def invited(token: str) -> User:
    """Return whose invitation this is. Raises ``NotFoundError`` where it is none."""
    number, __, rest = token.partition("-")
    try:
        user = User.objects.filter(pk=base36_to_int(number), is_active=True).first()
    except ValueError:
        user = None
    if (
        user is None
        or user.has_usable_password()
        or not _TOKENS.check_token(user, rest)
    ):
        raise NotFoundError(
            _(
                "This link was used already, or is too old. Whoever gave it to you can "
                "make another one."
            )
        )
    return user


@transaction.atomic
def accept(*, token: str, password: str) -> User:
    """Set the password of whoever was invited.

    Raises ``NotFoundError`` where the invitation holds no more, and
    ``InvalidQueryError`` for a password that can be guessed.
    """
    user = User.objects.select_for_update().get(pk=invited(token).pk)
    invited(token)  # also when two come at once
    set_password(user, password)
    save_only(user, "password")
    record(Action.PASSWORD_CHANGED, user, user)
    return user
