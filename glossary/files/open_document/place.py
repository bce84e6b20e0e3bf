"""What the stories of an OpenDocument text share."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from glossary.files.faults import FileError
from glossary.files.trees import tree_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from glossary.files.blocks import Letter
    from glossary.files.open_document.styles import Styles
    from glossary.files.packed import Folder

CONTENT = "content.xml"


class Place(NamedTuple):
    """A part of a document, and what all its parts share."""

    letter: Letter
    styles: Styles
    folder: Folder | None
    seen: set[str]
    """Objects that were read: each is read once."""
    controls: Mapping[str, str]
    """What stands in the fields of forms."""

    def inner(self, address: str) -> Element | None:
        """Return the content of a document in this one, where it can be read."""
        part = posixpath.normpath(f"{address}/{CONTENT}").lstrip("/")
        if self.folder is None or part in self.seen or part not in self.folder:
            return None
        self.seen.add(part)
        try:
            return tree_of(self.folder.read(part))
        except FileError:
            return None
