"""What belongs to a page and not to its text: headers, footers, numbers of lines.

It is taken out from between the pages, so that a sentence can go on, and is kept once.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.files.pdf.rows import Row
    from glossary.files.pdf.words import Word

_FEWEST_OTHERS = 3  # rows, from the edge of a page, and it may stand there no more
_SAME_PLACE = 4.0  # points
_NEXT = 2  # pages: left pages and right pages may have their own
_FIGURES = re.compile(r"(?<!\d)\d{1,6}(?!\d)")
_NUMBER = re.compile(r"[0-9]{1,5}")
_FEWEST_NUMBERS = 5


_Place = tuple[str, int]
"""What stands in a row, and about how high on its page."""


class Furnished(NamedTuple):
    """The rows of each page that are text, and what stands around them."""

    pages: list[list[Row]]
    before: list[str]
    after: list[str]


def without_furniture(pages: list[list[Row]]) -> Furnished:
    """Part the text of pages from what comes again on each of them."""
    numbers: dict[str, None] = {}
    pages = [_without_numbers(rows, numbers) for rows in pages]
    found = [[_places(row, page) for row in rows] for page, rows in enumerate(pages)]
    all_of = [{place for places in page for place in places} for page in found]
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    kept = []
    for page, rows in enumerate(pages):
        near = all_of[max(0, page - _NEXT) : page]
        near += all_of[page + 1 : page + 1 + _NEXT]
        above = {*_repeated(found[page], range(len(rows)), near)}
        below = {*_repeated(found[page], range(len(rows))[::-1], near)}
        own = above | below
        for at in sorted(own):
            is_below = at in below and (at not in above or at >= len(rows) / 2)
            side = after if is_below else before
            side.setdefault(_FIGURES.sub("#", rows[at].text), rows[at].text)
        kept.append([row for at, row in enumerate(rows) if at not in own])
    numbered = [" ".join(numbers)] if numbers else []
    return Furnished(kept, list(before.values()), [*after.values(), *numbered])


def _places(row: Row, page: int) -> list[_Place]:
    """Return what is in a row, and where; also without a figure that counts pages."""
    height = round(row.base / _SAME_PLACE)
    figures = list(_FIGURES.finditer(row.text))
    counting = (
        f"{row.text[: one.start()]}#{int(one[0]) - page}#{row.text[one.end() :]}"
        for one in {*figures[:1], *figures[-1:]}
    )
    return [(text, height) for text in (row.text, *counting)]


def _repeated(
    rows: list[list[_Place]], inwards: range, near: list[set[_Place]]
) -> Iterator[int]:
    """Give the rows that come again, from an edge of a page until others begin."""
    others = 0
    for at in inwards:
        if any(_is_among(place, near) for place in rows[at]):
            yield at
            continue
        others += 1
        if others == _FEWEST_OTHERS:
            return


def _is_among(place: _Place, near: list[set[_Place]]) -> bool:
    text, height = place
    return any((text, height + off) in page for page in near for off in (-1, 0, 1))


def _without_numbers(rows: list[Row], numbers: dict[str, None]) -> list[Row]:
    """Take the numbers of lines off a page, which stand left of everything else."""
    numbered = [row for row in rows if _NUMBER.fullmatch(row.words[0].text)]
    if len(numbered) < _FEWEST_NUMBERS:
        return rows
    taken = {id(row) for row in numbered}
    left = [
        row._replace(words=row.words[1:]) if id(row) in taken else row for row in rows
    ]
    text = [row for row in left if row.words]
    if not _is_margin([row.words[0] for row in numbered], text):
        return rows
    numbers.update(dict.fromkeys(row.words[0].text for row in numbered))
    return text


def _is_margin(numbers: list[Word], text: list[Row]) -> bool:
    """Tell whether numbers go up by the same step and stand beside a text."""
    counted = [int(word.text) for word in numbers]
    steps = {below - above for above, below in pairwise(counted)}
    begins = min((row.words[0].left for row in text), default=0.0)
    ends = max(word.right for word in numbers)
    return len(steps) == 1 and steps.pop() > 0 and begins > ends
