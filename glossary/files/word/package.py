"""The parts of a Word document, and which leads to which (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from glossary.files.packed import Folder
from glossary.files.trees import tree_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_LIST = "[Content_Types].xml"
_USUAL = "word/document.xml"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_AS_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"


class Relation(NamedTuple):
    """What one part is to another: ``footnotes``, ``header`` and so on."""

    kind: str
    target: str


class Package:
    """A folder of parts, each found by the relations of another one."""

    def __init__(self, data: bytes) -> None:
        """Open it; raises ``FileError`` where it is none."""
        self.folder = Folder(data)
        self.main = self.related("").get("officeDocument", _USUAL)

    def tree(self, part: str) -> Element | None:
        """Return a part as a tree, or None where there is no such part.

        The namespaces of the strict kind become those that Word writes.
        """
        if part not in self.folder:
            return None
        return tree_of(_STRICT.sub(_AS_USUAL, self.folder.read(part)))

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return what a part leads to, by the ids that it has for them."""
        folder, file = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {
            row.get("Id", ""): Relation(
                row.get("Type", "").rpartition("/")[2],
                posixpath.normpath(
                    posixpath.join("/", folder, unquote(row.get("Target", "")))
                ),
            )
            for row in (() if root is None else root)
            if row.get("TargetMode") != "External"
        }

    def media_type(self, part: str) -> str:
        """Return what the list of parts says that one is, or nothing."""
        root = self.tree(_LIST)
        rows = list(() if root is None else root)
        named = {row.get("PartName", "").lower(): row for row in rows}
        ended = {row.get("Extension", "").lower(): row for row in rows}
        row = named.get(part.lower(), ended.get(part.rpartition(".")[2].lower()))
        kind = "" if row is None else row.get("ContentType", "")
        return kind.partition(";")[0].strip().lower()

    def related(self, part: str) -> Mapping[str, str]:
        """Return what a part leads to, by what it is to it."""
        return {row.kind: row.target for row in self.relations(part).values()}
