"""Where in a Word document a story stands: what it leads to by the ids that it has."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from glossary.files.blocks import Blocks
from glossary.files.word.names import YES, name, names
from glossary.files.word.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

    from glossary.files.blocks import Letter
    from glossary.files.file_text import FileText
    from glossary.files.word.package import Package
    from glossary.files.word.story import Story

    ReadEnclosed = Callable[[bytes], FileText]

_ID, _OWN = names("w:id w:customMarkFollows")
_NOTES = dict(
    zip(
        names("w:footnoteReference w:endnoteReference"),
        (("footnotes", name("w:footnote")), ("endnotes", name("w:endnote"))),
        strict=True,
    )
)


class Place:
    """A part of a document, and what all its parts share."""

    def __init__(
        self,
        package: Package,
        part: str,
        letter: Letter,
        read_enclosed: ReadEnclosed | None,
    ) -> None:
        """Stand at the main part."""
        self.package = package
        self.letter = letter
        self.read_enclosed = read_enclosed
        self.relations = package.relations(part)
        self.styles = Styles(self.tree_of_kind("styles"))
        self._notes: dict[str, tuple[Place, Mapping[str, Element]]] = {}
        self._has_notes = True
        self._marks: dict[tuple[str, str], str] = {}

    def at(self, part: str) -> Place:
        """Return the same for another part; only the main one has notes."""
        place = copy(self)
        place.relations = self.package.relations(part)
        place._has_notes = False
        return place

    def tree(self, relation: str) -> Element | None:
        """Return the part to which a relation leads."""
        found = self.relations.get(relation)
        return None if found is None else self.package.tree(found.target)

    def part_of_kind(self, kind: str) -> str:
        """Return the name of the part that is of a kind to this one."""
        return next(
            (row.target for row in self.relations.values() if row.kind == kind), ""
        )

    def tree_of_kind(self, kind: str) -> Element | None:
        """Return the part that is of a kind to this one."""
        return self.package.tree(self.part_of_kind(kind))

    def note(self, reference: Element, story: type[Story]) -> str:
        """Return the mark of a note, which is read where its mark comes first.

        A mark that the writer chose stands in the text, and before the note.
        """
        kind, tag = _NOTES[reference.tag]
        key = kind, reference.get(_ID, "")
        if self._has_notes and key not in self._marks:
            place, notes = self._notes_of(kind, tag)
            note = notes.get(key[1])
            if note is None:
                return ""
            is_own = reference.get(_OWN) in YES
            mark = self._marks[key] = "" if is_own else self.letter.mark()
            blocks = Blocks()
            story(place, note, blocks).read(note)
            self.letter.note(mark, blocks.text())
        return self._marks.get(key, "")

    def _notes_of(self, kind: str, tag: str) -> tuple[Place, Mapping[str, Element]]:
        """Return the notes of a kind by their ids, and where they stand."""
        if kind not in self._notes:
            part = self.part_of_kind(kind)
            root = self.package.tree(part)
            rows = () if root is None else root.iterfind(tag)
            notes = {row.get(_ID, ""): row for row in rows}
            self._notes[kind] = self.at(part), notes
        return self._notes[kind]
