"""What a text itself says that its abbreviations stand for.

After A. S. Schwartz and M. A. Hearst, “A simple algorithm for identifying
abbreviation definitions in biomedical text”, Pacific Symposium on Biocomputing 8,
2003: an abbreviation in brackets after its long form, or the other way round. The
long form has at most twice as many words as the abbreviation has letters, or five
more; the letters are found from right to left, the first at the beginning of a word.

That finds long forms by accident too, and a wrong one takes an abbreviation's
meaning away for a whole text. So each letter must begin a word, with at most one
word between two of them; or else the long form has fewer words than there are
letters, and none by which the entry is called. What is no longer than the
abbreviation, or has it in it, is no long form.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.characters import IN_WORDS, WALL, WORD, cased
from glossary.matching.whole import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glossary.matching.abbreviations import Abbreviations
    from glossary.matching.coding import Coded

    Words = Sequence[bytes]

_STOPS = frozenset(b".;:!?()[]") | {WALL}
_STOP_INSIDE = re.compile(b"[%b]" % re.escape(bytes(_STOPS) + b","))
_WORD = re.compile(f"[{IN_WORDS}]+".encode())
_MOST_IN_BRACKETS = 4  # words around an abbreviation: “hereafter the CSA”
_ALIKE = (3, 4)


class _Definition(NamedTuple):
    """An abbreviation as it is written, and words that may be its long form.

    They are read from the bracket outwards if ``is_before``, or else inwards.
    """

    short: str
    words: Words
    is_before: bool


def read_definitions(
    text: str, coded: Coded, known: Abbreviations
) -> Mapping[str, bool]:
    """Return, by entry, whether ``text`` defines its abbreviation as its own.

    An entry whose abbreviations the text does not define is missing. One other
    meaning anywhere is enough for False.
    """
    found: dict[str, bool] = {}
    for definition in _definitions(text, coded, known):
        for entry in known.entries(definition.short):
            is_own = _is_own(definition, known.names(entry))
            if is_own is not None:
                found[entry] = is_own and found.get(entry, True)
    return found


def _definitions(
    text: str, coded: Coded, known: Abbreviations
) -> Iterator[_Definition]:
    """Yield the places where an abbreviation that is known stands at a bracket."""
    codes = coded.codes

    def written(place: tuple[int, int]) -> str:
        first, last = coded.span(*place)
        return cased(text[first:last])

    for bracket in _brackets(codes):
        inside = [*islice(_after(codes, bracket + 1), _MOST_IN_BRACKETS + 1)]
        before = next(_before(codes, bracket), None)
        if not inside or not before:
            continue
        if len(inside) <= _MOST_IN_BRACKETS and known.has(short := written(inside[-1])):
            places = islice(_before(codes, bracket), known.reach(short))
            yield _Definition(short, [codes[a:b] for a, b in places], is_before=True)
        elif known.has(short := written(before)):
            places = islice(_after(codes, bracket + 1), known.reach(short))
            yield _Definition(short, [codes[a:b] for a, b in places], is_before=False)


def _brackets(codes: bytes) -> Iterator[int]:
    for sign in b"([":
        place = codes.find(sign)
        while place >= 0:
            yield place
            place = codes.find(sign, place + 1)


def _after(codes: bytes, place: int) -> Iterator[tuple[int, int]]:
    """Yield where the words are that follow ``place`` inside its brackets."""
    end = _STOP_INSIDE.search(codes, place)
    words = _WORD.finditer(codes, place, end.start() if end else len(codes))
    return (word.span() for word in words)


def _before(codes: bytes, place: int) -> Iterator[tuple[int, int]]:
    """Yield where the words are that go before ``place``, the nearest first."""
    while place and codes[place - 1] not in _STOPS:
        end = place
        while place and codes[place - 1] in WORD:
            place -= 1
        if place < end:
            yield place, end
        else:
            place -= 1


def _is_own(definition: _Definition, names: Sequence[Words]) -> bool | None:
    """Whether the long form is one of ``names``; None if there is no long form."""
    short, words, is_before = definition
    if not names:
        return None
    if any(_are_alike(words[: len(name) + 1], name) for name in names):
        return True
    letters = _letters(short)
    order = -1 if is_before else 1
    near = words[: min(len(letters) + 5, 2 * len(letters))]
    by_initials = _by_initials(letters[::order], near)
    long = by_initials or _by_letters(letters, near[::order])
    if any(_are_alike(long, name) for name in names):
        return True
    if letters in long or len(b"".join(long)) <= len(letters):
        return None
    is_apart = len(long) < len(letters) and all(map(set(long).isdisjoint, names))
    return False if by_initials or is_apart else None


def _letters(short: str) -> bytes:
    """Return the letters that a long form has, without the ending of a plural."""
    is_plural = len(short) > 2 and short[-1] == "s" and short[-2].isupper()
    return b"".join(words_of(short[:-1] if is_plural else short))


def _by_initials(sought: bytes, words: Words) -> Words:
    """Return the first of ``words`` whose initials are ``sought``, or nothing.

    Between two of them, and before the first, may be one word.
    """
    places = set(range(min(2, len(words))))
    for number, letter in enumerate(sought):
        if number:
            places = {place + step for place in places for step in (1, 2)}
        places = {
            place
            for place in places
            if place < len(words) and words[place][0] == letter
        }
    return words[: min(places) + 1] if places else ()


def _by_letters(sought: bytes, words: Words) -> Words:
    """Return the last of ``words`` in which the letters of ``sought`` are, or nothing.

    As Schwartz and Hearst look for them: from right to left, each as far right as
    it may be, and the first one at the beginning of a word.
    """
    text = b" %b" % b" ".join(words)
    place = len(text)
    for number, letter in enumerate(reversed(sought), 1):
        wanted = bytes((letter,))
        if number == len(sought):
            place = text.rfind(b" " + wanted, 0, place)
        else:
            place = text.rfind(wanted, 0, place)
        if place < 0:
            return ()
    return text[place:].split()


def _are_alike(long: Words, name: Words) -> bool:
    """Whether nearly all words of ``name`` are in ``long``: “on” for “into” may be."""
    shared, all_of_them = len({*long} & {*name}), len({*name})
    return shared * _ALIKE[1] >= all_of_them * _ALIKE[0]
