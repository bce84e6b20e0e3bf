"""How long a body may be, by the name of the route that it is sent to.

A route that is not here takes none, but for those of the desk: there every form is
sent by somebody who writes, and some hold a whole document.
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
_DESK = Size(_LONG)

SIZES: Mapping[str, Size] = MappingProxyType(
    {
        "api:annotate": Size(_LONG),
        "api:check": Size(_LONG),
        "api:lookup": Size(_MEGA),
        "api:search": Size(_MEGA),
        "api:suggest": Size(64 * _KILO),
        "check": Size(_LONG, says_itself=True),
        "desk-nowhere": _NOTHING,
        "desk-passkey": Size(16 * _KILO),
        "desk-second-step": Size(64 * _KILO),
        "desk-sign-in": Size(64 * _KILO),
        "desk-sign-out": Size(16 * _KILO),
        "desk-welcome": Size(16 * _KILO),
        "explain": Size(3 * _MEGA, says_itself=True),
        "feedback": Size(64 * _KILO),
        "suggest": Size(64 * _KILO),
    }
)


def size_for(path: str) -> Size:
    """Return what the address with this path may take."""
    route = route_of(path)
    return SIZES.get(route, _DESK if route.startswith("desk-") else _NOTHING)
