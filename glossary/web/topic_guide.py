"""A topic as a short guide: where to start, then its words by what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

from glossary.web.connections import read_connections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import _StrPromise

    from glossary.reading import Shelf
    from glossary.web.listing import Item, TopicItem

_STARTS = 3
_FEW = 6
"""So few words are one list: nobody needs a way through them."""

GROUPS = {
    "concept": _("Ideas, and kinds of harm"),
    "policing-practice": _("What the police do"),
    "legal": _("Words from the law"),
    "organisation": _("Organisations"),
    "role": _("Jobs and posts"),
    "service": _("Services"),
    "programme": _("Programmes and operations"),
    "report": _("Reports and inquiries"),
    "data": _("Collections of information"),
    "funding": _("Money"),
}
"""Headings of the kinds, in the order in which a guide has them."""


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
        for kind, heading in GROUPS.items()
    ]
    near = {other for row in found.topics.values() for other in row} - {topic}
    return Guide(
        start=[known[one] for one in starts],
        groups=[group for group in groups if group.items],
        near=[row for row in topics if row.id in near],
    )
