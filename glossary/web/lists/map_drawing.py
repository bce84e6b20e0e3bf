"""The picture of the map: topics in a column, and a bow for each connection.

Drawn in the units of a small phone's screen, so that its words keep their size
there. Colours and letters are the stylesheet's.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.web.parts.listing import TopicItem

WIDTH = 328
_BOWS = 96
_LABEL = 24  # letters in a line
_LINE = 20
_GAP = 22


class Line(NamedTuple):
    """A line of a label."""

    y: int
    words: str


class TopicDot(NamedTuple):
    """A topic: a dot, and its label beside it."""

    topic: TopicItem
    x: int
    y: int
    radius: int
    text_x: int
    lines: Sequence[Line]


class Bow(NamedTuple):
    """A connection between two topics; ``strength`` is from 1 to 4."""

    path: str
    strength: int


class Drawing(NamedTuple):
    """The whole picture."""

    width: int
    height: int
    nodes: Sequence[TopicDot]
    bows: Sequence[Bow]


def draw(
    topics: Sequence[TopicItem],
    counts: Mapping[str, int],
    between: Mapping[tuple[str, str], int],
) -> Drawing:
    """Return the picture of these topics.

    ``counts`` are the entries of each, ``between`` the relations of each pair.
    """
    nodes: dict[str, TopicDot] = {}
    top = _GAP
    for topic in topics:
        nodes[topic.id] = _node(topic, counts.get(topic.id, 0), top)
        top += len(nodes[topic.id].lines) * _LINE + _GAP
    most = max(between.values(), default=1)
    bows = [
        _bow(nodes[one].y, nodes[other].y, -(-4 * count // most), top)
        for (one, other), count in sorted(between.items(), key=lambda row: row[1])
        if one in nodes and other in nodes
    ]
    return Drawing(WIDTH, top, list(nodes.values()), bows)


def _node(topic: TopicItem, count: int, top: int) -> TopicDot:
    words = textwrap.wrap(topic.label, _LABEL) or [topic.label]
    lines = [Line(top + number * _LINE, line) for number, line in enumerate(words)]
    middle = top + (len(words) - 1) * _LINE // 2 - 5
    radius = 5 + min(7, round(count**0.5))
    return TopicDot(topic, _BOWS, middle, radius, _BOWS + 20, lines)


def _bow(start: int, end: int, strength: int, height: int) -> Bow:
    """Return a bow to the left, the wider the further its ends are apart."""
    start, end = sorted((start, end))
    reach = _BOWS - 4 - round((_BOWS - 20) * ((end - start) / height) ** 0.6)
    control = 2 * reach - _BOWS  # so that the bow's middle is about at ``reach``
    control = max(control, -_BOWS // 3)
    return Bow(
        f"M{_BOWS} {start}C{control} {start} {control} {end} {_BOWS} {end}", strength
    )
