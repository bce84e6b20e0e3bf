"""A topic as a short guide: where to start, then its words by what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary import labels
from glossary.web.lists.connections import read_connections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import _StrPromise

    from glossary.reading import Shelf
    from glossary.web.parts.listing import Item, TopicItem

_STARTS = 3
_FEW = 6
"""So few words are one list: nobody needs a way through them."""


class Group(NamedTuple):
    """Entries of one kind."""

    heading: str | _StrPromise
    items: Sequence[Item]


class Guide(NamedTuple):
    """The parts of a topic's page."""

    start: Sequence[Item]
    groups: Sequence[Group]
    near: Sequence[TopicItem]


def guide(
    shelf: Shelf, topic: str, items: Sequence[Item], topics: Sequence[TopicItem]
) -> Guide:
    """Arrange the entries of a topic; ``topics`` are all that there are."""
    found = read_connections(shelf, [item.id for item in items])
    known = {item.id: item for item in items}
    starts = found.best_connected(list(known))[:_STARTS] if len(items) > _FEW else []
    rest = [item for item in items if item.id not in starts]
    groups = [
        Group(heading, [row for row in rest if found.kinds.get(row.id) == kind])
        for kind, heading in labels.KIND_HEADINGS.items()
    ]
    near = {other for row in found.topics.values() for other in row} - {topic}
    return Guide(
        start=[known[one] for one in starts],
        groups=[group for group in groups if group.items],
        near=[row for row in topics if row.id in near],
    )
