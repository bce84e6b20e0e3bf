"""What is said of a draft, given to the fields of its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.desk.writing.slots import Ask
from glossary.review import language_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from glossary.desk.parts.remarked import Said
    from glossary.desk.writing.node import Node
    from glossary.desk.writing.remarks import Changed, Remark


def give_remarks(root: Node, found: Iterable[tuple[str, Remark]]) -> None:
    """Let each field show what is said of it.

    What is said of a place that has no field is said of the nearest around it.
    """
    nodes = _shown(root)
    for place, remark in found:
        node = _nearest(nodes, place)
        node.remarks = [*node.remarks, remark]


def give_reviews(root: Node, found: Iterable[Said]) -> None:
    """Let each field show what reviewers remarked on it, or on what was in it."""
    nodes = _shown(root)
    for said in found:
        node = _nearest(nodes, said.place)
        node.reviews = [*node.reviews, said]


def give_changes(root: Node, found: Iterable[tuple[str, Changed]]) -> None:
    """Let each field show what has changed in another language."""
    nodes = _shown(root)
    for place, changed in found:
        nodes[place].changed = [*nodes[place].changed, changed]


def lock(root: Node, langs: Collection[str]) -> None:
    """Let nobody type in the fields of these languages: it could not be saved."""
    for node in root.every():
        node.is_locked = bool(node.place) and language_of(node.place) in langs


def _shown(root: Node) -> dict[str, Node]:
    """Return the fields that can be seen, by place."""
    return {node.place: node for node in root.every() if node.slot.ask != Ask.KEPT}


def _nearest(nodes: Mapping[str, Node], place: str) -> Node:
    """Return the field at a place, or the nearest around it."""
    while place and place not in nodes:
        place = place.rpartition("/")[0]
    return nodes[place]
