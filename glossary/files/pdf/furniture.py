"""What belongs to a page and not to its text: headers, footers, numbers of lines.

It is taken out from between the pages, so that a sentence can go on, and is kept once.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from glossary.files.pdf.rows import Row
    from glossary.files.pdf.words import Word

_OUTERMOST = 3  # rows at the top and at the bottom of a page where it may stand
_SAME_PLACE = 4.0  # points
_NEXT = 2  # pages: left pages and right pages may have their own
_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(r"[0-9]{1,5}")
_FEWEST_NUMBERS = 5


class Furnished(NamedTuple):
    """The rows of each page that are text, and what stands around them."""

    pages: list[list[Row]]
    before: list[str]
    after: list[str]


class _Edge(NamedTuple):
    text: str
    base: float


def without_furniture(pages: list[list[Row]]) -> Furnished:
    """Part the text of pages from what comes again on each of them."""
    numbers: dict[str, None] = {}
    pages = [_without_numbers(rows, numbers) for rows in pages]
    edges = [{at: _edge(rows[at]) for at in _outermost(rows)} for rows in pages]
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    kept = []
    for number, rows in enumerate(pages):
        near = [
            edge
            for other in range(number - _NEXT, number + _NEXT + 1)
            if other != number and 0 <= other < len(pages)
            for edge in edges[other].values()
        ]
        own = {at for at, edge in edges[number].items() if _comes_again(edge, near)}
        for at in own:
            side = before if at < len(rows) / 2 else after
            side.setdefault(edges[number][at].text, rows[at].text)
        kept.append([row for at, row in enumerate(rows) if at not in own])
    numbered = [" ".join(numbers)] if numbers else []
    return Furnished(kept, list(before.values()), [*after.values(), *numbered])


def _outermost(rows: list[Row]) -> list[int]:
    places = range(len(rows))
    return sorted({*places[:_OUTERMOST], *places[-_OUTERMOST:]})


def _edge(row: Row) -> _Edge:
    return _Edge(_FIGURES.sub("#", row.text), row.base)


def _comes_again(edge: _Edge, others: list[_Edge]) -> bool:
    return any(
        edge.text == other.text and abs(edge.base - other.base) < _SAME_PLACE
        for other in others
    )


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
