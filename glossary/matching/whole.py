"""A text as a whole: what stands anywhere in it, and whether it is about the field."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from glossary.matching.characters import IN_WORDS, SIGNS, WORDS_ONLY
from glossary.matching.coding import flat
from glossary.matching.joints import ASIDE
from glossary.memory import briefly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.matching.coding import Coded

_WORD = re.compile(f"[{IN_WORDS}]+".encode("latin-1"))
_ONE_MORE_FROM = (20, 100)  # words in the text


class Whole:
    """A text in codes; ``field`` has families of phrases that tell its field.

    Nothing is worked out before somebody asks: few texts have a word that does.
    """

    def __init__(self, coded: Coded, field: Sequence[Sequence[str]]) -> None:
        self._coded = coded
        self._codes = coded.codes
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
        first, *more = phrase.removesuffix("*").split()
        if not more and phrase.endswith("*"):
            place = bisect_left(self._in_order, first)
            return place < len(self._in_order) and self._in_order[place].startswith(
                first
            )
        if not more or first not in self._different:
            return first in self._different
        return _between_spaces(phrase) in self._spaced

    @cached_property
    def _words(self) -> list[str]:
        if self._codes.isascii():
            return self._codes.translate(WORDS_ONLY).decode().split()
        found = _WORD.finditer(self._codes)
        return [self._coded.word(*word.span()) for word in found]

    @cached_property
    def _ways(self) -> list[list[str]]:
        """The words, and once more: as they are said, and without hyphens."""
        said = self._coded.said.codes
        others = {said, said.replace(b"-", b"")} - {self._codes}
        return [
            self._words,
            *(
                [word.decode() for word in words if word.isascii()]
                for words in (other.translate(WORDS_ONLY).split() for other in others)
            ),
        ]

    @cached_property
    def _different(self) -> frozenset[str]:
        return frozenset().union(*self._ways)

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._different)

    @cached_property
    def _spaced(self) -> str:
        return "\n".join(f" {' '.join(words)} " for words in self._ways)

    @cached_property
    def _ends(self) -> tuple[int, int]:
        """Where the first word of the text begins and its last one ends."""
        codes = ASIDE.sub(lambda found: b" " * len(found[0]), self._codes)
        return len(codes) - len(codes.lstrip(SIGNS)), len(codes.rstrip(SIGNS))


@briefly(8192)
def words_of(text: str) -> Sequence[bytes]:
    """Return the words of ``text`` as they are in codes."""
    return tuple(flat(text).translate(WORDS_ONLY).split())


def _between_spaces(phrase: str) -> str:
    """Return ``phrase`` as it is looked for in all the words of a text."""
    return f" {phrase.removesuffix('*')}" if phrase.endswith("*") else f" {phrase} "
