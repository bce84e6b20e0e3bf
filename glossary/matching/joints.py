"""Where a word may be written in pieces, and what else stands at words in a text.

``safe-guarding``, ``safeguard-`` at the end of a line, ``chief's`` for ``chiefs'``,
``C.S.E.``: between two pieces there is a joint, and the words of a text may be read
with it or without. At ``&`` a word like *and* may be read, and behind ``safeguarding1``
stands the number of a note.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from glossary.matching.characters import (
    DASH,
    HYPHEN,
    IN_WORDS,
    SPACE,
    TAB,
    WORD,
    WORDS_ONLY,
)
from glossary.text import JOINED, PLURALS_LEFT_OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

JOINT = b"\x1b"
_LETTER, _SPACE, _HYPHEN, _FIGURE, _OTHER = b"a -0,"
_IN_WORDS = frozenset((_LETTER, _FIGURE))
_FIGURES = frozenset(b"0123456789")
_ALIKE = (
    dict.fromkeys(WORD, _LETTER)
    | dict.fromkeys(_FIGURES, _FIGURE)
    | dict.fromkeys((SPACE, TAB), _SPACE)
    | dict.fromkeys((HYPHEN, DASH), _HYPHEN)
    | {sign: sign for sign in b"'.&(["}
)
_SHAPES = bytes(_ALIKE.get(one, _OTHER) for one in range(256))
"""Makes one letter of all letters, and one figure of all figures: for finding."""

_L = IN_WORDS.encode("latin-1")
_SPACES_AND_LETTER = re.compile(rb" ++a")  # in shapes
# From the first full stop on, which is found in no time.
_LETTERS_ALONE = re.compile(rb"\.(?<=(?<![a0])a\.)a(?![a0])(?:\.a(?![a0]))*+")
_ENDINGS = "|".join(PLURALS_LEFT_OPEN)
LEFT_OPEN = re.compile(
    rb"(?<=[a-z\xe0-\xff])\((?:%b)\)(?![%b])" % (_ENDINGS.encode(), _L)
)
"""A plural that is left open: *officer(s)*, *swyddog(ion)*."""

IN_BRACKETS = re.compile(rb"(?<=[])'\"*_~%b])\[[0-9]{1,3}\]" % _L)
"""The number of a note behind a word: *safeguarding[1]*."""

ASIDE = re.compile(rb"%b|%b" % (LEFT_OPEN.pattern, IN_BRACKETS.pattern))
"""What has letters or figures and yet no word in it."""
_ASIDE = re.compile(rf"\((?:{_ENDINGS})\)|\[\d{{1,3}}\]", re.IGNORECASE)

_JOINED = frozenset(word.encode() for word in JOINED)
TITLES = frozenset(
    b"""
    athro cllr constable councillor dame dc dci det detective di dr ds insp inspector
    judge lady lord messrs miss mr mrs ms mx parch pc prof professor rev sergeant sgt
    sir superintendent supt syr
    """.split()
)
"""Words behind which letters with full stops are the initials of a person."""
_FAR = 10  # spaces
_SPACES = b"\t\n\f\r "
_WITH_STOPS = re.compile(
    rb"(?<![%b.])(?:[a-z\xe0-\xff]\.)+[a-z\xe0-\xff](?:\.|(?![%b]))(?![%b])"
    % (_L, _L, _L)
)
_SHORTEST_WITH_NOTE = 4
_NOTE = re.compile(rb"[0-9]{1,2}(?![-0-9%b]|[./][0-9])" % _L)


def with_joints(signs: bytes) -> bytes:
    """Return the words of a text, given in ``signs``, with spaces between them.

    Between the pieces of what may be one word, where ``&`` is and at the first figure
    of what may be the number of a note, is a ``JOINT``. What it is says the sign at
    the same place.
    """
    words = signs.translate(WORDS_ONLY)
    shape = signs.translate(_SHAPES)
    places = [*_hyphens(shape), *_apostrophes(words, shape), *_all(b"&", shape)]
    places += _full_stops(signs, words, shape)
    notes = [*_notes(signs, words, shape)]
    aside = [*_aside(signs, shape)]
    if not (places or notes or aside):
        return words
    marked = bytearray(words)
    for start, end in chain(notes, aside):
        marked[start:end] = b" " * (end - start)
    for place in chain(places, (start for start, _ in notes)):
        marked[place] = JOINT[0]
    return bytes(marked)


def without_asides(text: str) -> str:
    """Return ``text`` without what of it is no word of a form, for its letters."""
    return _ASIDE.sub("", text)


def without_stops(codes: bytes) -> bytes:
    """Return ``codes`` without the full stops of abbreviations: *C.S.E.* is *CSE*."""
    return _WITH_STOPS.sub(lambda found: found[0].replace(b".", b""), codes)


def note_at(signs: bytes, place: int) -> bytes:
    """Return the figures of the number of a note that stands at ``place``, if any."""
    found = _NOTE.match(signs, place)
    return found.group() if found else b""


def _all(sign: bytes, shape: bytes) -> Iterator[int]:
    place = shape.find(sign)
    while place >= 0:
        yield place
        place = shape.find(sign, place + 1)


def _hyphens(shape: bytes) -> Iterator[int]:
    """Yield the hyphens between letters, or a letter and a figure."""
    for place in _all(b"-", shape):
        before, after = shape[place - 1], shape[place + 1]
        if (
            (before == _LETTER and after in _IN_WORDS)
            or (before == _FIGURE and after == _LETTER)
            or (before == _LETTER and _SPACES_AND_LETTER.match(shape, place + 1))
        ):
            yield place


def _apostrophes(words: bytes, shape: bytes) -> Iterator[int]:
    for place in _all(b"'", shape):
        if (
            shape[place - 1] == shape[place + 1] == _LETTER
            and words[place + 1 : words.find(b" ", place + 1)] in _JOINED
        ):
            yield place


def _full_stops(signs: bytes, words: bytes, shape: bytes) -> Iterator[int]:
    """Yield the full stops between letters that stand alone, and are not a name's."""
    for letters in _LETTERS_ALONE.finditer(shape):
        first, end = letters.span()
        if not _are_initials(signs, words, first - 1):
            yield from range(first, end, 2)


def _are_initials(signs: bytes, words: bytes, start: int) -> bool:
    """Whether the letters that start there are those of a name: *Mr C.S.E. Jones*."""
    earliest = max(0, start - _FAR)
    end = earliest + len(signs[earliest:start].rstrip(_SPACES))
    if end == start:
        return False
    end -= signs.endswith(b".", 0, end)
    return words[words.rfind(b" ", 0, end) + 1 : end] in TITLES


def _notes(signs: bytes, words: bytes, shape: bytes) -> Iterator[tuple[int, int]]:
    """Yield where numbers of notes stand at the end of a word."""
    place = -1
    while (place := shape.find(b"a0", place + 1)) >= 0:
        note = note_at(signs, place + 1)
        if not note:
            continue
        word = words[words.rfind(b" ", 0, place) + 1 : place + 1]
        if len(word) >= _SHORTEST_WITH_NOTE and not _FIGURES & {*word}:
            yield place + 1, place + 1 + len(note)


def _aside(signs: bytes, shape: bytes) -> Iterator[tuple[int, int]]:
    """Yield where plurals are left open, and notes are in brackets."""
    for place in chain(_all(b"(", shape), _all(b"[", shape)):
        found = ASIDE.match(signs, place)
        if found:
            yield found.span()
