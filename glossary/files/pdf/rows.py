"""The letters of a page put together to rows, by how high they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from glossary.files.pdf.letters import AS_RAISED
from glossary.files.pdf.words import Word, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.files.pdf.letters import Letter

# All in heights of a letter.
_SAME_LINE, _SAME_BASE = 0.2, 0.02
_RAISED, _LOWERED = 0.75, 0.3
_BESIDE, _OVER = 0.5, 0.1
_CAP = 0.7  # how high a capital is

_SMALL = 0.9  # of the height of the letters around
_LARGE = 1.8  # of that, and a letter begins several lines
_NEAR = 3  # lines
_OWN_WORDS = "AIOY"  # of one letter, in English and Welsh
_NOTES = re.compile(r"[\s\[(]*\d{1,3}(?:[\s,;–-]+\d{1,3})*[\s\])]*")


class Row(NamedTuple):
    """Words that stand on one line, from left to right."""

    words: list[Word]
    base: float
    height: float

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(word.text for word in self.words)


def rows_of(letters: list[Letter]) -> list[Row]:
    """Return the rows of letters of one direction, from top to bottom."""
    lines = [_Line(line) for line in _lines(letters)]
    _put_back_raised(lines)
    _put_up_initials(lines)
    rows = (Row(list(words_of(line.all())), line.base, line.height) for line in lines)
    return [row for row in rows if row.words]


class _Line:
    """Letters of one base, and what is raised or lowered beside them."""

    def __init__(self, letters: list[Letter]) -> None:
        self.letters = sorted(letters, key=lambda letter: letter.left)
        drawn = [one for one in letters if not one.sign.isspace()] or letters
        self.height = median(letter.height for letter in drawn)
        self.base = median(letter.base for letter in drawn)
        self.beside: list[Letter] = []

    def all(self) -> list[Letter]:
        return sorted(self.letters + self.beside, key=lambda letter: letter.left)

    @cached_property
    def _lefts(self) -> list[float]:
        return [letter.left for letter in self.letters]

    @cached_property
    def _rights(self) -> list[float]:
        return sorted(letter.right for letter in self.letters)

    def ends_before(self, place: float) -> bool:
        """Tell whether a letter ends where something else begins."""
        return self._is_near(self._rights, place, -_BESIDE, _OVER)

    def begins_after(self, place: float) -> bool:
        """Tell whether a letter begins where something else ends."""
        return self._is_near(self._lefts, place, -_OVER, _BESIDE)

    def _is_near(
        self, places: list[float], place: float, before: float, after: float
    ) -> bool:
        at = bisect_left(places, place + before * self.height)
        return at < len(places) and places[at] <= place + after * self.height


def _lines(letters: list[Letter]) -> Iterator[list[Letter]]:
    line: list[Letter] = []
    for letter in sorted(letters, key=lambda letter: -letter.base):
        if (
            line
            and line[0].base - letter.base > _SAME_LINE * letter.height
            and line[-1].base - letter.base > _SAME_BASE * letter.height
        ):
            yield line
            line = []
        line.append(letter)
    yield line


def _put_back_raised(lines: list[_Line]) -> None:
    """Put what is smaller, and a little above or below a line, into that line."""
    for place, line in enumerate(lines):
        below = lines[place + 1 : place + 1 + _NEAR]
        above = lines[max(0, place - _NEAR) : place][::-1]
        near = [host for host in below + above if line.height < _SMALL * host.height]
        if not near:
            continue
        kept: list[Letter] = []
        for piece in _pieces(line):
            host = next((host for host in near if _belongs(piece, host)), None)
            if host is None:
                kept += piece
            else:
                host.beside += _marks(piece) if piece[0].base > host.base else piece
        line.letters = kept


def _pieces(line: _Line) -> Iterator[list[Letter]]:
    """Part a line where there is room for letters of another line."""
    piece: list[Letter] = []
    for letter in line.letters:
        if piece and letter.left - piece[-1].right > _BESIDE * letter.height:
            yield piece
            piece = []
        piece.append(letter)
    yield piece


def _belongs(piece: list[Letter], line: _Line) -> bool:
    higher = (piece[0].base - line.base) / line.height
    return -_LOWERED < higher < _RAISED and (
        line.ends_before(piece[0].left) or line.begins_after(piece[-1].right)
    )


def _marks(piece: list[Letter]) -> list[Letter]:
    """Return raised figures as signs that are raised, where they point to notes."""
    if not _NOTES.fullmatch("".join(letter.sign for letter in piece)):
        return piece
    return [letter._replace(sign=letter.sign.translate(AS_RAISED)) for letter in piece]


def _put_up_initials(lines: list[_Line]) -> None:
    """Put a letter that is as high as some lines into the first one."""
    for place, line in enumerate(lines):
        if not line.letters or not line.letters[0].sign.isalpha():
            continue
        initial = line.letters[0]
        near = lines[max(0, place - _NEAR) : place]
        host = next((host for host in near if _begins(initial, host)), None)
        if host:
            line.letters = line.letters[1:]
            own = initial.sign in _OWN_WORDS
            right = initial.right if own else host.letters[0].left
            host.beside.append(initial._replace(right=right, height=host.height))


def _begins(initial: Letter, line: _Line) -> bool:
    return (
        bool(line.letters)
        and initial.height > _LARGE * line.height
        and initial.base + _CAP * initial.height > line.base
        and -_OVER < (line.letters[0].left - initial.right) / line.height < 1
    )
