"""What belongs to a page and not to its text: headers, footers, numbers of lines.

It is taken out from between the pages, so that a sentence can go on, and is kept once.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.files.pdf.rows import Row
    from glossary.files.pdf.words import Word

_FEWEST_OTHERS = 3  # rows, from the edge of a page, and it may stand there no more
_MARGIN = 110.0  # points from the first row of all, and from the last
_APART = 1.3  # of the room that rows have mostly
_MOST_ROOM = 1.6  # heights of a row
_SAME_PLACE = 4.0  # points
_NEXT = 2  # pages: left pages and right pages may have their own
_PAGE_NUMBER = re.compile(
    r"^(\d{1,6})(?= ?/ ?\d{1,6}$|$)"
    r"|(?<!\w)(?:page|p\.|tudalen|tud\.) ?(\d{1,6})(?!\w)"
    r"|(?<![\w.])(\d{1,6})(?= (?:of|o) \d{1,6}(?!\w))"
    r"|(?<=[|•·–—-])(?: ?)(\d{1,6})$",
    re.IGNORECASE,
)
"""The number of a page, where a row has one: “12”, “Page 12 of 30”, “12 / 30”."""
_NUMBER = re.compile(r"[0-9]{1,5}")
_FEWEST_NUMBERS = 5
_MORE_ROWS = 1.2  # than are counted: headings have no numbers
_RUNNING = 0.3  # of the rows of a text that begin in small letters


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
    head, foot = _margins(pages)
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    kept = []
    for page, rows in enumerate(pages):
        near = all_of[max(0, page - _NEXT) : page]
        near += all_of[page + 1 : page + 1 + _NEXT]
        again = {
            at
            for at, places in enumerate(found[page])
            if any(_is_among(place, near) for place in places)
        }
        above = _edge(rows, range(len(rows)), again, head)
        below = _edge(rows, range(len(rows))[::-1], again, foot) - above
        if len(above) + len(below) == len(rows):  # the same page once more
            above, below = set(), set()
        for side, own in ((before, above), (after, below)):
            for at in sorted(own):
                told = _counted(rows[at].text)
                if told not in before and told not in after:
                    side[told] = rows[at].text
        kept.append([row for at, row in enumerate(rows) if at not in above | below])
    numbered = [" ".join(numbers)] if numbers else []
    return Furnished(kept, list(before.values()), [*after.values(), *numbered])


def _counted(text: str) -> str:
    """Return a row without the number of its page."""
    return _PAGE_NUMBER.sub("#", text)


def _places(row: Row, page: int) -> list[_Place]:
    """Return what is in a row, and where; also without the number of its page."""
    height = round(row.base / _SAME_PLACE)
    counting = (
        f"{row.text[: one.start()]}#{int(one[one.lastindex or 0]) - page}#"
        f"{row.text[one.end() :]}"
        for one in _PAGE_NUMBER.finditer(row.text)
    )
    return [(text, height) for text in (row.text, *counting)]


def _margins(
    pages: list[list[Row]],
) -> tuple[Callable[[Row], bool], Callable[[Row], bool]]:
    """Return what tells whether a row stands near the top, or the foot, of pages."""
    bases = [row.base for rows in pages for row in rows] or [0.0]
    top, foot = max(bases), min(bases)
    return (
        lambda row: row.base >= top - _MARGIN,
        lambda row: row.base <= foot + _MARGIN,
    )


def _edge(
    rows: list[Row], inwards: range, again: set[int], is_near: Callable[[Row], bool]
) -> set[int]:
    """Return the rows that come again at an edge, parted from the text by room."""
    found: list[int] = []
    ends = 0
    others = 0
    usual = _usual_room(rows)
    for at, inner in pairwise(inwards):
        if not is_near(rows[at]) or others == _FEWEST_OTHERS:
            break
        if at not in again:
            others += 1
            continue
        found.append(at)
        if abs(rows[at].base - rows[inner].base) > _APART * usual:
            ends = len(found)
    return set(found[:ends])


def _usual_room(rows: list[Row]) -> float:
    """Return how far rows of a page stand from each other, mostly."""
    rooms = [above.base - below.base for above, below in pairwise(rows)]
    return min(median(rooms), _MOST_ROOM * rows[0].height) if rooms else 0.0


def _is_among(place: _Place, near: list[set[_Place]]) -> bool:
    text, height = place
    return any((text, height + off) in page for page in near for off in (-1, 0, 1))


def _without_numbers(rows: list[Row], numbers: dict[str, None]) -> list[Row]:
    """Take the numbers of lines off a page, which stand left of everything else."""
    at = [at for at, row in enumerate(rows) if _NUMBER.fullmatch(row.words[0].text)]
    if len(at) < _FEWEST_NUMBERS:
        return rows
    own = [rows[place].words[0] for place in at]
    taken = set(at)
    left = [
        row._replace(words=row.words[1:]) if place in taken else row
        for place, row in enumerate(rows)
    ]
    text = [row for row in left if row.words]
    are_counted = at[-1] - at[0] <= _MORE_ROWS * (int(own[-1].text) - int(own[0].text))
    if not (_is_margin(own, text) and are_counted and _goes_on(text)):
        return rows
    numbers.update(dict.fromkeys(word.text for word in own))
    return text


def _goes_on(text: list[Row]) -> bool:
    """Tell whether sentences go on from row to row, as in no list of items."""
    small = sum(row.words[0].text[0].islower() for row in text)
    return small >= _RUNNING * len(text)


def _is_margin(numbers: list[Word], text: list[Row]) -> bool:
    """Tell whether numbers go up by the same step and stand beside a text."""
    counted = [int(word.text) for word in numbers]
    steps = {below - above for above, below in pairwise(counted)}
    begins = min((row.words[0].left for row in text), default=0.0)
    ends = max(word.right for word in numbers)
    return len(steps) == 1 and steps.pop() > 0 and begins > ends
