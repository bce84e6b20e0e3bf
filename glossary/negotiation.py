"""What a request accepts: media types and content codings (RFC 9110, section 12.5).

Names are compared without regard to case, and what cannot be read counts as nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.memory import briefly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHORT = 100  # characters of a header whose meaning is remembered
_MOST = 40  # parts of a header that are read
_GZIP = ("gzip", "x-gzip")


def quality(accept: str | None, media_type: str) -> float:
    """Return how much ``media_type`` is wanted: 0 for not at all.

    The narrowest range that holds it decides. Where no range can be read, anything
    will do.
    """
    ranges = [part for part in _parts(accept or "") if part[0].count("/") == 1]
    if not ranges:
        return 1.0
    kind = media_type.partition("/")[0]
    for wanted in (media_type, f"{kind}/*", "*/*"):
        found = [weight for name, weight in ranges if name == wanted]
        if found:
            return max(found)
    return 0.0


def best(accept: str | None, offered: Sequence[str]) -> str | None:
    """Return the media type of ``offered`` that is liked best; none if none is taken.

    Among those that are liked alike it is the first.
    """
    weights = {one: quality(accept, one) for one in offered}
    liked = max(weights, key=lambda one: weights[one])
    return liked if weights[liked] else None


def takes_gzip(accept_encoding: str | None) -> bool:
    """Tell whether an answer may come compressed by gzip."""
    if not accept_encoding:
        return False
    if len(accept_encoding) > _SHORT:
        return _known_gzip.__wrapped__(accept_encoding)
    return _known_gzip(accept_encoding)


@briefly(256)
def _known_gzip(accept_encoding: str) -> bool:
    weights = dict(_parts(accept_encoding))
    named = [weights[name] for name in _GZIP if name in weights]
    return max(named, default=weights.get("*", 0.0)) > 0


def _parts(header: str) -> Iterator[tuple[str, float]]:
    """Yield the names in a header, in lower case, each with its weight."""
    for part in header.split(",")[:_MOST]:
        name, *parameters = part.split(";")
        if name.strip():
            yield name.strip().lower(), _weight(parameters)


def _weight(parameters: list[str]) -> float:
    """Return the ``q`` among parameters; 1 where there is none that can be read."""
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                weight = float(value)
            except ValueError:
                return 1.0
            return weight if 0 <= weight <= 1 else 1.0
    return 1.0
