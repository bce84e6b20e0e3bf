"""Alphabetical order as a string: letters first, then accents, then capitals.

A key has three levels with a tab between them. The first holds one character for
each letter, so that ``ll`` can be one letter after ``l``. Accents, capitals,
hyphens, apostrophes and full stops do not count there; a space comes before any
digit and a digit before any letter. The second level is the text in small letters,
the third the text with its capitals turned round: ``mor`` comes before ``môr``
and ``bil`` before ``Bil``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.text import MARKS, PLAIN, normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glossary.text import Folding

APART = "\u034f"
"""Combining grapheme joiner: the letters beside it are two (Unicode 16, 23.2)."""

TOGETHER = "\u2060"
"""Word joiner: the letters beside it are one, whatever the rules say."""

# ``unify`` drops both, so they pass through it under these names.
_APART, _TOGETHER = "\x01", "\x02"
_KEEP = str.maketrans({APART: _APART, TOGETHER: _TOGETHER})

_SILENT = _APART + "'.-"
_GAP = re.compile(rf"[{_SILENT}]*(?:[^\w{MARKS}{_SILENT}]|_)(?:[^\w{MARKS}]|_)*")
_FIRST_PRIVATE, _FIRST_RANK = 0xE000, ord("9") + 1


class _Ranks(dict[int, str]):
    """What each character becomes on the first level, for ``str.translate``."""

    def __init__(self, units: Sequence[str]) -> None:
        super().__init__({ord(sign): "" for sign in _SILENT})
        self.update({ord(same): same for same in " 0123456789"})
        self.update({ord(unit): chr(_FIRST_RANK + i) for i, unit in enumerate(units)})
        self._after = chr(_FIRST_RANK + len(units))

    def __missing__(self, code: int) -> str:
        """Put a letter of another alphabet after every letter of this one."""
        return self._after + chr(code)


class Order:
    """The order of an alphabet some of whose letters have several characters."""

    def __init__(
        self,
        letters: Sequence[str],
        separate: Callable[[str], str] | None = None,
        *,
        folding: Folding = PLAIN,
    ) -> None:
        """Take every letter in order, borrowed ones too, as ``folding`` leaves them.

        ``separate`` gets a text in small letters without accents, and calls
        ``split`` where characters that look like one letter are two.
        """
        long = sorted((x for x in letters if len(x) > 1), key=len, reverse=True)
        self._units = {x: chr(_FIRST_PRIVATE + i) for i, x in enumerate(long)}
        self._long = re.compile("|".join(long) or r"(?!)")
        self._separate = separate
        self._folding = folding
        units = [self._units.get(letter, letter) for letter in letters]
        self._ranks = _Ranks(units)
        self._letters = dict(zip(units, letters, strict=True))

    def key(self, text: str) -> str:
        """Return the string whose code point order is the order of texts."""
        first = self._read(text).translate(self._ranks)
        second = self._folding.unify(text)
        return f"{first}\t{second}\t{normalise(text).swapcase()}"

    def letter(self, text: str) -> str:
        """Return the first letter of ``text``, or nothing if it begins with none."""
        return self._letters.get(self._read(text).lstrip(_SILENT)[:1], "")

    def _read(self, text: str) -> str:
        """Return ``text`` with one character for each letter."""
        plain = self._folding.fold(text.translate(_KEEP))
        if self._separate:
            plain = self._separate(plain)
        plain = _GAP.sub(" ", plain.replace(_TOGETHER, "")).strip()
        return self._long.sub(lambda match: self._units[match.group()], plain)


def split(pattern: re.Pattern[str], plain: str) -> str:
    """Return ``plain`` with a mark wherever ``pattern`` says two letters meet.

    ``pattern`` matches the first of the two.
    """
    return pattern.sub(lambda match: match.group() + _APART, plain)
