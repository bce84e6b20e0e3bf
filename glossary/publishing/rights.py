"""Who may publish and withdraw, or else is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary.errors import PermissionDeniedError
from glossary.permissions import can_publish, can_withdraw

if TYPE_CHECKING:
    from collections.abc import Collection

    from glossary.document import DocumentKind
    from glossary.models import Actor


def require_publisher(actor: Actor, kinds: Collection[DocumentKind] = ()) -> None:
    """Refuse who may not publish this. Raises ``PermissionDeniedError``."""
    if not can_publish(actor, kinds):
        raise PermissionDeniedError(_("You may not publish this."))


def require_withdrawer(actor: Actor) -> None:
    """Refuse who may not withdraw. Raises ``PermissionDeniedError``."""
    if not can_withdraw(actor):
        raise PermissionDeniedError(_("You may not withdraw what is public."))
