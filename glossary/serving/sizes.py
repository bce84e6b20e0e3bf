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

SIZES: Mapping[str, Size] = MappingProxyType(
    {
        "api:annotate": Size(_LONG),
        "api:check": Size(_LONG),
        "api:lookup": Size(_MEGA),
        "api:search": Size(_MEGA),
        "api:suggest": Size(64 * _KILO),
        "check": Size(_LONG, says_itself=True),
        "desk-begin": Size(16 * _KILO),
        "desk-begin-from": Size(16 * _KILO),
        "desk-give-up": Size(16 * _KILO),
        "desk-new": Size(64 * _KILO),
        "desk-preview": Size(_LONG, says_itself=True),
        "desk-sign-in": Size(16 * _KILO),
        "desk-sign-out": Size(16 * _KILO),
        "desk-submit": Size(16 * _KILO),
        "desk-take-back": Size(16 * _KILO),
        "desk-write": Size(_LONG, says_itself=True),
        "explain": Size(3 * _MEGA, says_itself=True),
        "feedback": Size(64 * _KILO),
        "suggest": Size(64 * _KILO),
    }
)


def size_for(path: str) -> Size:
    """Return what the address with this path may take."""
    return SIZES.get(route_of(path), _NOTHING)
