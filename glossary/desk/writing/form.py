"""A draft as a form shows it: each field with its words, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from glossary import languages
from glossary.desk.writing.choices import Choice, choices_of
from glossary.desk.writing.slots import Ask, Slot
from glossary.desk.writing.told import ROWS, Told, told
from glossary.desk.writing.typed import Blank, is_odd, rest_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django.utils.functional import _StrPromise

    from glossary.desk.parts.remarked import Said
    from glossary.desk.writing.remarks import Changed, Remark
    from glossary.review import Draft

_LEAST = 3  # lists to choose from, where the order says something
_LISTS = {
    ("CitationDocument", "source"): "sources",
    ("Provenance", "source"): "sources",
    ("RelationDocument", "id"): "entries",
    ("SourceDocument", "licence"): "licences",
}
"""The fields that name another document, and the list of such names on the page."""

_COUNTED = {("SectionDocument", "short"), ("CitationDocument", "quotation")}


class Odd(NamedTuple):
    """What a draft holds and no field can show, under its name."""

    name: str
    text: str


@dataclass
class Node:
    """A field, or some of them; ``place`` names it, as a JSON pointer.

    ``tongue`` is the name of the language that is written in it, where there are
    several beside each other. ``number`` counts the rows of a list. What
    ``is_locked`` is shown, and not changed.
    """

    slot: Slot
    place: str
    told: Told
    tongue: str = ""
    texts: Sequence[str] = ()
    choices: Sequence[Choice] = ()
    parts: list[Node] = field(default_factory=list)
    rest: str = ""
    odd: Sequence[Odd] = ()
    number: int = 0
    remarks: Sequence[Remark] = ()
    changed: Sequence[Changed] = ()
    reviews: Sequence[Said] = ()
    is_locked: bool = False

    @property
    def text(self) -> str:
        """What a field of one text shows."""
        return self.texts[0] if self.texts else ""

    @property
    def is_long(self) -> bool:
        """Whether there is room for several paragraphs."""
        return self.slot.ask == Ask.LINES or len(self.text) > 90

    @property
    def is_counted(self) -> bool:
        """Whether there may be only so many words."""
        return (self.slot.shape, self.slot.name) in _COUNTED

    @property
    def listed(self) -> str:
        """The list of names that can be chosen from, if there is one."""
        return _LISTS.get((self.slot.shape, self.slot.name), "")

    @property
    def row_words(self) -> tuple[_StrPromise, _StrPromise]:
        """What a row is called, and what adds one."""
        return ROWS[self.slot.shape, self.slot.name]

    @property
    def often(self) -> list[Node]:
        """The parts that are often needed."""
        return [one for one in self.parts if not one.told.is_rare]

    @property
    def rarely(self) -> list[Node]:
        """The parts that are rarely needed."""
        return [one for one in self.parts if one.told.is_rare]

    @property
    def lines(self) -> list[list[Node]]:
        """The parts of each language, those that say the same beside each other."""
        return self._beside([one.often or [one] for one in self.parts])

    @property
    def rare_lines(self) -> list[list[Node]]:
        """The same of what is rarely needed."""
        return self._beside([one.rarely for one in self.parts])

    @property
    def is_wrong(self) -> bool:
        """Whether something is to be put right here, or in a part of it."""
        here = any(one.is_serious for one in self.remarks) or bool(self.odd)
        return here or any(one.is_wrong for one in self.parts)

    @property
    def is_spoken_of(self) -> bool:
        """Whether a reviewer remarked on this, or on a part of it."""
        return bool(self.reviews) or any(one.is_spoken_of for one in self.parts)

    @property
    def is_open_rarely(self) -> bool:
        """Whether somebody has to see what is rarely needed."""
        columns = self.parts if self.slot.is_by_language else [self]
        rarely = [one for column in columns for one in column.rarely]
        return any(one.is_wrong or one.is_spoken_of for one in rarely)

    @property
    def is_one_for_all(self) -> bool:
        """Whether its parts are languages."""
        return self.slot.is_by_language

    def every(self) -> Iterator[Node]:
        """Yield it and all its parts."""
        yield self
        for part in self.parts:
            yield from part.every()

    @staticmethod
    def _beside(columns: list[list[Node]]) -> list[list[Node]]:
        return [list(line) for line in zip(*columns, strict=True)]


def form_of(
    slots: Sequence[Slot],
    draft: Draft,
    around: Mapping[str, Sequence[Choice]],
) -> Node:
    """Return the form of a whole draft.

    ``around`` has what can be chosen from, by the name of the field.
    """
    nothing = Told("")  # type: ignore[arg-type]  # a form has no label
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


def _node(slot: Slot, place: str, value: Any, around: Any, words: Told | None) -> Node:
    node = Node(slot, place, words or told(slot.shape, slot.name))
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


def _words(node: Node, slot: Slot) -> tuple[Told | None, str]:
    """Return the words for a part, and the language that is named with it."""
    if not node.slot.is_by_language:
        return None, ""
    return node.told, languages.get(slot.name).name


def _row(slot: Slot, place: str, at: int, rows: Sequence[Any], around: Any) -> Node:
    value = rows[at]
    is_known = isinstance(value, dict)
    ask = Ask.GROUP if is_known else Ask.KEPT
    inside = Slot(slot.shape, slot.name, ask, slot.lang, inside=slot.inside)
    node = Node(inside, f"{place}/{at}", Told(ROWS[slot.shape, slot.name][0]))
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
