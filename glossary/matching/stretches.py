"""Compares codes in which a space stands for any number of spaces."""

from __future__ import annotations

import re

_RUN = b"  "
_SPACES = re.compile(rb" +")


def end_of(wanted: bytes, codes: bytes, start: int) -> int:
    """Return where ``wanted`` ends in ``codes`` if it begins at ``start``, or 0.

    Without a run of spaces in it, it is not there: that was looked at before.
    """
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
