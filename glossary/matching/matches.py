"""What is found in a text: spans, and what can be said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Match(NamedTuple):
    """A term found: ``text[start:end]``, with the entries that it may stand for.

    ``candidates`` are ids of entries, likeliest first. ``lang`` and ``form`` tell
    of the first: ``form`` is the form's name, and ``folded`` for an exact form
    that the text spells with other capitals, accents, signs or spaces.

    A tuple and no dataclass: a long text has tens of thousands, and a frozen
    dataclass takes four times as long to make.
    """

    start: int
    end: int
    candidates: tuple[str, ...]
    lang: str
    form: str


def first_occurrences(matches: Iterable[Match]) -> list[Match]:
    """Return those of ``matches`` in which an entry is met for the first time."""
    met: set[str] = set()
    found = []
    for match in matches:
        if not met.issuperset(match.candidates):
            met.update(match.candidates)
            found.append(match)
    return found


def to_utf16(text: str, matches: Iterable[Match]) -> list[Match]:
    """Return ``matches`` in ``text`` with offsets in UTF-16 units.

    ``matches`` are in order, as they are found.
    """
    return _moved(
        text, matches, lambda part: len(part.encode("utf-16-le", "surrogatepass")) // 2
    )


def to_utf8(text: str, matches: Iterable[Match]) -> list[Match]:
    """Return ``matches`` in ``text`` with offsets in bytes of UTF-8.

    ``matches`` are in order, as they are found. A surrogate without its partner,
    which UTF-8 has no place for, counts as the three bytes that replace it.
    """
    return _moved(
        text, matches, lambda part: len(part.encode("utf-8", "surrogatepass"))
    )


def _moved(
    text: str, matches: Iterable[Match], measure: Callable[[str], int]
) -> list[Match]:
    """Return ``matches`` with offsets as ``measure`` counts the text before them."""
    if text.isascii():
        return list(matches)
    found, done, place = [], 0, 0
    for match in matches:
        start = place + measure(text[done : match.start])
        place = start + measure(text[match.start : match.end])
        done = match.end
        found.append(match._replace(start=start, end=place))
    return found
