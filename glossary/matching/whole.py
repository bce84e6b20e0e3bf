"""A text as a whole: what stands anywhere in it, and whether it is about the field."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from glossary.matching.characters import SIGNS, SPACE, WORD
from glossary.matching.coding import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS_ONLY = bytes(one if one in WORD else SPACE for one in range(256))
_ONE_MORE_FROM = (20, 100)  # words in the text


class Whole:
    """The ``codes`` of a text; ``field`` has families of phrases that tell its field.

    Nothing is worked out before somebody asks: few texts have a word that does.
    """

    def __init__(self, codes: bytes, field: Sequence[Sequence[str]]) -> None:
        self._codes = codes
        self._field = field
        self._known: dict[Sequence[str], bool] = {}

    def has(self, phrases: Sequence[str]) -> bool:
        """Whether one of ``phrases`` stands somewhere, whatever signs are in it."""
        found = self._known.get(phrases)
        if found is None:
            found = self._known[phrases] = any(map(self._has, phrases))
        return found

    @cached_property
    def is_about_field(self) -> bool:
        """Whether the text is plainly about the field.

        It has a phrase of one family, from twenty words on those of two, and from a
        hundred on of three: the longer a text, the more it has by accident.
        """
        needed = 1 + sum(len(self._words) >= length for length in _ONE_MORE_FROM)
        met = islice(filter(self.has, self._field), needed)
        return len([*met]) == needed

    def is_only(self, start: int, end: int) -> bool:
        """Whether no word is in the text but those of ``codes[start:end]``."""
        first, last = self._ends
        return start <= first and last <= end

    def _has(self, phrase: str) -> bool:
        """Whether ``phrase`` stands somewhere; a star lets its last word go on."""
        first, *more = words_of(phrase)
        if not more and phrase.endswith("*"):
            place = bisect_left(self._in_order, first)
            return place < len(self._in_order) and self._in_order[place].startswith(
                first
            )
        if not more or first not in self._different:
            return first in self._different
        return _between_spaces(phrase) in self._spaced

    @cached_property
    def _words(self) -> list[bytes]:
        return self._codes.translate(WORDS_ONLY).split()

    @cached_property
    def _different(self) -> frozenset[bytes]:
        return frozenset(self._words)

    @cached_property
    def _in_order(self) -> list[bytes]:
        return sorted(self._different)

    @cached_property
    def _spaced(self) -> bytes:
        return b" %b " % b" ".join(self._words)

    @cached_property
    def _ends(self) -> tuple[int, int]:
        """Where the first word of the text begins and its last one ends."""
        first = len(self._codes) - len(self._codes.lstrip(SIGNS))
        return first, len(self._codes.rstrip(SIGNS))


@lru_cache(maxsize=8192)
def words_of(text: str) -> Sequence[bytes]:
    """Return the words of ``text`` as they are in codes."""
    return tuple(flat(text).translate(WORDS_ONLY).split())


def _between_spaces(phrase: str) -> bytes:
    """Return ``phrase`` as it is looked for in all the words of a text."""
    words = b" %b" % b" ".join(words_of(phrase))
    return words if phrase.endswith("*") else b"%b " % words
