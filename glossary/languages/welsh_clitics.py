"""Small words that Welsh writes joined or apart: ``camfanteisio'n`` and ``… yn``.

After a vowel, ``yn``, ``y`` and ``yr`` are mostly written joined; letters and notes
have them apart as well. After some small words they never are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = r"[^\W\d_]"
_JOINED = re.compile(rf"({_LETTER}+)['\u2018\u2019\u02bc]([nr])(?=\s+({_LETTER})|$)")
_APART = re.compile(rf"({_LETTER}+)\s+y([nr]?)(?=\s)", re.IGNORECASE)
_ALWAYS_JOINED = frozenset("a a'i efo gyda i na o tua".split())
_VOWELS = "aeiouwy"
_BEFORE_YR = frozenset("aeiouyh")


def clitic_spellings(text: str) -> Iterator[str]:
    """Yield ``text`` with its clitics as words of their own, and with words joined."""
    for changed in (_JOINED.sub(_apart, text), _APART.sub(_joined, text)):
        if changed != text:
            yield changed


def _apart(found: re.Match[str]) -> str:
    word, clitic, following = found.groups()
    if clitic == "n":
        return "sydd yn" if word == "sy" else f"{word} yn"
    if fold(word) in _ALWAYS_JOINED:
        return found[0]
    is_before_vowel = fold(following or "") in _BEFORE_YR
    return f"{word} yr" if is_before_vowel else f"{word} y"


def _joined(found: re.Match[str]) -> str:
    word, ending = found.groups()
    if fold(word[-1]) not in _VOWELS:
        return found[0]
    return f"{word}'{ending or 'r'}"
