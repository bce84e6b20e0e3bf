"""Files that a Word document encloses, and shows as if they were its own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.files.faults import FileError
from glossary.files.file_text import FileText, Unread
from glossary.files.plain import read_plain
from glossary.files.rtf import read_rtf
from glossary.files.web_page import read_web_page

if TYPE_CHECKING:
    from glossary.files.word.place import Place

_READERS = {
    "htm": read_web_page,
    "html": read_web_page,
    "xhtml": read_web_page,
    "rtf": read_rtf,
    "txt": read_plain,
}
_WORD = frozenset({"docx", "docm", "dotx", "dotm"})


def read_enclosed(place: Place, relation: str) -> str:
    """Return the text of a file; where it gives none, that is a gap."""
    found = place.relations.get(relation)
    ending = "" if found is None else found.target.rpartition(".")[2].lower()
    reader = place.read_enclosed if ending in _WORD else _READERS.get(ending)
    if found is None or reader is None:
        place.letter.gaps.add(Unread.ENCLOSED)
        return ""
    try:
        read: FileText = reader(place.package.folder.read(found.target))
    except FileError:
        place.letter.gaps.add(Unread.ENCLOSED)
        return ""
    place.letter.gaps.update(gap.what for gap in read.gaps)
    return read.text
