"""Gaps between words that go on from row to row: they part columns and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.files.pdf.paragraphs import LONGEST_MARK, usual_room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.files.pdf.rows import Row
    from glossary.files.pdf.words import Word

# In heights of a letter.
_NARROW, _GUTTER, _WIDE = 0.35, 0.7, 1.0
_ALIGNED = 1.0  # points

FEWEST = 2
"""Rows on each side of a gap, where it is wide."""
_MORE = 5  # where it is not
_MOST_TRIED = 8


class Gap(NamedTuple):
    """Room without letters, from left to right."""

    left: float
    right: float
    parts: tuple[bool, bool]
    """Whether there is something on its left, and on its right."""


class Band(NamedTuple):
    """Rows, and the gaps that go down through all of them."""

    rows: list[Row]
    gaps: list[Gap]


def _bands(rows: list[Row], least: float = _GUTTER) -> Iterator[Band]:
    """Part rows where no gap goes on, or where the last gap inside them ends."""
    left = min((row.words[0].left for row in rows), default=0)
    right = max((row.words[-1].right for row in rows), default=0)
    band = Band([], [])
    for row in rows:
        own = list(_gaps(row, left, right, least * row.height))
        common = list(_common(band.gaps, own, least * row.height))
        is_other = any(map(_is_inside, band.gaps + own)) > any(map(_is_inside, common))
        if band.rows and (is_other or not common):
            yield band
            common = []
        if not common:
            band = Band([], own)
        band.rows.append(row)
        band = Band(band.rows, common or own)
    if rows:
        yield band


def _gaps(row: Row, left: float, right: float, least: float) -> Iterator[Gap]:
    begin = left
    for at, word in enumerate(row.words):
        if word.left - begin >= least:
            yield Gap(begin, word.left, (at > 0, True))
        begin = max(begin, word.right)
    if right - begin >= least:
        yield Gap(begin, right, (True, False))


def _is_inside(gap: Gap) -> bool:
    """Tell whether there is something on both sides of a gap."""
    return all(gap.parts)


def _common(some: list[Gap], others: list[Gap], least: float) -> Iterator[Gap]:
    one = other = 0
    while one < len(some) and other < len(others):
        left = max(some[one].left, others[other].left)
        right = min(some[one].right, others[other].right)
        if right - left >= least:
            on_left, on_right = zip(some[one].parts, others[other].parts, strict=True)
            yield Gap(left, right, (any(on_left), any(on_right)))
        if some[one].right < others[other].right:
            one += 1
        else:
            other += 1


def _split(gap: Gap, row: Row) -> tuple[list[Word], list[Word]]:
    left = [word for word in row.words if word.left < gap.left]
    return left, row.words[len(left) :]


def half(rows: list[Row], gap: Gap, side: int) -> list[Row]:
    """Return what stands on one side of a gap: 0 is left, 1 is right."""
    halves = (row._replace(words=_split(gap, row)[side]) for row in rows)
    return [row for row in halves if row.words]


def both_sides(gap: Gap, rows: list[Row]) -> range:
    """Return from which row to which there is something on both sides of a gap."""
    left = [at for at, row in enumerate(rows) if row.words[0].left < gap.left]
    right = [at for at, row in enumerate(rows) if row.words[-1].left >= gap.right]
    if not left or not right:
        return range(0)
    both = range(max(left[0], right[0]), min(left[-1], right[-1]) + 1)
    least = FEWEST if gap.right - gap.left > _WIDE * rows[0].height else _MORE
    is_enough = all(sum(at in both for at in side) >= least for side in (left, right))
    return both if is_enough else range(0)


def wide_bands(rows: list[Row]) -> Iterator[Band]:
    """Part rows by gaps that part columns or cells, of each band the widest first.

    Left of others stand the marks of a list.
    """
    for band in _bands(rows):
        widest = sorted(band.gaps, key=lambda gap: gap.left - gap.right)[:_MOST_TRIED]
        parting = [
            gap
            for gap in widest
            if both_sides(gap, band.rows)
            and length(half(band.rows, gap, 0)) > LONGEST_MARK
        ]
        yield Band(band.rows, parting)


def narrow_bands(rows: list[Row]) -> Iterator[Band]:
    """Part rows by narrow gaps after which words are aligned."""
    for band in _bands(rows, _NARROW):
        yield Band(band.rows, [gap for gap in band.gaps if _is_edge(gap, band.rows)])


def with_narrow(gaps: list[Gap], rows: list[Row]) -> list[Gap]:
    """Return the gaps of rows and those that are narrow, but go down through all."""
    first, *others = narrow_bands(rows)
    narrow = [] if others else first.gaps
    return gaps + [
        gap
        for gap in narrow
        if all(gap.right <= one.left or gap.left >= one.right for one in gaps)
    ]


def _is_edge(gap: Gap, rows: list[Row]) -> bool:
    """Tell whether words begin at the same place right of a gap, in several rows.

    So they do also where each row begins with the same word: those before the gap
    must differ.
    """
    both = [
        _split(gap, row)
        for row in rows
        if row.words[0].left < gap.left and row.words[-1].left >= gap.right
    ]
    if len(both) < _MORE:
        return False
    begins = [right[0].left for _, right in both]
    before = {left[-1].text for left, _ in both}
    return (
        max(begins) - min(begins) <= _ALIGNED
        and len(before) > len(both) / 2
        and length(half(rows, gap, 0)) > LONGEST_MARK
    )


def length(rows: list[Row]) -> float:
    """Return how many signs a row has, on average."""
    return sum(len(row.text) for row in rows) / len(rows)


def room_of_sides(gap: Gap, rows: list[Row]) -> float:
    """Return how far rows of the wider side stand from each other."""
    return max(usual_room(half(rows, gap, side)) for side in (0, 1))
