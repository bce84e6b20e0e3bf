"""The words beside a place in a text, as patterns ask for them.

Words are beside one another where nothing but spaces and signs that join are between:
an apostrophe, a hyphen, quotation marks, brackets, a colon. Any other sign parts them,
as an empty line does, save a full stop before a figure (``no. 149``) and a dash inside
a word. The number of a note behind a word is not there. A figure has its decimals, and
``$`` before it where it is a sum of money.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.characters import IN_WORDS, RAISED, SEAM, SPACE, WORD
from glossary.matching.spaces import IN_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.matching.coding import Coded

_JOINTS = frozenset(b" '\"-/&*_~:()[]") | {SEAM}
_L = IN_WORDS.encode("latin-1")
_LETTERS = _L.replace(b"0-9", b"")
_POINT, _COMMA, _SIGN = b"\x01", b"\x02", b"$"  # those that are in a number
_PARTS = b"\n"  # any sign that parts: lines have ended already
_RUNS = bytes(
    one
    if one in WORD or one in _POINT + _COMMA + _SIGN
    else SPACE
    if one in _JOINTS
    else ord(_PARTS)
    for one in range(256)
)
# Each begins with the sign that is looked for: it is found in no time.
_CHANGES = (
    (re.compile(rb"\.(?<=[0-9].)(?=[0-9])"), _POINT),
    (re.compile(rb",(?<=[0-9],)(?=[0-9])"), _COMMA),
    (re.compile(rb"\.(?= *[0-9$])"), b" "),
    (re.compile(rb"\$( *)(?=[0-9])"), rb"\1" + _SIGN),
    (re.compile(rb"\$(?![0-9])"), _PARTS),
    (re.compile(f"\x1f(?<=[{IN_WORDS}].)(?=[{IN_WORDS}])".encode("latin-1")), b" "),
)
_WORD = re.compile(rb"[^ ]+")
# As ``joints`` and ``between`` know them.
_NOTE = re.compile(
    rb"%c(?:(?<=[%b].)|(?<=[%b] .))%c*(?:[-,\x1a]? ?%c+)*"
    rb"|\[(?:(?<=[%b]\[)|(?<=[%b] \[))[0-9]{1,3}(?:[-,\x1a] ?[0-9]{1,3})*\]"
    rb"(?:\[[0-9]{1,3}\])*"
    rb"|\((?<=[%b]\()[0-9]{1,2}\)"
    rb"|[0-9](?<=[%b]{4}.)[0-9]?(?![-0-9%b]|[./][0-9])"
    % (RAISED, _L, _L, RAISED, RAISED, _L, _L, _LETTERS, _LETTERS, _L)
)
_NEAR = 200  # codes: about what patterns look at


class Sides(NamedTuple):
    """The words on both sides of a term, the nearest first, a space before each."""

    before: str
    after: str


class Neighbours:
    """The words of a text that are beside one another."""

    def __init__(self, coded: Coded) -> None:
        self._coded = coded

    def beside(self, start: int, end: int, before: int, after: int) -> Sides:
        """Return ``before`` words before ``codes[start:end]``, ``after`` after it."""
        return Sides(
            "".join(f" {word}" for word in self._before(start, before)),
            "".join(f" {word}" for word in self._after(end, after)),
        )

    def _before(self, place: int, most: int) -> Sequence[str]:
        if not most or self._runs.endswith(_SIGN, 0, place):
            return ()
        near = _NEAR
        while True:
            first = max(0, place - near)
            cut = self._runs.rfind(_PARTS, first, place)
            words = self._words(max(cut + 1, first), place)
            if cut >= 0 or not first or len(words) > most:
                return words[: -most - 1 : -1]
            near *= 2

    def _after(self, place: int, most: int) -> Sequence[str]:
        if not most:
            return ()
        near = _NEAR
        while True:
            last = min(len(self._runs), place + near)
            cut = self._runs.find(_PARTS, place, last)
            words = self._words(place, cut if cut >= 0 else last)
            if cut >= 0 or last == len(self._runs) or len(words) > most:
                return words[:most]
            near *= 2

    def _words(self, start: int, end: int) -> list[str]:
        """Return the words of ``runs[start:end]`` as patterns write them."""
        run = self._runs[start:end]
        if run.isascii():
            return run.decode().translate(_WRITTEN).split()
        found = (word.span() for word in _WORD.finditer(run))
        return [self._word(start + first, start + last) for first, last in found]

    def _word(self, start: int, end: int) -> str:
        word = self._runs[start:end]
        if word.isascii():
            return word.decode().translate(_WRITTEN)
        sign = word.startswith(_SIGN)
        return "$" * sign + self._coded.word(start + sign, end)

    @cached_property
    def _runs(self) -> bytes:
        """The codes with a space for what joins and a line end for what parts."""
        runs = _NOTE.sub(_blank, self._coded.signs).translate(IN_LINE)
        for sign, instead in _CHANGES:
            runs = sign.sub(instead, runs)
        return runs.translate(_RUNS)


def _blank(found: re.Match[bytes]) -> bytes:
    return b" " * len(found[0])


_WRITTEN = {ord(_POINT): ".", ord(_COMMA): ","}
