"""Letters put together to words, and words to rows, by where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from glossary.files.pdf.letters import AS_RAISED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.files.pdf.letters import Letter

# All in heights of a letter.
_SAME_LINE, _SAME_BASE = 0.2, 0.02
_GAP = 0.15  # between words, where no space is drawn
_GAP_WITH_SPACE = 0.05
_DRAWN_AGAIN = 0.1  # how far a letter is from itself that is drawn twice for bold
_RAISED, _LOWERED = 0.75, 0.3
_BESIDE, _OVER = 0.5, 0.1
_LATEST = 4  # letters among which it is

_SMALL = 0.9  # of the height of the letters around
_OWN_WORDS = "AIOY"  # of one letter, in English and Welsh
_FEWEST_SPACED = 4  # letters in a row, as in "N O T E"
_WIDER = 1.5  # the gap between spaced words, in gaps between their letters
_NOTES = re.compile(r"[\s\[(]*\d{1,3}(?:[\s,;–-]+\d{1,3})*[\s\])]*")


class Word(NamedTuple):
    """One word and what it takes of its row."""

    text: str
    left: float
    right: float


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
    rows = (Row(list(_words(line.all())), line.base, line.height) for line in lines)
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
        below = lines[place + 1 : place + 4]
        above = lines[max(0, place - 3) : place][::-1]
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


def _words(letters: list[Letter]) -> Iterator[Word]:
    """Give the words of a line: letters with less than a gap between them."""
    word: list[Letter] = []
    words: list[list[Letter]] = []
    after_space = False
    for letter in letters:
        if letter.sign.isspace():
            after_space = after_space or letter.right > letter.left
            continue
        if letter.sign in [one.sign for one in word[-_LATEST:]] and _is_again(
            letter, word
        ):
            continue
        least = (_GAP_WITH_SPACE if after_space else _GAP) * letter.height
        if word and letter.left - word[-1].right > least:
            words.append(word)
            word = []
        word.append(letter)
        after_space = False
    if word:
        words.append(word)
    for is_single, some in groupby(_with_capitals(words), key=_is_single):
        for found in _spaced(list(some)) if is_single else some:
            text = "".join(letter.sign for letter in found)
            yield Word(text, found[0].left, max(letter.right for letter in found))


def _is_again(letter: Letter, word: list[Letter]) -> bool:
    """Tell whether a letter was drawn before, in the same place.

    The signs that one letter stands for, as a ligature does, come one by one.
    """
    return any(
        letter.sign == other.sign
        and abs(letter.order - other.order) > 1
        and abs(letter.left - other.left) < _DRAWN_AGAIN * letter.height
        for other in word[-_LATEST:]
    )


def _with_capitals(words: list[list[Letter]]) -> Iterator[list[Letter]]:
    """Put a large capital back before the small capitals of its word."""
    initial: list[Letter] = []
    for word in words:
        if initial and not _goes_on(initial[0], word):
            yield initial
            initial = []
        whole = initial + word
        is_initial = _is_single(whole) and whole[0].sign not in _OWN_WORDS
        initial = whole if is_initial and _is_capitals(whole) else []
        if not initial:
            yield whole
    if initial:
        yield initial


def _goes_on(initial: Letter, word: list[Letter]) -> bool:
    return (
        _is_capitals(word)
        and word[0].height < _SMALL * initial.height
        and word[0].left - initial.right < _BESIDE * initial.height
    )


def _is_capitals(word: list[Letter]) -> bool:
    return all(letter.sign.isupper() for letter in word if letter.sign.isalpha())


def _is_single(word: list[Letter]) -> bool:
    return len(word) == 1 and word[0].sign.isalpha()


def _spaced(singles: list[list[Letter]]) -> Iterable[list[Letter]]:
    """Put together letters that are spaced for show: "N O T E"."""
    letters = [word[0] for word in singles]
    if len(letters) < _FEWEST_SPACED:
        return singles
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    widest = _WIDER * median(gaps)
    words = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > widest:
            words.append([])
        words[-1].append(letter)
    return words
