"""What the addresses may take, by the names of their routes.

A route has the same name in every language, and on the pages as in the API. One
that is not here takes no body, and reading it costs little.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from django.urls import Resolver404, resolve

from glossary import languages

if TYPE_CHECKING:
    from collections.abc import Mapping

_KILO, _MEGA = 1024, 1024 * 1024


class Route(NamedTuple):
    """What the addresses with one name may take."""

    most: int = 0
    """Bytes of a body."""
    says_itself: bool = False
    """Whether its page has better words for a body that is too large."""
    is_costly: bool = False
    """Whether reading it costs so much that no thread of the readers does it."""


_LONG = 3 * _MEGA + 64 * _KILO

ROUTES: Mapping[str, Route] = MappingProxyType(
    {
        "annotate": Route(_LONG),
        "check": Route(_LONG, says_itself=True),
        "explain": Route(3 * _MEGA, says_itself=True),
        "lookup": Route(_MEGA),
        "search": Route(_MEGA),
        "feedback": Route(64 * _KILO),
        "suggest": Route(64 * _KILO),
        "leaflet-pdf": Route(is_costly=True),
    }
)
_NOTHING = Route()


def route_of(path: str) -> Route:
    """Return what the address with this path may take."""
    try:
        name = resolve(path).url_name or ""
    except Resolver404:
        return _NOTHING
    lang, _, rest = name.partition("-")
    return ROUTES.get(rest if lang in languages.codes() else name, _NOTHING)
