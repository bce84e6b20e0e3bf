"""Which of our languages somebody prefers (RFC 9110, section 12.5.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_RANGES = 20
_IN = re.compile(r"(?:^|&)in=([A-Za-z0-9-]+)")


def preferred_languages(accept: str) -> list[str]:
    """Return the languages of ``Accept-Language`` that we have, best first.

    ``cy-GB`` counts as ``cy``; ``*`` and what cannot be read count as nothing.
    """
    ranges = sorted(_ranges(accept), key=lambda pair: -pair[0])
    wanted = (name.split("-")[0].lower() for _, name in ranges)
    return list(dict.fromkeys(code for code in wanted if code in languages.codes()))


def language_for_app(query: str, accept: str) -> str:
    """Return the language in which an app is told something.

    It is the first that ``in`` names in the query string, else what
    ``Accept-Language`` prefers, else our first one.
    """
    named = _IN.search(query)
    if named and named[1] in languages.codes():
        return named[1]
    return (preferred_languages(accept) or languages.codes())[0]


def _ranges(accept: str) -> Iterator[tuple[float, str]]:
    for part in accept.split(",")[:MAX_RANGES]:
        name, _, weight = part.partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if quality > 0 and name.strip():
            yield quality, name.strip()
