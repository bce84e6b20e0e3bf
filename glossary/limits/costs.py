"""What a request costs, by its route: a page is one unit, other things are more.

A unit is about what a page takes that is not held: some 20 ms of one core. The
figures are of a text or a list that is as hard as it may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings

from glossary.addresses import is_for_apps, route_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_KILO = 1024
PER_ANSWER = 256 * _KILO
"""So many bytes of an answer are a further unit."""
FILE = 40
"""What a file costs beside the request that brings it: a process of its own."""


class Cost(NamedTuple):
    """So many units, and one more for each piece of the body of so many bytes."""

    units: int = 1
    piece: int = 10 * _KILO


_ONE = Cost()
_FREE = frozenset({"help"})
"""Nobody is refused the numbers to ring: without a query, that page is soon held."""
_READ: Mapping[str, Cost] = {"leaflet-pdf": Cost(20)}
_SENT: Mapping[str, Cost] = {
    "explain": Cost(20),
    "check": Cost(20, 5 * _KILO),
    "desk-sign-in": Cost(20),
    "api:annotate": Cost(1, 10 * _KILO),
    "api:check": Cost(5, 5 * _KILO),
    "api:lookup": Cost(1, 500),
    "api:search": Cost(1, _KILO),
}


def cost_of(
    method: str, path: str, length: int, query: str = "", *, host: str | None = None
) -> int:
    """Return what a request costs whose body has ``length`` bytes."""
    if path.startswith(settings.STATIC_URL):
        return 0
    if method != "POST" and is_for_apps(path):
        return _ONE.units + length // _ONE.piece  # no route need be looked for
    route = route_of(path, host)
    if route in _FREE and not query:
        return 0
    costs = _SENT if method == "POST" else _READ
    cost = costs.get(route, _ONE)
    return cost.units + length // cost.piece
