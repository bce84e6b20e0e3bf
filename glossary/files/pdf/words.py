"""The letters of a line put together to words, by the gaps between them."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.files.pdf.letters import Letter

# In heights of a letter.
_GAP = 0.15  # between words, where no space is drawn
_GAP_WITH_SPACE = 0.05
_DRAWN_AGAIN = 0.1  # how far a letter is from itself that is drawn twice for bold
_LATEST = 4  # letters among which it is
_BESIDE = 0.5  # from a large capital to the small ones
_SMALL = 0.9  # the height of these, in heights of the large one

_INITIAL = re.compile(r"(?![AIOY])[A-Z]")  # those are words, in English or Welsh
_PAIRS = re.compile(
    r"(?:[^\W\d_AIOY] [A-Z]{2,}(?: (?:AND|FOR|IN|OF|THE|TO))*(?: |$)){2,}"
)
"""Lines with small capitals, where their program made them of the same height."""
_FEWEST_SPACED = 4  # letters in a row, as in "N O T E"
_KERNED = 2  # of them may stand so close that they are together
_MOSTLY = 0.7  # of them are not
_WIDER = 1.5  # the gap between spaced words, in gaps between their letters


class Word(NamedTuple):
    """One word and what it takes of its row."""

    text: str
    left: float
    right: float


def words_of(letters: list[Letter]) -> Iterator[Word]:
    """Give the words of a line: letters with less than a gap between them."""
    word: list[Letter] = []
    words: list[list[Letter]] = []
    after_space = False
    for letter in letters:
        if letter.sign.isspace():
            after_space = after_space or letter.right > letter.left
            continue
        near = _DRAWN_AGAIN * letter.height
        if word and letter.left - word[-1].left < near and _is_again(letter, word):
            continue
        least = (_GAP_WITH_SPACE if after_space else _GAP) * letter.height
        if word and letter.left - word[-1].right > least:
            words.append(word)
            word = []
        word.append(letter)
        after_space = False
    if word:
        words.append(word)
    for is_short, some in groupby(_with_capitals(words), key=_is_short):
        for found in _spaced(list(some)) if is_short else some:
            yield Word(_text(found), found[0].left, max(one.right for one in found))


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
    are_pairs = bool(_PAIRS.fullmatch(" ".join(map(_text, words))))
    for word in words:
        if initial and not (are_pairs or _goes_on(initial[0], word)):
            yield initial
            initial = []
        whole = initial + word
        is_initial = len(whole) == 1 and _INITIAL.match(whole[0].sign)
        initial = whole if is_initial else []
        if not initial:
            yield whole
    if initial:
        yield initial


def _goes_on(initial: Letter, word: list[Letter]) -> bool:
    return (
        _text(word).isupper()
        and word[0].height < _SMALL * initial.height
        and word[0].left - initial.right < _BESIDE * initial.height
    )


def _text(word: list[Letter]) -> str:
    return "".join(letter.sign for letter in word)


def _is_short(word: list[Letter]) -> bool:
    return len(word) <= _KERNED and _text(word).isalpha()


def _spaced(words: list[list[Letter]]) -> list[list[Letter]]:
    """Put together letters that are spaced for show: "N O T E"."""
    singles = sum(len(word) == 1 for word in words)
    if singles < max(_FEWEST_SPACED, _MOSTLY * len(words)):
        return words
    gaps = [after[0].left - before[-1].right for before, after in pairwise(words)]
    widest = _WIDER * median(gaps)
    joined = [[*words[0]]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > widest:
            joined.append([])
        joined[-1] += word
    return joined
