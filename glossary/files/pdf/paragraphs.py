"""Rows that follow each other put together to paragraphs, by the room between them."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.files.pdf.rows import Row

WIDER = 1.3
"""The room between paragraphs, in rooms between rows."""
LONGEST_MARK = 4
"""Signs before an item of a list: "•", "1.", "(iv)"."""
_LARGER = 1.2  # the letters of a heading, in letters of the text
# In heights of a letter.
_APART = 3.0  # between words of one row that have nothing to do with each other
_ROOM = 1.25  # from one row to the next, where a text has few of them
_MOST_ROOM = 2.2


def usual_room(rows: list[Row]) -> float:
    """Return how far it is from one row to the next inside a paragraph."""
    rooms = sorted(above.base - below.base for above, below in pairwise(rows))
    height = median(row.height for row in rows)
    if len(rooms) < 2:
        return _ROOM * height
    return min(rooms[len(rooms) // 4], _MOST_ROOM * height)


def by_room(rows: list[Row], usual: float) -> Iterator[list[Row]]:
    """Part rows where there is more room between two of them, or the letters change."""
    part = [rows[0]]
    for above, below in pairwise(rows):
        sizes = sorted((above.height, below.height))
        if above.base - below.base > WIDER * usual or sizes[1] > _LARGER * sizes[0]:
            yield part
            part = []
        part.append(below)
    yield part


def paragraphs(rows: list[Row]) -> list[str]:
    """Return the blocks of rows that follow each other."""
    if not rows:
        return []
    return [
        block
        for part in by_room(rows, usual_room(rows))
        for block in _blocks_of_lines(part)
    ]


def _blocks_of_lines(rows: list[Row]) -> Iterator[str]:
    """Give the lines together, but what stands far apart in a row for itself."""
    lines: list[str] = []
    for row in rows:
        first, *others = _pieces(row)
        lines.append(first)
        if others:
            yield "\n".join(lines)
            yield from others[:-1]
            lines = [others[-1]]
    yield "\n".join(lines)


def _pieces(row: Row) -> list[str]:
    pieces = [[row.words[0]]]
    for word, after in pairwise(row.words):
        is_mark = len(pieces) == len(pieces[0]) == 1 and len(word.text) <= LONGEST_MARK
        if after.left - word.right > _APART * row.height and not is_mark:
            pieces.append([])
        pieces[-1].append(after)
    return [" ".join(word.text for word in piece) for piece in pieces]
