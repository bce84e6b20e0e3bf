"""What may stand between the words of a term, as forms and as texts have it.

A term goes over any spaces, over a hyphen or dash, and over what a program or a writer
leaves there that is no part of what is said: the number of a note, signs of light
markup, an opening quotation mark, a plural that is left open. Any other sign has to
be the form's own.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from glossary.matching.characters import IN_WORDS, WORD
from glossary.matching.joints import ASIDE, IN_BRACKETS, LEFT_OPEN, note_at

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    # From where to where a text has something else, and the word for it, if any.
    Other = tuple[int, int, bytes]

_L = IN_WORDS.encode("latin-1")
_WORD = re.compile(rb"[%b]+" % _L)
_SIGNS = re.compile(rb"(?:%b|[^%b])*+" % (ASIDE.pattern, _L))

_S = rb"[\t\n\v\f\r ]"
_MARKUP = rb"['*_~]*+"
_OPENING = rb"['\"*_~]*+"
_NOTE = rb"(?:\x19(?:[-,]?\x19)*+|(?:%b)++)?" % IN_BRACKETS.pattern
_AROUND = rb"(?:%b)?%b%b%b" % (LEFT_OPEN.pattern, _MARKUP, _NOTE, _MARKUP)
_BEHIND = re.compile(_AROUND)
_MARKS = b"'*_~"
_JOIN = re.compile(rb"%b(?:%b+[-\x1a]?|[-\x1a]%b*)%b" % (_AROUND, _S, _S, _OPENING))
_AND = re.compile(rb"%b%b*&%b*%b" % (_AROUND, _S, _S, _OPENING))
_LAST_STOP = re.compile(rb"\.(?![a-z\xe0-\xff](?![%b]))" % _L)
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
    words_only = ASIDE.sub(lambda found: b" " * len(found[0]), codes)
    spans = [found.span() for found in _WORD.finditer(words_only)]
    return Parts(
        codes,
        [codes[start:end] for start, end in spans],
        [codes[end:start] for (_, end), (start, _) in pairwise(spans)],
        codes[spans[-1][1] :],
    )


def usual(codes: bytes) -> bytes:
    """Return the codes of a form with a space where any join will do."""
    parts, place = parts_of(codes), 0
    found: list[bytes] = []
    for word, signs in zip(parts.words, parts.signs, strict=False):
        place += len(word)
        is_join = _is_join(codes, place, place + len(signs), word)
        found += word, b" " if is_join else _SPACES.sub(b" ", signs)
        place += len(signs)
    return b"".join((*found, codes[place:]))


def place_of(
    parts: Parts, signs: bytes, start: int, conjunctions: Collection[bytes]
) -> tuple[int, Sequence[Other]]:
    """Return where a form ends that a text, in ``signs``, has from ``start`` on.

    And what is inside it that is not read as it is written. Its words stand there,
    some in pieces perhaps, and ``&`` for one of the ``conjunctions``. Returns 0 if
    what is between them is not what may be there.
    """
    words, others = parts.words, []
    number, last = 0, len(words) - 1
    place = _end_of_word(words[0], signs, start)
    while place and number < last:
        before, wanted = words[number], parts.signs[number]
        note = len(note_at(signs, place))
        if note:
            others.append((place, place + note, b""))
        run = place + note
        end = _end_of_run(signs, run)
        number += 1
        place = 0
        if _fits(wanted, signs, run, end, before):
            place = _end_of_word(words[number], signs, end)
        may_be_sign = number < last and words[number] in conjunctions
        if may_be_sign and not place and _AND.fullmatch(signs, run, end):
            others.append((run, end, words[number]))
            number += 1
            place = _end_of_word(words[number], signs, end)
    if b"'" in signs[place - len(words[-1]) : place]:
        return 0, ()  # a possessive is another form, also where a plural is known
    return place and _end_of_tail(parts.tail, signs, place), others


def _end_of_run(signs: bytes, place: int) -> int:
    """Return where the signs end that begin at ``place``."""
    found = _SIGNS.match(signs, place)
    return found.end() if found else place


def _is_join(signs: bytes, start: int, end: int, before: bytes) -> bool:
    """Whether that, behind the word ``before``, only parts two words of a term."""
    if signs.startswith(b".", start) and before in SHORTENED:
        start += 1
        if start == end:
            return True
    return _JOIN.fullmatch(signs, start, end) is not None


def _fits(wanted: bytes, signs: bytes, start: int, end: int, before: bytes) -> bool:
    """Whether what is there, behind the word ``before``, may be where ``wanted`` is."""
    if wanted == b" ":
        return _is_join(signs, start, end, before)
    around = _BEHIND.match(signs, start, end)
    return any(
        found.startswith(wanted) and not found[len(wanted) :].strip(_MARKS)
        for first in (start, around.end() if around else start)
        for found in (_SPACES.sub(b" ", signs[first:end]),)
    )


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
        place = _end_of_run(signs, piece.end())
        run = signs[piece.end() : place]
    place += len(rest)
    if signs[place] in WORD and not note_at(signs, place):
        return 0
    return place + (run == b"." and _LAST_STOP.match(signs, place) is not None)


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
