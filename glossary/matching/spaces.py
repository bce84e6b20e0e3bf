"""Which spaces a term goes over: the end of a line and of a page, no empty line.

What stands before an empty line and what stands after it are two things: paragraphs,
items of a list, cells of a table. A page may end anywhere. A tab is a space: programs
write one between words as well as between cells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.matching.characters import (
    DASH,
    NEWLINE,
    OTHER,
    PAGE_END,
    PARAGRAPH,
    RAISED,
    RETURN,
    SPACE,
    TAB,
    WALL,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHITE = bytes((TAB, NEWLINE, PARAGRAPH, PAGE_END, RETURN, SPACE))
IN_LINE = bytes(
    SPACE if one in _WHITE else OTHER if one in (DASH, RAISED) else one
    for one in range(256)
)
"""Lets the ends of lines be spaces, and dashes and raised figures signs like others."""

_ODD = (PARAGRAPH, PAGE_END, RETURN)
# Runs are looked for with one sign for all of these: that is five times as fast.
_ALIKE = bytes(
    NEWLINE if one in _ODD else SPACE if one == TAB else one for one in range(256)
)
_RUN = re.compile(rb"\n[\n ]*+")
_RUN_OF_SEVERAL = re.compile(rb"\n[\n ]++")
_LINE_END = re.compile(rb"\r\n?|\n")


def with_walls(codes: bytes) -> bytes:
    """Return ``codes`` with a wall in the place of the first of spaces that part."""
    walled: bytearray | None = None
    for run in _runs(codes):
        start, end = run.span()
        if _parts(codes[start:end]):
            walled = walled or bytearray(codes)
            walled[start] = WALL
    return bytes(walled) if walled else codes


def _runs(codes: bytes) -> Iterator[re.Match[bytes]]:
    """Return the runs of spaces that may part, each from its first line end on."""
    odd = [one for one in (*_ODD, TAB) if one in codes]
    runs = _RUN if PARAGRAPH in odd else _RUN_OF_SEVERAL
    return runs.finditer(codes.translate(_ALIKE) if odd else codes)


def _parts(spaces: bytes) -> bool:
    """Whether no term goes over these ``spaces``."""
    if PAGE_END in spaces:
        return False
    return PARAGRAPH in spaces or len(_LINE_END.findall(spaces)) > 1
