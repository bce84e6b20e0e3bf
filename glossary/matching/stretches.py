"""Compares codes in which a space stands for any number of spaces."""

from __future__ import annotations

import re

from glossary.matching.characters import SPACE

_RUN = b"  "
_SPACES = re.compile(rb" +")


def end_of(wanted: bytes, codes: bytes, start: int) -> int:
    """Return where ``wanted`` ends in ``codes`` if it begins at ``start``, or 0."""
    if codes.startswith(wanted, start):
        return start + len(wanted)
    if _RUN not in codes[start : start + len(wanted)]:
        return 0
    place = start
    for number, part in enumerate(wanted.split(b" ")):
        if number:
            spaces = _SPACES.match(codes, place)
            if not spaces:
                return 0
            place = spaces.end()
        if not codes.startswith(part, place):
            return 0
        place += len(part)
    return place


def start_of(wanted: bytes, codes: bytes, end: int) -> int:
    """Return where ``wanted`` starts in ``codes`` if it goes up to ``end``, or 0."""
    place = end
    for number, part in enumerate(reversed(wanted.split(b" "))):
        if number:
            if codes[place - 1] != SPACE:
                return 0
            while place > 1 and codes[place - 1] == SPACE:
                place -= 1
        if not codes.endswith(part, 0, place):
            return 0
        place -= len(part)
    return place
