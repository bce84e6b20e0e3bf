"""How long a body may be, by the name of the route that it is sent to.

A route that is not here takes none.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from glossary.addresses import route_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_KILO, _MEGA = 1024, 1024 * 1024


class Size(NamedTuple):
    """What the addresses of one route may take."""

    most: int = 0
    """Bytes of a body."""
    says_itself: bool = False
    """Whether its page has better words for a body that is too large."""


_NOTHING = Size()
_LONG = 3 * _MEGA + 64 * _KILO

_SHORT = """
add-account add-app add-passkey allow begin begin-check begin-from
bring-up-to-date cancel-plan change-account claim confirm-erasure
decline-erasure email end-others end-session erase forget give-up go-back invite
issue-key letter merge one-person passkey passkey-to-add password plan
publish-now recovery-codes release remove-factor rename-factor restore
revoke-key second-step sign-in sign-off sign-out submit take-back welcome
withdraw
"""
"""The routes of the desk to which buttons and short forms are sent."""

SIZES: Mapping[str, Size] = MappingProxyType(
    {
        "api:annotate": Size(_LONG),
        "api:check": Size(_LONG),
        "api:lookup": Size(_MEGA),
        "api:search": Size(_MEGA),
        "api:suggest": Size(64 * _KILO),
        "check": Size(_LONG, says_itself=True),
        "desk-check-sheet": Size(_LONG),
        "desk-new": Size(64 * _KILO),
        "desk-preview": Size(_LONG, says_itself=True),
        "desk-return": Size(_MEGA),
        "desk-take-sheet": Size(_LONG),
        "desk-write": Size(_LONG, says_itself=True),
        "explain": Size(3 * _MEGA, says_itself=True),
        "feedback": Size(64 * _KILO),
        "suggest": Size(64 * _KILO),
        **{f"desk-{name}": Size(16 * _KILO) for name in _SHORT.split()},
    }
)


def size_for(path: str, host: str | None) -> Size:
    """Return what the address with this path may take, at this host."""
    return SIZES.get(route_of(path, host), _NOTHING)
