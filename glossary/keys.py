"""The rules for API keys: issue one, revoke one, know one again."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from glossary.errors import (
    InvalidQueryError,
    NotFoundError,
    PermissionDeniedError,
    StateError,
)
from glossary.models import Action, ApiKey, Event
from glossary.models.keys import key_digest
from glossary.permissions import can_manage_keys

if TYPE_CHECKING:
    from glossary.models import Actor

PREFIX = "plainwords_"
MOST_NAME_OF_KEY = 100
FOUND = "glossary.key"
"""In the environment of a request: the key that was found for it, or none."""


@transaction.atomic
def issue_key(*, name: str, actor: Actor) -> str:
    """Make a key called ``name`` and return its secret, which is kept nowhere.

    Raises ``PermissionDeniedError``, and ``StateError`` where the name is taken.
    """
    _require_manager(actor)
    if not 0 < len(name) <= MOST_NAME_OF_KEY:
        raise InvalidQueryError(_("A key has a name, so that one knows whose it is."))
    if ApiKey.objects.filter(name=name).exists():
        raise StateError(
            _("There is a key called “%(name)s” already.") % {"name": name}
        )
    secret = PREFIX + secrets.token_urlsafe(32)
    ApiKey.objects.create(
        name=name, digest=key_digest(secret), created_at=timezone.now()
    )
    Event.objects.record(Action.KEY_ISSUED, actor=actor, details={"key": name})
    return secret


@transaction.atomic
def revoke_key(*, name: str, actor: Actor) -> ApiKey:
    """Make the key called ``name`` worthless for ever.

    Raises ``PermissionDeniedError``, and ``NotFoundError`` where there is none.
    """
    _require_manager(actor)
    key = ApiKey.objects.valid().filter(name=name).first()
    if key is None:
        raise NotFoundError(
            _("There is no valid key called “%(name)s”.") % {"name": name}
        )
    key.revoked_at = timezone.now()
    key.save(update_fields=["revoked_at"])
    Event.objects.record(Action.KEY_REVOKED, actor=actor, details={"key": name})
    return key


def find_key(authorization: str) -> ApiKey | None:
    """Return the valid key that an ``Authorization`` header has (RFC 6750)."""
    scheme, _, secret = authorization.partition(" ")
    if scheme.lower() != "bearer":
        return None
    return ApiKey.objects.valid().of(secret.strip()).first()


def _require_manager(actor: Actor) -> None:
    if not can_manage_keys(actor):
        raise PermissionDeniedError(_("You may not manage keys."))
