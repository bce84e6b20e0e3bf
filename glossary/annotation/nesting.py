"""Nests elements properly, whatever order their tags come in, and not deeply.

A small part of what browsers do (WHATWG HTML, 13.2.6), in time that grows with the
number of tags alone. Parsers that do all of it need the square of the depth, or
more: html5ever's issue 788, lexbor's issue 340.
"""

from __future__ import annotations

from enum import Flag, auto
from typing import TYPE_CHECKING, NamedTuple

from glossary.annotation.attributes import (
    kept,
    linked_entries,
    tag,
    within,
    without_bad_address,
)
from glossary.annotation.bearing import Bearing, Manner, manner_of
from glossary.annotation.elements import (
    BREAKS,
    CELLS,
    CLOSED_BY,
    DROPPED,
    ENDS_PARAGRAPH,
    HEADINGS,
    INSTEAD,
    NO_TEXT_DIRECTLY,
    PARAGRAPH,
    SECTIONS,
    TABLE_PARTS,
    VOID,
    WHOLE_PAGE,
    WRITTEN,
    reach,
)
from glossary.annotation.left_out import LeftOut
from glossary.annotation.tokens import decode

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

DEEPEST = 200
"""How deep elements may be. Tags beyond are left out; their words are not."""

_DEPTHS = {"table": 4} | dict.fromkeys(TABLE_PARTS - {"table"}, 0)
"""How much deeper an element makes it: a table brings its parts with it."""
_SPACES = " \t\n\f\r"
_NO_WORDS, _WORDS, _WORDS_AND_BREAK = range(3)


class Note(Flag):
    """What a tag does to the words around it."""

    NOTHING = 0
    BLOCK = auto()
    LINE = auto()
    SILENCE = auto()


class _Open(NamedTuple):
    name: str
    written: str
    """As which element it is given back, if it is."""
    bearing: Bearing
    depth: int
    parent: str
    """The nearest element that is given back, this one included."""


class Nesting:
    """The elements that are open, and what has been written so far.

    ``items`` are texts as they are read and tags as they are written. Beside each,
    ``steps`` has 1 for a start tag, -1 for an end tag, 0 for a tag that is both,
    and None for text. ``linked`` are the entries to which our links lead already.
    """

    def __init__(self) -> None:
        self.items: list[str] = []
        self.steps: list[int | None] = []
        self.linked: set[str] = set()
        self._open = [_Open("", "", Bearing(), depth=0, parent="")]
        self._beyond = LeftOut()
        self._line = _NO_WORDS
        self._note = Note.NOTHING
        self._places: set[str] = set()
        self._links_within: dict[int, Mapping[str, str]] = {}

    @property
    def bearing(self) -> Bearing:
        """What holds for words here."""
        bearing = self._open[-1].bearing
        manner = max(bearing.manner, self._beyond.manner)
        return bearing if manner is bearing.manner else bearing._replace(manner=manner)

    def take_note(self) -> Note:
        """Return what has happened since this was last asked."""
        note, self._note = self._note, Note.NOTHING
        return note

    @property
    def is_break_due(self) -> bool:
        """Whether the next words must not stand in the line of those before."""
        return self._line == _WORDS_AND_BREAK

    def write(self, text: str) -> None:
        """Write ``text``; in a table, where no cell is open, into a new one.

        A block that is not given back still parts the words around it: by an empty
        line, where nothing else does.
        """
        if text.strip(_SPACES):
            self._open_parents("")
            self._write_break_due()
            self._line = _WORDS
        if text.startswith("\n\n") and self.items and self.items[-1][:4] == "<pre":
            text = f"\n{text}"  # the sanitiser and the browser each take one away
        self._write(text, None)

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """Open an element with the attributes ``given``, closing what it ends."""
        if name in VOID:
            self._write_void(name, given)
            return
        given = without_bad_address(given)
        if self._open[-1].depth + _depth(name) > DEEPEST:
            self._beyond.start(name, manner_of(name, given), len(self._open))
            self._part(name, is_written=False)
            return
        self._make_way(name)
        bearing = self.bearing.around(name, given)
        written = "" if bearing.is_left_out else self._written_as(name, given)
        if written:
            self._open_parents(written)
            self._push(name, written, given)
        else:
            depth = self._open[-1].depth + _depth(name)
            parent = self._open[-1].parent
            self._open.append(_Open(name, "", bearing, depth, parent))
            self._part(name, is_written=False)

    def end(self, name: str) -> None:
        """Close the element ``name``, if one is open, and what is open in it."""
        if self._beyond.has(name):
            self._part(name, is_written=False)
            self._beyond.end(name)
        elif name == "br":
            self._write_void(name, {})
        elif not self._close_innermost(name) and (name == "p" or self._is_open(name)):
            self._part(name, is_written=False)  # browsers have an empty p there

    def finish(self) -> None:
        """Close everything, and lead links within the text to where they lead now."""
        while len(self._open) > 1:
            self._pop()
        for index, given in self._links_within.items():
            self.items[index] = tag("a", within(given, self._places))

    def _write(self, item: str, step: int | None) -> None:
        self.items.append(item)
        self.steps.append(step)

    def _write_break_due(self) -> None:
        if self.is_break_due:
            self._write("<br>", 0)
            self._write("<br>", 0)

    def _part(self, name: str, *, is_written: bool) -> None:
        """Note that words before a tag of ``name`` are apart from those after it."""
        if name not in BREAKS or self.bearing.is_left_out:
            return
        self._note |= Note.BLOCK
        if is_written:
            self._line = _NO_WORDS
        elif self._line == _WORDS:
            self._line = _WORDS_AND_BREAK

    def _write_void(self, name: str, given: Mapping[str, str]) -> None:
        bearing = self.bearing.inside(name, given)
        if name not in WRITTEN or bearing.is_left_out or bearing.unseen:
            return
        self._make_way(name)
        self._open_parents(name)
        self._write_tag(name, given, 0)
        self._part(name, is_written=True)
        if name == "br":
            self._note |= Note.LINE

    def _make_way(self, name: str) -> None:
        if name in ENDS_PARAGRAPH:
            self._close(*PARAGRAPH)
        if name in CLOSED_BY:
            self._close(*CLOSED_BY[name])
        if name in HEADINGS and self._open[-1].parent in HEADINGS:
            self._close(HEADINGS, ())

    def _written_as(self, name: str, given: Mapping[str, str]) -> str:
        """Return as which element it is given back; nothing: its content alone."""
        parent = self._open[-1].parent
        is_loose = name in TABLE_PARTS - {"table"} and parent not in NO_TEXT_DIRECTLY
        if name in WRITTEN and not is_loose and (name != "a" or "href" in given):
            return name
        if parent in NO_TEXT_DIRECTLY:
            return ""
        if name in INSTEAD:
            return INSTEAD[name]
        if not kept("span", _with_place(name, given)):
            return ""
        is_whole = name in WHOLE_PAGE and self._open[-1].name in {"", "html", "head"}
        return "div" if is_whole else "span"

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
                self._push(part, part, {})

    def _push(self, name: str, written: str, given: Mapping[str, str]) -> None:
        given = _with_place(name, given) if written != name else given
        around = self._open[-1]
        bearing = around.bearing.inside(written, given)
        depth = around.depth + _depth(name)
        is_silenced = bearing.manner is Manner.SILENT > around.bearing.manner
        self._part(name, is_written=written in BREAKS)
        if is_silenced:
            self._write_break_due()
        self._write_tag(written, given, 1)
        self._open.append(_Open(name, written, bearing, depth, written))
        if is_silenced:
            self._line = _WORDS
            self._note |= Note.SILENCE

    def _write_tag(self, name: str, given: Mapping[str, str], step: int) -> None:
        attributes = kept(name, given) if given else {}
        if "id" in attributes:
            self._places.add(decode(attributes["id"]))
        if name == "a":
            self.linked.update(linked_entries(attributes))
            if attributes["href"].startswith("#"):
                self._links_within[len(self.items)] = attributes
        self._write(tag(name, attributes), step)

    def _close_innermost(self, name: str) -> bool:
        return self._close(HEADINGS if name in HEADINGS else (name,), reach(name))

    def _is_open(self, name: str) -> bool:
        return any(one.name == name for one in self._open)

    def _close(self, names: Collection[str], hidden_by: Collection[str]) -> bool:
        """Close the innermost of ``names``, if one is open; return whether."""
        for index in range(len(self._open) - 1, 0, -1):
            name, written, *_ = self._open[index]
            if name in names:
                while len(self._open) > index:
                    self._pop()
                return True
            if written in hidden_by or (name in DROPPED and name in hidden_by):
                return False
        return False

    def _pop(self) -> None:
        self._beyond.forget(len(self._open))
        last = self._open[-1]
        self._part(last.name, is_written=last.written in BREAKS)
        self._open.pop()
        if last.written:
            self._write(f"</{last.written}>", -1)


_ROW_IN_SECTION = tuple((section, "tr") for section in SECTIONS)


def _depth(name: str) -> int:
    """Return how much deeper an element makes it."""
    return _DEPTHS.get(name, 1)


def _with_place(name: str, given: Mapping[str, str]) -> Mapping[str, str]:
    """Return the attributes of an element; the name of an old anchor is its id."""
    if name != "a" or "name" not in given:
        return given
    return {"id": given["name"], **given}
