"""Tables whose cells have lines around them: each cell is read for itself."""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING

from glossary.files.pdf.rules import NEAR, Rule, Rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.files.pdf.rows import Row
    from glossary.files.pdf.words import Word

_MIDDLE = 0.25  # of the height of its letters that a row stands above its base
_FEWEST, _MOSTLY = 5, 0.6  # rows in the first column of a list, and of all its rows
_SHORT = 15  # signs of a row there, on average


class Grid:
    """Lines that touch each other, and the cells between them."""

    def __init__(self, across: set[Rule], down: set[Rule]) -> None:
        self._across = _by_place(across)
        self._down = _by_place(down)
        self._heights = sorted(-place for place in self._across)
        self._places = sorted(self._down)
        self.top = max([*self._across, *(rule.end for rule in down)])
        self._foot = min([*self._across, *(rule.begin for rule in down)])
        self._left = min([*self._down, *(rule.begin for rule in across)])
        self._right = max([*self._down, *(rule.end for rule in across)])

    @property
    def has_cells(self) -> bool:
        """Tell whether there is more than one cell, or one that is not closed."""
        return max(len(self._heights), len(self._places)) > 2

    @property
    def is_open(self) -> bool:
        """Tell whether no lines are drawn between its columns."""
        return not self._places

    def rows_in(self, rows: list[Row]) -> range:
        """Return which rows stand in it, if nothing stands beside them."""
        here = [
            at for at, row in enumerate(rows) if self._foot < _height(row) < self.top
        ]
        is_alone = all(
            self._left < _middle(word) < self._right
            for at in here
            for word in rows[at].words
        )
        return range(here[0], here[-1] + 1) if here and is_alone else range(0)

    def cells(self, rows: list[Row]) -> list[list[Row]]:
        """Return the rows of each cell that has any, from the first cell to the last.

        A cell may be as wide or as high as several of them. Where lines are drawn
        only between columns, what stands beside each other comes as one cell.
        """
        cells: dict[tuple[int, int], list[Row]] = {}
        for row in rows:
            line = bisect_left(self._heights, -_height(row))
            words: dict[tuple[int, int], list[Word]] = {}
            for word in row.words:
                column = bisect_left(self._places, _middle(word))
                words.setdefault(self._first(line, column, row, word), []).append(word)
            for cell, own in words.items():
                cells.setdefault(cell, []).append(row._replace(words=own))
        found: list[list[Row]] = []
        for _, keys in groupby(sorted(cells), key=lambda cell: cell[0]):
            beside = [cells[key] for key in keys]
            found += [_put_together(beside)] if are_lists(beside) else beside
        return found

    def _first(self, line: int, column: int, row: Row, word: Word) -> tuple[int, int]:
        """Return where the cell of a word begins, from the top and from the left."""
        while column and not _is_drawn(
            self._down[self._places[column - 1]], _height(row)
        ):
            column -= 1
        while line and not _is_drawn(
            self._across[-self._heights[line - 1]], _middle(word)
        ):
            line -= 1
        return line, column


def grids_of(rules: Rules) -> list[Grid]:
    """Return the tables of a page, from top to bottom."""
    groups: list[tuple[set[Rule], set[Rule]]] = []
    alone: dict[tuple[int, int], set[Rule]] = {}
    for across in rules.across:
        down = {rule for rule in rules.down if _touch(across, rule)}
        if not down:
            ends = round(across.begin / NEAR), round(across.end / NEAR)
            alone.setdefault(ends, set()).add(across)
            continue
        own = ({across}, down)
        for group in [group for group in groups if down & group[1]]:
            own = (own[0] | group[0], own[1] | group[1])
            groups.remove(group)
        groups.append(own)
    groups += [(some, set()) for some in alone.values()]
    found = (Grid(across, down) for across, down in groups)
    return sorted((grid for grid in found if grid.has_cells), key=lambda one: -one.top)


def are_lists(cells: list[list[Row]]) -> bool:
    """Tell whether cells hold rows of a table, between which no lines are drawn."""
    count = len({row.base for cell in cells for row in cell})
    signs = sum(len(row.text) for row in cells[0])
    return (
        len(cells) > 1
        and len(cells[0]) >= max(_FEWEST, _MOSTLY * count)
        and signs < _SHORT * len(cells[0])
    )


def _put_together(cells: list[list[Row]]) -> list[Row]:
    """Return the rows that stand beside each other in cells as one again."""
    rows: dict[float, Row] = {}
    for row in (row for cell in cells for row in cell):
        before = rows.get(row.base, row._replace(words=[]))
        rows[row.base] = row._replace(words=before.words + row.words)
    return sorted(rows.values(), key=lambda row: -row.base)


def _touch(across: Rule, down: Rule) -> bool:
    return across.reaches(down.place) and down.reaches(across.place)


def _by_place(rules: Iterable[Rule]) -> dict[float, list[Rule]]:
    places: dict[float, list[Rule]] = {}
    for rule in rules:
        places.setdefault(rule.place, []).append(rule)
    return places


def _is_drawn(rules: list[Rule], place: float) -> bool:
    return any(rule.begin <= place <= rule.end for rule in rules)


def _height(row: Row) -> float:
    return row.base + _MIDDLE * row.height


def _middle(word: Word) -> float:
    return (word.left + word.right) / 2
