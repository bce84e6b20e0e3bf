"""Who must have a second factor, as ``DESK_SECOND_FACTOR`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from glossary.models import Act, Factor, FactorKind, every_act
from glossary.permissions import acts_of

if TYPE_CHECKING:
    from glossary.models import User

NOBODY, CHANGES, EVERYBODY = "nobody", "changes", "everybody"
_WORDS = {NOBODY, CHANGES, EVERYBODY}


def must_have_factor(account: User) -> bool:
    """Tell whether somebody may do what nobody does with a password alone."""
    asked = set(settings.DESK_SECOND_FACTOR)
    if CHANGES in asked:
        asked |= set(Act.values)
    return EVERYBODY in asked or not asked.isdisjoint(acts_of(account))


def has_factor(account: User) -> bool:
    """Tell whether somebody has a second factor."""
    return Factor.objects.filter(account=account).exists()


def has_passkey(account: User) -> bool:
    """Tell whether somebody has a passkey."""
    kind = FactorKind.PASSKEY
    return Factor.objects.filter(account=account, kind=kind).exists()


def unknown_acts() -> list[str]:
    """Return what the setting names and nobody can be allowed."""
    return sorted(set(settings.DESK_SECOND_FACTOR) - _WORDS - {*every_act()})
