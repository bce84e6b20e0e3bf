"""A text as codes, with the way back from a place in them to one in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from heapq import merge
from typing import TYPE_CHECKING

from glossary.matching.characters import (
    AND,
    DASH,
    IN_WORDS,
    MONEY,
    RAISED,
    SPECIAL,
    code,
    expansion,
    letters,
)
from glossary.matching.spaces import IN_LINE, with_walls
from glossary.text import JOINED, MOJIBAKE, REFERENCE, as_said, is_mark, mended, sign_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    Change = tuple[int, int, bytes]  # from, to, and what stands there instead

_LATIN = bytes(map(code, map(chr, range(256))))
_UNKNOWN = b"?"  # what the latin-1 codec writes for a character that it lacks
_MANY = 8  # where more than one character in so many is unknown, look at each

_SOFT_HYPHEN = "\u00ad"
_QUOTED = [re.compile(end + rb"[\t ]*+(?:>[\t ]*+)++") for end in (b"\n", b"\r")]
"""What programs for mail write between lines of what is answered (RFC 3676)."""
_L = IN_WORDS.encode("latin-1")
_LOST = re.compile(
    rb"\?(?<=[%b]\?)(?=(?:%b)(?![\0%b]))" % (_L, "|".join(JOINED).encode(), _L)
)
# One end of a line, or that of a page; after an empty line a word does not go on.
_LINE_END = rb"(?:(?:\r\n?|\n)[ \t]*+(?![\n\v\f\r])|[\t\n\r ]*+\f[\t\n\f\r ]*+)"
_EMPTY = re.compile(rb"[\0\t ]*+(?=[\n\v\f\r])")
_AFTER_SOFT_HYPHEN = re.compile(rb"[\t ]*+" + _LINE_END)
_BREAK = rb"[\t ]*+(?=[\n\r\f])" + _LINE_END
_WRAP = rb"%b(?<=[^\t\n\v\f\r ].)" + _BREAK
# The same as mail is sent, "quoted-printable" (RFC 2045, 6.7): what is around it stays.
_SENT = rb"=(?<![=\n\r\f]=)(?:\r\n?|\n)(?![\n\r\f])"
_REFERENCE = REFERENCE.encode()
_MOJIBAKE = rb"\$(?<=[%b]a\$)\x1f" % _L
# Each begins with the sign that is looked for: alone, a sign is found in no time.
_ODD = [
    re.compile(odd)
    for odd in (
        rb"\0",
        _WRAP % b"-",
        _WRAP % b"\x1a",
        _SENT,
        _REFERENCE,
        _MOJIBAKE,
    )
]


class Origins:
    """Where codes came from that stand in another place now.

    From each of the ``places`` to the next they come from as many ``sources``.
    """

    __slots__ = ("places", "sources")

    def __init__(self) -> None:
        self.places = [0]
        self.sources = [0]

    def add(self, place: int, source: int) -> None:
        """Note that the codes from ``place`` on come from those at ``source``."""
        self.places.append(place)
        self.sources.append(source)

    def of(self, place: int) -> int:
        """Return where the code at ``place`` came from."""
        last = bisect_right(self.places, place) - 1
        return place + self.sources[last] - self.places[last]


class Coded:
    """A text's codes, with a space at either end.

    Where a hyphen ends a line, the next line goes on behind it, and where an empty
    line or the border of a cell is, there is a wall. ``signs`` tell dashes, raised
    figures and the ends of lines from other signs and spaces; ``codes`` do not.
    """

    __slots__ = (
        "_has_specials",
        "_origins",
        "_said",
        "_text",
        "codes",
        "is_in_step",
        "signs",
    )

    def __init__(self, text: str) -> None:
        codes = _mended(encode(text))
        self._text = text
        self._said: Coded | None = None
        self._has_specials = SPECIAL in codes
        self._origins: Origins | None = None
        if _is_broken(codes):
            codes, self._origins = _changed(text, codes)
        self.is_in_step = self._origins is None
        self.signs = b" %b " % with_walls(codes)
        self.codes = self.signs.translate(IN_LINE)

    @property
    def said(self) -> Coded:
        """The same without what of it nobody says."""
        if self._said is None:
            said = as_said(self._text)
            self._said = self if said == self._text else Coded(said)
        return self._said

    def quote(self, start: int, end: int) -> str:
        """Return the part of the text that ``codes[start:end]`` stands for."""
        first, last = self.span(start, end)
        return self._text[first:last]

    def read(self, start: int, end: int) -> str:
        """Return the same as it is read: with signs that a program wrote or lost."""
        return mended(self.quote(start, end))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text that ``codes[start:end]`` stands for."""
        if self._origins is None:
            return start - 1, end - 1
        first, last = self._origins.of(start - 1), self._origins.of(end - 2) + 1
        return first, self._past_marks(last) if self._has_specials else last

    def word(self, start: int, end: int) -> str:
        """Return the word ``codes[start:end]`` as patterns write it."""
        codes = self.codes[start:end]
        if codes.isascii():
            return codes.decode()
        return letters(self.read(start, end))

    def _past_marks(self, end: int) -> int:
        """Return ``end``, or where the accents end that are drawn before it."""
        at = end
        while at < len(self._text):
            character = self._text[at]
            if code(character) != SPECIAL or expansion(character):
                break
            at += 1
            if is_mark(character):
                end = at
        return end


def flat(text: str) -> bytes:
    """Return the codes of ``text`` without spaces around, each run of them one."""
    return flat_signs(text).translate(IN_LINE)


def flat_signs(text: str) -> bytes:
    """Return the same with its dashes and raised figures."""
    codes = _mended(encode(text))
    if _is_broken(codes):
        codes, _ = _changed(text, codes)
    return b" ".join(codes.translate(_SPACED).split())


_SPACED = bytes(one if one in (DASH, RAISED) else IN_LINE[one] for one in range(256))


def _is_broken(codes: bytes) -> bool:
    """Whether words may be broken in ``codes``, or signs stand for others."""
    return any(odd.search(codes) for odd in _ODD)


def _mended(codes: bytes) -> bytes:
    """Return ``codes`` with spaces for the signs before lines that are quoted.

    And with apostrophes for those of which a program made question marks.
    """
    if b">" in codes:
        for quoted in _QUOTED:
            codes = quoted.sub(_blank, codes)
    if b"?" in codes:
        codes = _LOST.sub(b"'", codes)
    return codes


def _blank(quoted: re.Match[bytes]) -> bytes:
    """Return the end of a line, and spaces for the signs that follow."""
    return quoted[0][:1].ljust(len(quoted[0]))


def encode(text: str) -> bytes:
    """Return one code for each character of ``text``, ``SPECIAL`` ones included."""
    if text.isascii():
        return text.encode("ascii").translate(_LATIN)
    codes = text.encode("latin-1", "replace").translate(_LATIN)
    unknown = codes.count(_UNKNOWN) - text.count("?")
    if unknown * _MANY > len(text):
        return bytes(map(code, text))
    return _with_unknown(text, codes) if unknown else codes


def _with_unknown(text: str, codes: bytes) -> bytes:
    """Return ``codes`` with the characters that latin-1 lacks looked up."""
    known = bytearray(codes)
    place = codes.find(_UNKNOWN)
    while place >= 0:
        known[place] = code(text[place])
        place = codes.find(_UNKNOWN, place + 1)
    return bytes(known)


def _odd_places(text: str, codes: bytes) -> Iterator[Change]:
    """Yield what becomes of special characters and of words broken at a hyphen."""
    for odd in merge(*(one.finditer(codes) for one in _ODD), key=re.Match.start):
        start, end = odd.span()
        if codes[start] == SPECIAL:
            if text[start] == _SOFT_HYPHEN:
                broken = _AFTER_SOFT_HYPHEN.match(codes, end)
                if broken and _goes_on(text, codes, broken.end()):
                    end = broken.end()
            yield start, end, expansion(text[start])
        elif codes[start] == MONEY:
            if text[start - 1 : end] == MOJIBAKE:
                yield start - 1, end, b"'"
        elif codes[start] == AND:
            yield start, end, _codes_of(odd[0])
        elif _goes_on(text, codes, end):
            yield start, end, codes[start : start + 1].strip(b"=")


@lru_cache(maxsize=1024)
def _codes_of(reference: bytes) -> bytes:
    """Return the codes of the sign for which a reference of HTML stands."""
    sign = sign_of(reference.decode())
    if len(sign) > 1:
        return reference
    return bytes((code(sign),)) if code(sign) else expansion(sign)


def _goes_on(text: str, codes: bytes, place: int) -> bool:
    """Whether the line at ``place`` shows something, as it must if a word goes on."""
    empty = _EMPTY.match(codes, place)
    return empty is None or any(map(expansion, text[place : empty.end()]))


def _changed(text: str, codes: bytes) -> tuple[bytes, Origins]:
    """Return ``codes`` without oddities, and where the new ones come from."""
    pieces: list[bytes] = []
    origins, done, place = Origins(), 0, 0
    for start, end, piece in _odd_places(text, codes):
        pieces += codes[done:start], piece
        place += start - done
        for _ in piece:
            origins.add(place, start)
            place += 1
        origins.add(place, end)
        done = end
    pieces.append(codes[done:])
    return b"".join(pieces), origins
