"""Nests elements properly, whatever order their tags come in, and not deeply.

A small part of what browsers do (WHATWG HTML, 13.2.6), in time that grows with the
number of tags alone. Parsers that do all of it need the square of the depth, or
more: html5ever's issue 788, lexbor's issue 340.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from glossary.annotation.elements import (
    ATTRIBUTES,
    CELLS,
    CLASSES,
    CLOSED_BY,
    DROPPED,
    ENDS_PARAGRAPH,
    EVERYWHERE,
    HEADINGS,
    LINED,
    NO_GLOSSARY,
    NO_TEXT_DIRECTLY,
    PARAGRAPH,
    SECTIONS,
    SILENT,
    TABLE_PARTS,
    UNLINKED,
    VOID,
    WRITTEN,
    reach,
)
from glossary.annotation.tokens import read_attributes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

DEEPEST = 200
"""How many elements may be open. Tags beyond are left out; their words are not."""


class Manner(IntEnum):
    """What may be done with words. An element hands its manner on, or a stricter."""

    FREE = 0
    UNLINKED = 1
    SILENT = 2
    DROPPED = 3


class _Open(NamedTuple):
    name: str
    is_written: bool
    manner: Manner
    parent: str
    """The nearest element that is written, this one included."""


class Nesting:
    """The elements that are open, and what has been written so far.

    ``items`` are texts as they are read and tags as they are written. Beside each,
    ``steps`` has 1 for a start tag, -1 for an end tag, 0 for a tag that is both,
    and None for text.
    """

    def __init__(self) -> None:
        self.items: list[str] = []
        self.steps: list[int | None] = []
        self._open = [_Open("", is_written=False, manner=Manner.FREE, parent="")]
        self._beyond = 0

    @property
    def manner(self) -> Manner:
        """What may be done with words here."""
        return self._open[-1].manner

    @property
    def has_lines(self) -> bool:
        """Whether the ends of lines here are those that people see."""
        return self.manner is Manner.SILENT and any(
            one.name in LINED for one in self._open
        )

    def write(self, text: str) -> None:
        """Write ``text``; in a table, where no cell is open, into a new one."""
        if text.strip(" \t\n\f\r"):
            self._open_parents("")
        if text.startswith("\n\n") and self.items and self.items[-1][:4] == "<pre":
            text = f"\n{text}"  # the sanitiser and the browser each take one away
        self._write(text, None)

    def start(self, name: str, attributes: str) -> None:
        """Open an element, and close what it puts an end to."""
        if name in VOID:
            self._write_void(name)
            return
        if len(self._open) > DEEPEST:
            self._beyond += 1
            return
        self._make_way(name)
        given = read_attributes(attributes) if attributes else {}
        manner = max(self.manner, _manner(name, given))
        if manner is Manner.DROPPED or not self._is_written_here(name, given):
            parent = self._open[-1].parent
            self._open.append(_Open(name, False, manner, parent))
        else:
            self._open_parents(name)
            self._push(name, manner, given)

    def end(self, name: str) -> None:
        """Close the element ``name``, if one is open, and what is open in it."""
        if self._beyond:
            self._beyond -= 1
        else:
            self._close(HEADINGS if name in HEADINGS else (name,), reach(name))

    def finish(self) -> None:
        """Close everything."""
        while len(self._open) > 1:
            self._pop()

    def _write(self, item: str, step: int | None) -> None:
        self.items.append(item)
        self.steps.append(step)

    def _write_void(self, name: str) -> None:
        if name not in WRITTEN or self.manner is Manner.DROPPED:
            return
        self._make_way(name)
        self._open_parents(name)
        self._write(f"<{name}>", 0)

    def _make_way(self, name: str) -> None:
        if name in ENDS_PARAGRAPH:
            self._close(*PARAGRAPH)
        if name in CLOSED_BY:
            self._close(*CLOSED_BY[name])
        if name in HEADINGS and self._open[-1].parent in HEADINGS:
            self._close(HEADINGS, ())

    def _is_written_here(self, name: str, given: Mapping[str, str]) -> bool:
        """Whether the element is given back, and not its content alone."""
        parent = self._open[-1].parent
        if name == "a":
            return "href" in given
        if name in TABLE_PARTS and name != "table":
            return parent in NO_TEXT_DIRECTLY
        return name in WRITTEN

    def _open_parents(self, name: str) -> None:
        """Open the parts of a table that must stand around ``name``, or around text."""
        if self._open[-1].parent not in NO_TEXT_DIRECTLY:
            return
        if name in SECTIONS or name == "caption":
            return
        for parent, part in (("table", "tbody"), *_ROW_IN_SECTION, ("tr", "td")):
            if part == name or (part == "td" and name in CELLS):
                return
            if self._open[-1].parent == parent:
                self._push(part, self.manner, {})

    def _push(self, name: str, manner: Manner, given: Mapping[str, str]) -> None:
        attributes = "".join(_attributes(name, given)) if given else ""
        self._write(f"<{name}{attributes}>", 1)
        self._open.append(_Open(name, True, manner, name))

    def _close(self, names: Collection[str], hidden_by: Collection[str]) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            name, is_written, *_ = self._open[index]
            if name in names:
                while len(self._open) > index:
                    self._pop()
                return
            if name in hidden_by and (is_written or name in DROPPED):
                return

    def _pop(self) -> None:
        last = self._open.pop()
        if last.is_written:
            self._write(f"</{last.name}>", -1)


_ROW_IN_SECTION = tuple((section, "tr") for section in SECTIONS)


def _manner(name: str, given: Mapping[str, str]) -> Manner:
    if name in DROPPED or "hidden" in given:
        return Manner.DROPPED
    if name in SILENT or NO_GLOSSARY in given.get("class", "").split():
        return Manner.SILENT
    if name in UNLINKED and (name != "a" or "href" in given):
        return Manner.UNLINKED
    return Manner.FREE


def _attributes(name: str, given: Mapping[str, str]) -> Iterator[str]:
    """Yield what is kept of the attributes of an element, ready to be written."""
    known = EVERYWHERE | ATTRIBUTES.get(name, frozenset())
    for attribute, value in given.items():
        if attribute == "class":
            kept = " ".join(CLASSES.intersection(value.split()))
            if kept:
                yield f' class="{kept}"'
        elif attribute in known:
            escaped = value.replace('"', "&quot;")
            yield f' {attribute}="{escaped}"'
