"""Rows put in the order in which people read them.

After the recursive XY-cut (Nagy and Seth, 1984): where one gap goes down through some
rows, they are columns or a table, and each side is read for itself; elsewhere the rows
follow each other. Columns are running text and are read one after the other; a table
is read row by row, a cell at a time.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from glossary.files.pdf.paragraphs import (
    LONGEST_MARK,
    WIDER,
    by_room,
    paragraphs,
    usual_room,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.files.pdf.rows import Row
    from glossary.files.pdf.words import Word

# In heights of a letter.
_GUTTER, _WIDE = 0.7, 1.0

_SHORT = 15  # signs of a row, on average, in a cell of a table, and not in a column
_FEWEST, _MORE = 2, 5  # rows on each side of a gap, where it is wide and where not
_MOST_TRIED = 8
_DEEPEST = 12
_SENTENCE_ENDS = (".", "!", "?", ":", ";")


class _Gap(NamedTuple):
    left: float
    right: float


class _Band(NamedTuple):
    """Rows, and the gaps that go down through all of them."""

    rows: list[Row]
    gaps: list[_Gap]


def reading(rows: list[Row], depth: int = 0) -> list[str]:
    """Return the blocks of a text: paragraphs with their line ends, headings, cells."""
    blocks: list[str] = []
    plain: list[Row] = []
    for band in _bands(rows) if depth < _DEEPEST else [_Band(rows, [])]:
        gaps = [gap for gap in _widest(band.gaps) if _parts(gap, band.rows)]
        if not gaps:
            plain += band.rows
            continue
        before, parted, after = _around(gaps[0], band.rows)
        blocks += paragraphs(plain + before)
        blocks += _sides(gaps, parted, depth + 1)
        plain = after
    return blocks + paragraphs(plain)


def _bands(rows: list[Row]) -> Iterator[_Band]:
    """Part rows where no gap goes on."""
    left = min((row.words[0].left for row in rows), default=0)
    right = max((row.words[-1].right for row in rows), default=0)
    band = _Band([], [])
    for row in rows:
        own = list(_gaps(row, left, right))
        common = list(_common(band.gaps, own, _GUTTER * row.height))
        if band.rows and not common:
            yield band
        if not common:
            band = _Band([], own)
        band.rows.append(row)
        band = _Band(band.rows, common or own)
    if rows:
        yield band


def _gaps(row: Row, left: float, right: float) -> Iterator[_Gap]:
    least = _GUTTER * row.height
    begin = left
    for word in row.words:
        if word.left - begin >= least:
            yield _Gap(begin, word.left)
        begin = max(begin, word.right)
    if right - begin >= least:
        yield _Gap(begin, right)


def _common(some: list[_Gap], others: list[_Gap], least: float) -> Iterator[_Gap]:
    one = other = 0
    while one < len(some) and other < len(others):
        left = max(some[one].left, others[other].left)
        right = min(some[one].right, others[other].right)
        if right - left >= least:
            yield _Gap(left, right)
        if some[one].right < others[other].right:
            one += 1
        else:
            other += 1


def _widest(gaps: list[_Gap]) -> list[_Gap]:
    return sorted(gaps, key=lambda gap: gap.left - gap.right)[:_MOST_TRIED]


def _split(gap: _Gap, row: Row) -> tuple[list[Word], list[Word]]:
    left = [word for word in row.words if word.left < gap.left]
    return left, row.words[len(left) :]


def _half(rows: list[Row], gap: _Gap, side: int) -> list[Row]:
    halves = (row._replace(words=_split(gap, row)[side]) for row in rows)
    return [row for row in halves if row.words]


def _both(gap: _Gap, rows: list[Row]) -> range:
    """Return from which row to which there is something on both sides of a gap."""
    left = [at for at, row in enumerate(rows) if row.words[0].left < gap.left]
    right = [at for at, row in enumerate(rows) if row.words[-1].left >= gap.right]
    if not left or not right:
        return range(0)
    both = range(max(left[0], right[0]), min(left[-1], right[-1]) + 1)
    least = _FEWEST if gap.right - gap.left > _WIDE * rows[0].height else _MORE
    is_enough = all(sum(at in both for at in side) >= least for side in (left, right))
    return both if is_enough else range(0)


def _parts(gap: _Gap, rows: list[Row]) -> bool:
    """Tell whether a gap parts columns or cells, and not items of a list."""
    return bool(_both(gap, rows)) and _length(_half(rows, gap, 0)) > LONGEST_MARK


def _length(rows: list[Row]) -> float:
    """Return how many signs a row has, on average."""
    return sum(len(row.text) for row in rows) / len(rows)


def _around(gap: _Gap, rows: list[Row]) -> tuple[list[Row], list[Row], list[Row]]:
    """Part from columns what stands above and below them with some room."""
    both = _both(gap, rows)
    usual = _room_of_sides(gap, rows)
    rooms = [above.base - below.base for above, below in pairwise(rows)]
    wide = [at + 1 for at, room in enumerate(rooms) if room > WIDER * usual]
    begin = max((at for at in wide if at <= both.start), default=0)
    end = min((at for at in wide if at >= both.stop), default=len(rows))
    return rows[:begin], rows[begin:end], rows[end:]


def _sides(gaps: list[_Gap], rows: list[Row], depth: int) -> list[str]:
    """Read what gaps part, of which the first is the widest."""
    left, right = _half(rows, gaps[0], 0), _half(rows, gaps[0], 1)
    parts = list(by_room(rows, _room_of_sides(gaps[0], rows)))
    if min(_length(left), _length(right)) >= _SHORT and len(parts) <= _FEWEST:
        return _flowing(reading(left, depth), reading(right, depth))
    gaps = sorted(gaps)
    if len(parts) == 1:
        parts = list(_by_first_cell(gaps[0], rows))
    return [
        block
        for part in parts
        for cell in _cells(gaps, part)
        for block in reading(cell, depth)
    ]


def _cells(gaps: list[_Gap], rows: list[Row]) -> Iterator[list[Row]]:
    for gap in gaps:
        yield _half(rows, gap, 0)
        rows = _half(rows, gap, 1)
    yield rows


def _flowing(column: list[str], after: list[str]) -> list[str]:
    """Put two columns after each other: a sentence may go on from one to the other."""
    if not column or not after or column[-1].endswith(_SENTENCE_ENDS):
        return column + after
    return [*column[:-1], f"{column[-1]}\n{after[0]}", *after[1:]]


def _by_first_cell(gap: _Gap, rows: list[Row]) -> Iterator[list[Row]]:
    """Part the rows of a table where one has something in its first cell."""
    part: list[Row] = []
    for row in rows:
        if part and row.words[0].left < gap.left:
            yield part
            part = []
        part.append(row)
    yield part


def _room_of_sides(gap: _Gap, rows: list[Row]) -> float:
    return max(usual_room(_half(rows, gap, side)) for side in (0, 1))
