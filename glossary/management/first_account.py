"""Nothing ships with a password: how the first account is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from glossary.doors import PREFIX, desk_address
from glossary.models import User

if TYPE_CHECKING:
    from glossary.management.one_at_a_time import Say


def place_to_sign_in() -> str:
    """Return the address at which people sign in."""
    return desk_address() + PREFIX


def say_how_to_begin(say: Say) -> None:
    """Say how to make an account, where there is a desk and nobody to sign in."""
    is_real = settings.DESK and not settings.DEMO
    if is_real and not User.objects.filter(is_active=True).exists():
        say(
            "Nobody can sign in to write yet. Make the first account with: "
            "manage.py account add NAME everything"
        )
