"""Which of our languages a reader prefers (RFC 9110, section 12.5.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_RANGES = 20


def preferred_languages(accept: str) -> list[str]:
    """Return the languages of ``Accept-Language`` that we have, best first.

    ``cy-GB`` counts as ``cy``; ``*`` and what cannot be read count as nothing.
    """
    ranges = sorted(_ranges(accept), key=lambda pair: -pair[0])
    wanted = (name.split("-")[0].lower() for _, name in ranges)
    return list(dict.fromkeys(code for code in wanted if code in languages.codes()))


def _ranges(accept: str) -> Iterator[tuple[float, str]]:
    for part in accept.split(",")[:MAX_RANGES]:
        name, _, weight = part.partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if quality > 0 and name.strip():
            yield quality, name.strip()
