"""Where an abbreviation and its long form stand at a bracket.

“Child Support Agency (the CSA)”, “CSA (Child Support Agency)”.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.characters import IN_WORDS, WALL, WORD
from glossary.matching.long_forms import (
    are_alike,
    by_initials,
    by_letters,
    letters_of,
    may_be_alike,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from glossary.matching.abbreviations import Abbreviations

    Span = tuple[int, int]
    Words = Sequence[bytes]

_STOPS = frozenset(b".;:!?()[]") | {WALL}
_STOP_INSIDE = re.compile(b"[%b]" % re.escape(bytes(_STOPS) + b","))
_WORD = re.compile(f"[{IN_WORDS}]+".encode())
_MOST_IN_BRACKETS = 4  # words around an abbreviation: “hereafter the CSA”


class InBrackets(NamedTuple):
    """An abbreviation as it is written, and words that may be its long form.

    They are read from the bracket outwards if ``is_before``, or else inwards.
    """

    short: str
    words: Words
    is_before: bool

    def is_own(self, names: Sequence[Words]) -> bool | None:
        """Whether the long form is one of ``names``; None if there is no long form."""
        short, words, is_before = self
        if not names:
            return None
        if any(are_alike(words[: len(name) + 1], name) for name in names):
            return True
        letters = letters_of(short)
        order = -1 if is_before else 1
        near = words[: min(len(letters) + 5, 2 * len(letters))]
        with_initials = by_initials(letters[::order], near)
        long = with_initials or by_letters(letters, near[::order])
        if any(are_alike(long, name) for name in names):
            return True
        if letters in long or len(b"".join(long)) <= len(letters):
            return None
        if with_initials:
            return None if any(may_be_alike(long, name) for name in names) else False
        is_apart = len(long) < len(letters) and all(map(set(long).isdisjoint, names))
        return False if is_apart else None


def in_brackets(
    written: Callable[[Span], str], codes: bytes, known: Abbreviations
) -> Iterator[InBrackets]:
    """Yield the places where an abbreviation that is known stands at a bracket."""
    for bracket in _brackets(codes):
        inside = [*islice(_after(codes, bracket + 1), _MOST_IN_BRACKETS + 1)]
        before = next(_before(codes, bracket), None)
        if not inside or not before:
            continue
        if len(inside) <= _MOST_IN_BRACKETS and known.has(short := written(inside[-1])):
            places = islice(_before(codes, bracket), known.reach(short))
            yield InBrackets(short, _words(codes, places), is_before=True)
        elif known.has(short := written(before)):
            places = islice(_after(codes, bracket + 1), known.reach(short))
            yield InBrackets(short, _words(codes, places), is_before=False)


def _words(codes: bytes, places: Iterable[Span]) -> Words:
    return tuple(codes[start:end] for start, end in places)


def _brackets(codes: bytes) -> Iterator[int]:
    for sign in b"([":
        place = codes.find(sign)
        while place >= 0:
            yield place
            place = codes.find(sign, place + 1)


def _after(codes: bytes, place: int) -> Iterator[Span]:
    """Yield where the words are that follow ``place`` inside its brackets."""
    end = _STOP_INSIDE.search(codes, place)
    words = _WORD.finditer(codes, place, end.start() if end else len(codes))
    return (word.span() for word in words)


def _before(codes: bytes, place: int) -> Iterator[Span]:
    """Yield where the words are that go before ``place``, the nearest first."""
    while place and codes[place - 1] not in _STOPS:
        end = place
        while place and codes[place - 1] in WORD:
            place -= 1
        if place < end:
            yield place, end
        else:
            place -= 1
