"""Rows put in the order in which people read them.

Cells that have lines around them are read one by one. After the recursive XY-cut (Nagy
and Seth, 1984): where one gap goes down through some rows, they are columns or a table,
and each side is read for itself; elsewhere the rows follow each other. Columns are
running text and are read one after the other; a table is read row by row, a cell at a
time.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from glossary.files.pdf.gaps import (
    FEWEST,
    Band,
    Gap,
    both_sides,
    half,
    length,
    narrow_bands,
    room_of_sides,
    wide_bands,
    with_narrow,
)
from glossary.files.pdf.grids import Grid, are_lists
from glossary.files.pdf.paragraphs import LONGEST_MARK, WIDER, by_room, paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from glossary.files.pdf.rows import Row
    from glossary.files.pdf.words import Word

_SHORT = 15  # signs of a row, on average, in a cell of a table, and not in a column
_MOSTLY = 2 / 3  # of the rows of a table
_SPACE = 0.2  # heights of a letter
_DEEPEST = 12
_POSTCODE = re.compile(r"(?:[^\W\d]+[ ,]+)*[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}[.,]?")
_NAME_OF_POSTCODE = re.compile(r"post ?code|cod ?post", re.IGNORECASE)
_SENTENCE_ENDS = (".", "!", "?", ":", ";")


def reading(rows: list[Row], grids: Sequence[Grid] = (), depth: int = 0) -> list[str]:
    """Return the blocks of a text: paragraphs with their line ends, headings, cells."""
    blocks: list[str] = []
    begin = 0
    for grid in grids if depth < _DEEPEST else ():
        own = grid.rows_in(rows)
        cells = grid.cells(rows[own.start : own.stop]) if own.start >= begin else []
        if not _are_cells(cells):
            continue
        if grid.is_open and len(cells) > FEWEST:
            cells = list(_open_cells(cells, rows[own.start : own.stop]))
        others = [other for other in grids if other is not grid]
        blocks += _cut(rows[begin : own.start], others, depth)
        for cell in cells:
            blocks += reading(cell, others, depth + 1)
        begin = own.stop
    return blocks + _cut(rows[begin:], grids, depth)


def _are_cells(cells: list[list[Row]]) -> bool:
    """Tell whether they are those of a table, not a frame or a box for each sign."""
    return len(cells) > 1 and any(len(cell[0].text) > 1 for cell in cells)


def _open_cells(parts: list[list[Row]], rows: list[Row]) -> Iterator[list[Row]]:
    """Give the cells of a table with lines only between its rows, or lists in it."""
    gaps = _through(rows)
    for part in parts:
        cells = [cell for cell in _cells(gaps or _through(part), part) if cell]
        yield from [part] if are_lists(cells) else cells


def _through(rows: list[Row]) -> list[Gap]:
    """Return the gaps that go down through all rows, from left to right."""
    first, *others = wide_bands(rows)
    return [] if others else sorted(with_narrow(first.gaps, rows))


def _cut(rows: list[Row], grids: Sequence[Grid], depth: int) -> list[str]:
    """Read rows as the gaps between their words part them."""
    if depth == _DEEPEST:
        return paragraphs(rows)

    def read_rest(plain: list[Row]) -> list[str]:
        return _parted(narrow_bands(plain), paragraphs, grids, depth)

    return _parted(wide_bands(rows), read_rest, grids, depth)


def _parted(
    bands: Iterable[Band],
    read_rest: Callable[[list[Row]], list[str]],
    grids: Sequence[Grid],
    depth: int,
) -> list[str]:
    """Read bands by their gaps, and in another way what has none."""
    blocks: list[str] = []
    plain: list[Row] = []
    for band in bands:
        if not band.gaps:
            plain += band.rows
            continue
        before, parted, after = _around(band.gaps[0], band.rows)
        blocks += read_rest(plain + before)
        blocks += _sides(with_narrow(band.gaps, parted), parted, grids, depth + 1)
        plain = after
    return blocks + read_rest(plain)


def _around(gap: Gap, rows: list[Row]) -> tuple[list[Row], list[Row], list[Row]]:
    """Part from columns what stands above and below them with some room."""
    both = both_sides(gap, rows)
    usual = room_of_sides(gap, rows)
    rooms = [above.base - below.base for above, below in pairwise(rows)]
    wide = [at + 1 for at, room in enumerate(rooms) if room > WIDER * usual]
    begin = max((at for at in wide if at <= both.start), default=0)
    end = min((at for at in wide if at >= both.stop), default=len(rows))
    return rows[:begin], rows[begin:end], rows[end:]


def _sides(
    gaps: list[Gap], rows: list[Row], grids: Sequence[Grid], depth: int
) -> list[str]:
    """Read what gaps part, of which the first is the widest."""
    left, right = half(rows, gaps[0], 0), half(rows, gaps[0], 1)
    parts = list(by_room(rows, room_of_sides(gaps[0], rows)))
    is_running = min(length(left), length(right)) >= _SHORT
    if is_running and len(parts) <= FEWEST:
        return _flowing(reading(left, grids, depth), reading(right, grids, depth))
    if _is_address(left, rows) or _is_address(right, rows):
        return reading(left, grids, depth) + reading(right, grids, depth)
    gaps = sorted(gaps)
    if not is_running:
        is_whole = len(parts) == 1
        parts = [row for part in parts for row in _table_rows(gaps, part, is_whole)]
    return [
        block
        for part in parts
        for cell in _cells(gaps, part)
        for block in reading(cell, grids, depth)
    ]


def _cells(gaps: list[Gap], rows: list[Row]) -> Iterator[list[Row]]:
    for gap in gaps:
        yield half(rows, gap, 0)
        rows = half(rows, gap, 1)
    yield rows


def _flowing(column: list[str], after: list[str]) -> list[str]:
    """Put two columns after each other: a sentence may go on from one to the other."""
    if not column or not after or column[-1].endswith(_SENTENCE_ENDS):
        return column + after
    return [*column[:-1], f"{column[-1]}\n{after[0]}", *after[1:]]


def _table_rows(
    gaps: list[Gap], rows: list[Row], is_whole: bool
) -> Iterable[list[Row]]:
    """Part a table into its rows, or what of it has room around it.

    That is mostly one row, unless it is a list: one column has only numbers.
    """
    is_list = any(length(cell) <= LONGEST_MARK for cell in _cells(gaps, rows) if cell)
    if is_whole or (is_list and all(all(_cells(gaps, [row])) for row in rows)):
        return _by_first_cell(gaps, rows)
    return [rows]


def _is_address(side: list[Row], rows: list[Row]) -> bool:
    """Tell whether one side is an address, and not the values of a table.

    It ends in a postcode; what stands beside that in a table is its name.
    """
    ends = [row.base for row in side[FEWEST:] if _POSTCODE.fullmatch(row.text)]
    beside = (row.text for row in rows if row.base in ends)
    return bool(ends) and not any(map(_NAME_OF_POSTCODE.search, beside))


def _by_first_cell(gaps: list[Gap], rows: list[Row]) -> Iterator[list[Row]]:
    """Part the rows of a table where one has something in its first cell.

    Unless a cell goes on in small letters, in a column that mostly does not; or the
    first cell goes on alone with a word for which its line above had no room.
    """
    columns = list(_cells(gaps, rows))
    small = {at for at, column in enumerate(columns) if _is_in_capitals(column)}
    end = max((row.words[-1].right for row in columns[0]), default=0.0)
    part: list[Row] = []
    for row in rows:
        cells = list(_cells(gaps, [row]))
        goes_on = any(_is_small(cells[at]) for at in small if cells[at])
        if part and cells[0] and not any(cells[1:]):
            above = next(_cells(gaps, part[-1:]))
            goes_on = goes_on or _is_full(above, cells[0][0].words[0], end)
        if part and cells[0] and not goes_on:
            yield part
            part = []
        part.append(row)
    yield part


def _is_small(cell: list[Row]) -> bool:
    return cell[0].words[0].text[0].islower()


def _is_in_capitals(column: list[Row]) -> bool:
    """Tell whether not nearly all cells of a column begin in small letters."""
    return sum(_is_small([row]) for row in column) <= _MOSTLY * len(column)


def _is_full(above: list[Row], word: Word, end: float) -> bool:
    """Tell whether a word may belong to the line above it, where it had no room."""
    if not above or above[0].text.endswith(_SENTENCE_ENDS):
        return False
    last = above[0].words[-1].right + _SPACE * above[0].height
    return word.text[0].isalpha() and last + word.right - word.left > end
