"""What stands around a term when it is meant: a small language of patterns.

In a pattern, words stand for themselves, in any capitals and with any accents, and

``~``         stands for the term, as in a dictionary
``(a|b c|)``  for one of several; for nothing, where one of them is empty
``word*``     for every word that begins so; ``*`` for any word
``...``       for up to three words
``NUMBER``    for a figure, ``MONEY`` for a sum of money

A pattern without ``~`` is about the whole text: its words stand somewhere in it.
``FIELD``, alone, says that the text is plainly about the field of the glossary.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from glossary.matching.characters import is_in_words, is_word_alone, letters
from glossary.text import APOSTROPHES, HYPHENS, MARKS, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Words: TypeAlias = tuple[str, ...]
    # One of these alternatives, or up to so many words whatever they are.
    Item: TypeAlias = tuple[Words, ...] | int

FIELD = "FIELD"
CLASSES = ("NUMBER", "MONEY")
_TERM, _GAP, _ANY = "~", "...", "*"
_WORDS_IN_A_GAP = 3
_MOST_PHRASES = 64

_PART = re.compile(
    r"\s+|~|\.\.\.|\([^()]*\)|(?P<word>[^\s~()|.]+)|(?P<odd>.)", re.DOTALL
)
_JOINTS = re.compile(f"['/{APOSTROPHES}{HYPHENS}-]")
_LETTER = re.compile(f".[{MARKS}]*")


class PatternError(ValueError):
    """A pattern that cannot be read: what is the matter with it, and where."""


class Pattern(NamedTuple):
    """What stands beside a term, or somewhere in the text.

    ``before`` is read from the term outwards. ``phrases`` are whole words; a star
    at the end lets the last of them go on.
    """

    before: Sequence[Item] = ()
    after: Sequence[Item] = ()
    phrases: Sequence[str] = ()
    is_field: bool = False

    @property
    def is_beside(self) -> bool:
        """Whether it is about what stands beside the term."""
        return bool(self.before or self.after)


@lru_cache(maxsize=4096)
def read_pattern(text: str) -> Pattern:
    """Return the pattern that ``text`` writes.

    Raises ``PatternError``.
    """
    if text.strip() == FIELD:
        return Pattern(is_field=True)
    sides: list[list[Item]] = [[]]
    for part, place in _parts(text):
        if part == _TERM:
            sides.append([])
        elif part == _GAP:
            sides[-1].append(_WORDS_IN_A_GAP)
        else:
            sides[-1].append(_alternatives(part, place))
    if len(sides) == 1:
        return Pattern(phrases=_phrases(sides[0]))
    if len(sides) > 2:
        raise PatternError(f"“{_TERM}” stands for the term: write it once")
    return _beside(*sides)


def check_unless(text: str) -> str:
    """Return ``text``, a pattern with which a term is not meant.

    Raises ``PatternError``.
    """
    if read_pattern(text).is_field:
        raise PatternError(f"{FIELD} says when a term is meant, not when it is not")
    return text


def check_only(text: str) -> str:
    """Return ``text``, a pattern with which alone a term is meant.

    Raises ``PatternError``.
    """
    read_pattern(text)
    return text


def read_family(text: str) -> Sequence[str]:
    """Return the phrases of a pattern that tells what a text is about.

    Raises ``PatternError``.
    """
    phrases = read_pattern(text).phrases
    if not phrases:
        raise PatternError(f"“{text}” is to stand anywhere in a text: leave “~” out")
    return phrases


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """Yield the parts of a pattern, each with the number of its first character."""
    for part in _PART.finditer(text):
        place = part.start() + 1
        if part["odd"]:
            raise PatternError(f"“{part[0]}” at character {place} means nothing here")
        if not part[0].isspace():
            yield part[0], place


def _alternatives(part: str, place: int) -> tuple[Words, ...]:
    """Return what a word stands for, or words in brackets."""
    texts = part[1:-1].split("|") if part.startswith("(") else [part]
    found = tuple(tuple(_words(text, place)) for text in texts)
    if not any(found):
        raise PatternError(f"the brackets at character {place} hold no word")
    return found


def _words(text: str, place: int) -> Iterator[str]:
    for piece in text.split():
        if piece in (*CLASSES, _ANY):
            yield piece
        elif piece != piece.lower():
            classes = ", ".join((*CLASSES, FIELD))
            raise PatternError(
                f"“{piece}” at character {place}: words are written in small letters, "
                f"and {classes} alone"
            )
        else:
            yield from _spelled(piece, place)


def _spelled(piece: str, place: int) -> Iterator[str]:
    """Yield the folded words of a piece of text: those of ``o'r`` are two."""
    star = _ANY * piece.endswith(_ANY)
    written = _JOINTS.split(normalise(piece.removesuffix(_ANY)))
    for number, word in enumerate(written, 1):
        if not word or not all(map(is_in_words, word)) or not letters(word):
            raise PatternError(f"“{piece}” at character {place} is no word")
        parts = _LETTER.findall(word) if is_word_alone(word[0]) else [word]
        found = [*map(letters, parts)]
        if number == len(written):
            found[-1] += star
        yield from found


def _beside(before: Sequence[Item], after: Sequence[Item]) -> Pattern:
    """Return the pattern of what is read on both sides of the term."""
    outwards = tuple(
        item if isinstance(item, int) else tuple(words[::-1] for words in item)
        for item in reversed(before)
    )
    found = Pattern(outwards, tuple(after))
    if not found.is_beside:
        raise PatternError(f"“{_TERM}” alone says nothing: write what is beside it")
    for side in (found.before, found.after):
        if side and (isinstance(side[-1], int) or not all(side[-1])):
            raise PatternError(
                "what is furthest from the term may be nothing there: leave it out"
            )
    return found


def _phrases(items: Sequence[Item]) -> tuple[str, ...]:
    """Return the phrases that stand somewhere in a text, each written in full."""
    choices = [item for item in items if not isinstance(item, int)]
    if not choices or len(choices) < len(items):
        raise PatternError(
            f"without “{_TERM}” a pattern is words, and “{_GAP}” is none of them"
        )
    if math.prod(map(len, choices)) > _MOST_PHRASES:
        raise PatternError(f"this stands for more than {_MOST_PHRASES} phrases")
    found: dict[str, None] = {}
    for chosen in product(*choices):
        words = [word for part in chosen for word in part]
        if not words or any(word.endswith("*") for word in words[:-1]):
            raise PatternError(f"without “{_TERM}”, “*” may end the last word alone")
        if not set(words).isdisjoint((*CLASSES, _ANY)):
            known = ", ".join((*CLASSES, _ANY))
            raise PatternError(f"{known} stand for what is beside “{_TERM}”")
        found[" ".join(words)] = None
    return tuple(found)
