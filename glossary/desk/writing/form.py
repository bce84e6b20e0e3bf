"""A draft as a form shows it: each field with its words, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from glossary import languages
from glossary.desk.parts.field_words import FIELDS, ROWS, FieldWords
from glossary.desk.writing.choices import choices_of
from glossary.desk.writing.node import Node, Odd
from glossary.desk.writing.slots import Ask, Slot
from glossary.desk.writing.typed import Blank, is_odd, rest_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glossary.desk.writing.choices import Choice
    from glossary.review import Draft

_LEAST = 3  # lists to choose from, where the order says something


def form_of(
    slots: Sequence[Slot],
    draft: Draft,
    around: Mapping[str, Sequence[Choice]],
) -> Node:
    """Return the form of a whole draft.

    ``around`` has what can be chosen from, by the name of the field.
    """
    nothing = FieldWords("")  # type: ignore[arg-type]  # a form has no label
    root = Node(Slot("", "", Ask.GROUP, inside=tuple(slots)), "", nothing)
    _fill(root, draft, around)
    return root


def pairs_of(node: Node) -> Iterator[tuple[str, str]]:
    """Yield the fields that a form sends: their names and texts."""
    for one in node.every():
        if one.number:
            yield f"{one.place}/~row", "1"
        if one.rest:
            yield (
                f"{one.place}/~{'raw' if one.slot.ask == Ask.KEPT else 'rest'}",
                one.rest,
            )
        if not one.slot.is_whole:
            yield from ((one.place, text) for text in one.texts)


def _node(
    slot: Slot, place: str, value: Any, around: Any, words: FieldWords | None
) -> Node:
    node = Node(slot, place, words or FIELDS[slot.shape, slot.name])
    if slot.ask == Ask.GROUP:
        _fill(node, value if isinstance(value, dict) else {}, around)
    elif slot.ask == Ask.ROWS:
        rows = value if isinstance(value, list) else []
        node.parts = [
            _row(slot, place, number, rows, around) for number in range(len(rows))
        ]
    elif slot.ask == Ask.KEPT:
        node.texts = [value] if isinstance(value, str) else []
    else:
        node.texts = shown(slot, value)
        node.choices = around.get(slot.name, ()) if slot.ask == Ask.ORDER else ()
        node.choices = node.choices or choices_of(slot, node.texts)
        if slot.ask == Ask.ORDER:
            room = max(_LEAST, len(node.texts) + 1) - len(node.texts)
            node.texts = [*node.texts, *[""] * room]
    return node


def _fill(node: Node, data: Draft, around: Any) -> None:
    """Give a node the parts of what it holds."""
    slots = node.slot.inside
    rest = rest_of(slots, data)
    is_new = isinstance(data, Blank) or not data
    node.rest = "" if is_new and not rest else _json(rest) if rest else ""
    node.odd = [
        Odd(name, _json(value))
        for name, value in rest.items()
        if is_odd(slots, name, value)
    ]
    for slot in slots:
        if slot.ask == Ask.GROUP and not slot.inside:
            continue
        words, tongue = _words(node, slot)
        part = _node(
            slot, f"{node.place}/{slot.name}", data.get(slot.name), around, words
        )
        part.tongue = tongue
        node.parts.append(part)
    if node.slot.is_by_language:
        for part in node.parts:
            for one in part.parts:
                one.tongue = part.tongue


def _words(node: Node, slot: Slot) -> tuple[FieldWords | None, str]:
    """Return the words for a part, and the language that is named with it."""
    if not node.slot.is_by_language:
        return None, ""
    return node.words, languages.get(slot.name).name


def _row(slot: Slot, place: str, at: int, rows: Sequence[Any], around: Any) -> Node:
    value = rows[at]
    is_known = isinstance(value, dict)
    ask = Ask.GROUP if is_known else Ask.KEPT
    inside = Slot(slot.shape, slot.name, ask, slot.lang, inside=slot.inside)
    node = Node(inside, f"{place}/{at}", FieldWords(ROWS[slot.shape, slot.name][0]))
    node.number = at + 1
    if is_known:
        _fill(node, value, around)
        if not node.rest and not value and not isinstance(value, Blank):
            node.rest = "{}"
    else:
        node.rest = _json(value)
        node.odd = [Odd("", node.rest)]
    return node


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()
