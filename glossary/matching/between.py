"""What may stand between the words of a term, as forms and as texts have it.

A term goes over any spaces, over a hyphen or dash, and over what a program or a writer
leaves there that is no part of what is said: the number of a note, signs of light
markup, a plural that is left open. Any other sign has to be the form's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.characters import BREAK, DASH, IN_WORDS
from glossary.matching.joints import LEFT_OPEN, note_at

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_L = IN_WORDS.encode("latin-1")
_WORD = re.compile(rb"[%b]+" % _L)
_SIGNS = re.compile(rb"[^%b]*" % _L)

_S = rb"[\t\n\f\r ]"
_HYPHEN = b"[-%c%c]" % (BREAK, DASH)
_MARKUP = rb"['*_~]*"
_NOTE = rb"(?:\x19(?:[-,]?\x19)*|\[[0-9]{1,3}\])?"
_AROUND = rb"(?:%b)?%b%b%b" % (LEFT_OPEN.pattern, _MARKUP, _NOTE, _MARKUP)
_JOIN = re.compile(
    rb"%b(?:%b+%b?|%b%b*)%b" % (_AROUND, _S, _HYPHEN, _HYPHEN, _S, _MARKUP)
)
_AND = re.compile(rb"%b%b*&%b*%b" % (_AROUND, _S, _S, _MARKUP))
_SPACES = re.compile(rb"%b+" % _S)

SHORTENED = frozenset(
    b"""
    art asst ch cllr co const cpt det dept dr ed gen gov govt hon insp jr lt ltd mr mrs
    ms no op para parl pc prof ref reg rev rt sch sec sgt sr st supt vol
    """.split()
)
"""Words that are written with a full stop, also inside a name: *Rt. Hon.*"""


class Parts(NamedTuple):
    """The words of a form, what is between them, and what comes behind the last."""

    codes: bytes
    words: Sequence[bytes]
    signs: Sequence[bytes]
    tail: bytes


def parts_of(codes: bytes) -> Parts:
    """Return the parts of a form as it is looked for."""
    signs = _WORD.split(codes)
    return Parts(codes, _WORD.findall(codes), signs[1:-1], signs[-1])


def joined(signs: bytes, before: bytes) -> bytes:
    """Return what is looked for where a form has ``signs`` behind the word ``before``.

    That is a space where any join will do.
    """
    if _is_join(signs, before):
        return b" "
    return _SPACES.sub(b" ", signs)


def end_of(
    parts: Parts, signs: bytes, start: int, conjunctions: Collection[bytes]
) -> int:
    """Return where a form ends that a text, in ``signs``, has from ``start`` on.

    Its words stand there, some in pieces perhaps, and ``&`` for one of the
    ``conjunctions``. Returns 0 if what is between them is not what may be there.
    """
    place, before, is_sign = start, b"", False
    for number, word in enumerate(parts.words):
        if number:
            place += len(note_at(signs, place))
            run = _run(signs, place)
            if not is_sign and word in conjunctions and _AND.fullmatch(run):
                is_sign = True  # what is behind it goes on from there
                continue
            if not is_sign and not _fits(parts.signs[number - 1], run, before):
                return 0
            place += len(run)
            is_sign = False
        place = _end_of_word(word, signs, place)
        if not place:
            return 0
        before = word
    return _end_of_tail(parts.tail, signs, place)


def _run(signs: bytes, place: int) -> bytes:
    found = _SIGNS.match(signs, place)
    return found.group() if found else b""


def _is_join(run: bytes, before: bytes) -> bool:
    """Whether ``run``, behind the word ``before``, only parts two words of a term."""
    if run.startswith(b".") and before in SHORTENED:
        run = run[1:] or b" "
    return _JOIN.fullmatch(run) is not None


def _fits(wanted: bytes, run: bytes, before: bytes) -> bool:
    if wanted == b" ":
        return _is_join(run, before)
    return _SPACES.sub(b" ", run) == wanted


def _end_of_word(word: bytes, signs: bytes, place: int) -> int:
    """Return where ``word`` ends, or 0. Its pieces stand from ``place`` on.

    To an abbreviation with full stops the last of them belongs.
    """
    rest, run = word, b""
    while not signs.startswith(rest, place):
        piece = _WORD.match(signs, place)
        if piece is None or not rest.startswith(piece.group()):
            return 0
        rest = rest[len(piece.group()) :]
        run = _run(signs, piece.end())
        place = piece.end() + len(run)
    place += len(rest)
    return place + (run == b"." == signs[place : place + 1])


def _end_of_tail(tail: bytes, signs: bytes, place: int) -> int:
    """Return where ``tail`` ends from ``place`` on, any spaces for its own, or 0."""
    for number, part in enumerate(tail.split(b" ")):
        if number:
            spaces = _SPACES.match(signs, place)
            if spaces is None:
                return 0
            place = spaces.end()
        if not signs.startswith(part, place):
            return 0
        place += len(part)
    return place
