"""Initial mutations: how the first letter of a Welsh word changes with its place.

Forms are made from the words that are known; running text is never undone. Only the
first word of a term changes: mutations further in are part of its spelling.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.text import fold, without_accents

if TYPE_CHECKING:
    from collections.abc import Iterator

SOFT = "soft-mutation"
NASAL = "nasal-mutation"
ASPIRATE = "aspirate-mutation"
PROTHESIS = "h-prothesis"

_CHANGES = {
    "p": ((SOFT, "b"), (NASAL, "mh"), (ASPIRATE, "ph")),
    "t": ((SOFT, "d"), (NASAL, "nh"), (ASPIRATE, "th")),
    "c": ((SOFT, "g"), (NASAL, "ngh"), (ASPIRATE, "ch")),
    "b": ((SOFT, "f"), (NASAL, "m")),
    "d": ((SOFT, "dd"), (NASAL, "n")),
    "g": ((SOFT, ""), (NASAL, "ng")),
    "m": ((SOFT, "f"),),
    "ll": ((SOFT, "l"),),
    "rh": ((SOFT, "r"),),
}
# These are letters of their own, or clusters that only loans and names begin with.
_STEADY = frozenset(("ch", "dd", "ff", "gh", "mh", "ng", "nh", "ph", "th", "ts"))
_VOWELS = "aeiouwy"
_BEFORE_SOFT_G = frozenset(f"{_VOWELS}lr")

_FIRST_LETTERS = re.compile(r"[^\W\d_]+")

# What a word that begins so may have been, longest beginning first.
_ORIGINS = {
    "ngh": ("c",),
    "ng": ("g",),
    "mh": ("p",),
    "nh": ("t",),
    "ch": ("c",),
    "ph": ("p",),
    "th": ("t",),
    "dd": ("d",),
    **dict.fromkeys(("ff", "gh", "ll", "rh"), ()),
    "f": ("b", "m"),
    "m": ("b",),
    "n": ("d",),
    "b": ("p",),
    "d": ("t",),
    "g": ("c",),
    "l": ("ll", "gl"),
    "r": ("rh", "gr"),
    **{vowel: (f"g{vowel}",) for vowel in _VOWELS},
    **{f"h{vowel}": (vowel,) for vowel in _VOWELS},
}


def mutated(text: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the spelling of each mutation of ``text``.

    Single letters do not mutate, nor do words with a capital further in: CPS, DfE,
    MakeSafe.
    """
    first = _FIRST_LETTERS.match(text)
    if not first or first.end() == 1 or not first.group()[1:].islower():
        return
    start = without_accents(text[:2]).lower()
    if start in _STEADY:
        return
    if _begins_with_vowel(text[0], start):
        yield PROTHESIS, _cased(text, "h" + text[0].lower() + text[1:])
        return
    radical = start if start in _CHANGES else start[0]
    for name, change in _CHANGES.get(radical, ()):
        if change or start[1] in _BEFORE_SOFT_G:
            yield name, _cased(text, change + text[len(radical) :])


def radicals(word: str) -> tuple[str, ...]:
    """Return the folded words of which ``word`` may be a mutation."""
    folded = fold(word)
    for length in (3, 2, 1):
        start = folded[:length]
        if start in _ORIGINS:
            return tuple(origin + folded[length:] for origin in _ORIGINS[start])
    return ()


def _begins_with_vowel(first: str, start: str) -> bool:
    """Return whether ``h`` may come before: w and y are consonants in wal and yoga."""
    if start[0] in "wy" and first in "wyWY":
        return start[1] not in "aeiou"
    return start[0] in "aeiouwy"


def _cased(text: str, changed: str) -> str:
    """Return ``changed`` with a capital where ``text`` has one."""
    return changed[0].upper() + changed[1:] if text[0].isupper() else changed
