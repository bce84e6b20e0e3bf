"""Where a term may begin and end: at the edges of words, outside addresses.

A hyphen ends a word (``TOEX-led``) and does not begin one (``self-harm`` is no
harm), save for acronyms (``non-CSE``). An apostrophe or underscore between letters
does neither, but a clitic may follow a form of its language. Between letters that
are not Latin ones, a quotation mark is like an apostrophe: Hebrew abbreviations have
one. A full stop or comma between figures belongs to the number, a full stop between
letters that stand alone to the abbreviation.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from glossary.matching.characters import IN_WORDS, SHARED, SIGNS, SPACE, WALL, WORD

_APOSTROPHE, _HYPHEN, _AT, _QUOTE, _STOP = b"'-@\"."
_WALL = bytes((WALL,))
_INSIDE_WORDS = frozenset(b"'_")
_INSIDE_NUMBERS = frozenset(b".,")
_FIGURES = frozenset(b"0123456789")
_ALPHABET = WORD - _FIGURES

_W = IN_WORDS
_LETTERS = re.compile(f"[{_W}]+".encode())
_ENDINGS = "com|cymru|docx?|eu|gov|html?|info|io|net|org|pdf|txt|uk|wales|xlsx?"
_ADDRESS = re.compile(
    rf"://|@[{_W}_]|(?<![{_W}])www\.[{_W}]|[{_W}]\.(?:{_ENDINGS})(?![{_W}])".encode()
)

_AROUND_ADDRESSES = SIGNS.replace(b"@", b"")


class Edge(NamedTuple):
    """What a term touches.

    ``follows_hyphen`` says that it is the end of a compound, ``clitic`` is the
    word that an apostrophe joins to it.
    """

    follows_hyphen: bool
    clitic: bytes


FREE = Edge(follows_hyphen=False, clitic=b"")


class Edges:
    """The edges of terms in the ``codes`` of a text, which have a space around."""

    __slots__ = ("_address", "_codes", "_run")

    def __init__(self, codes: bytes) -> None:
        self._codes = codes
        self._run = (0, 0)  # what was last looked at, from one space to the next,
        self._address = (0, 0)  # and the address in it: looked for once, not per term

    def at(self, start: int, end: int) -> Edge | None:
        """Return what ``codes[start:end]`` touches, or None if it is not a whole."""
        codes = self._codes
        if self._is_apart(start, end):
            return FREE
        if self._is_in_address(start, end) or self._cuts(start - 1):
            return None
        clitic = b""
        if codes[end] == _APOSTROPHE and codes[end - 1] in WORD:
            joined = _LETTERS.match(codes, end + 1)
            clitic = joined.group() if joined else b""
        elif self._cuts(end) or (codes[end - 1] == _STOP and self._cuts(end - 1)):
            return None
        follows_hyphen = codes[start - 1] == _HYPHEN and codes[start - 2] in WORD
        return Edge(follows_hyphen, clitic) if follows_hyphen or clitic else FREE

    def _is_apart(self, start: int, end: int) -> bool:
        """Whether spaces are around, or one sign and a space: no address then."""
        before, after = self._codes[start - 1], self._codes[end]
        return (
            before == SPACE or (self._codes[start - 2] == SPACE and before != _AT)
        ) and (after == SPACE or (after not in WORD and self._codes[end + 1] == SPACE))

    def _cuts(self, place: int) -> bool:
        """Whether the sign at ``place`` is inside a word or a number."""
        before, sign, after = self._codes[place - 1 : place + 2].ljust(3)
        if sign in _INSIDE_WORDS:
            return before in WORD and after in WORD
        if sign == _QUOTE:
            return before >= SHARED <= after
        if sign == _STOP and before in _ALPHABET and after in _ALPHABET:
            beyond = self._codes[place - 2], self._codes[place + 2]
            return WORD.isdisjoint(beyond)
        return sign in _INSIDE_NUMBERS and before in _FIGURES and after in _FIGURES

    def _is_in_address(self, start: int, end: int) -> bool:
        """Whether the term is a part of an address, and not the whole of it."""
        for place in (start, end - 1):
            first, last = self._address_at(place)
            if first < last and not start <= first < last <= end:
                return True
        return False

    def _address_at(self, place: int) -> tuple[int, int]:
        """Return from where to where the address around ``place`` goes, if any."""
        codes, (first, last) = self._codes, self._run
        if not first <= place < last:
            first, last = codes.rfind(b" ", 0, place) + 1, codes.find(b" ", place)
            if _WALL in codes[first:last]:
                first = max(first, codes.rfind(_WALL, first, place) + 1)
                wall = codes.find(_WALL, place, last)
                last = wall if wall >= 0 else last
            self._run = first, last
            self._address = (0, 0)
            if _ADDRESS.search(codes, first, last):
                run = codes[first:last]
                first += len(run) - len(run.lstrip(_AROUND_ADDRESSES))
                self._address = first, first + len(run.strip(_AROUND_ADDRESSES))
        return self._address
