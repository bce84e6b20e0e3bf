"""What somebody changes about their own account."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from glossary.accounts.ground import hold_accounts, record, save_only, set_password
from glossary.accounts.sessions import end_all
from glossary.errors import InvalidQueryError, Problem, StateError
from glossary.models import Action, User


@transaction.atomic
def set_own_password(*, account: User, password: str) -> User:
    """Take another password; whoever else is signed in with the account no longer is.

    Raises ``InvalidQueryError`` for one that can be guessed.
    """
    set_password(account, password)
    save_only(account, "password")
    end_all(account)
    record(Action.PASSWORD_CHANGED, account, account)
    return account


@transaction.atomic
def set_email(*, account: User, email: str) -> User:
    """Say where mail goes to; nothing means nowhere. It is kept in small letters.

    Raises ``InvalidQueryError`` for what is no address, and ``StateError`` for one
    that is another account's.
    """
    email = User.normalize_username(email)
    hold_accounts()
    if email:
        _check_email(email)
        if User.objects.filter(email=email).exclude(pk=account.pk).exists():
            raise StateError(_("That e-mail address belongs to another account."))
    account.email = email
    save_only(account, "email")
    record(Action.EMAIL_CHANGED, account, account)
    return account


def _check_email(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        raise InvalidQueryError(
            _("That is no e-mail address."),
            Problem("email", "invalid", _("That is no e-mail address.")),
        ) from None
