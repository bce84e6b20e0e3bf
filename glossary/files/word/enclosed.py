"""Files that a Word document encloses, and shows as if they were its own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.files.faults import FileError
from glossary.files.file_text import Unread
from glossary.files.mail import read_mail
from glossary.files.plain import read_plain
from glossary.files.rtf import read_rtf
from glossary.files.web_page import read_web_page

if TYPE_CHECKING:
    from glossary.files.word.place import Place, ReadEnclosed

_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WORD = (_DOCUMENT, "application/vnd.ms-word", "docx", "docm", "dotx", "dotm")
_READERS = {
    **dict.fromkeys(("text/html", "application/xhtml+xml"), read_web_page),
    **dict.fromkeys(("htm", "html", "xhtml"), read_web_page),
    **dict.fromkeys(("application/rtf", "text/rtf", "rtf"), read_rtf),
    **dict.fromkeys(("message/rfc822", "mht", "mhtml"), read_mail),
    **dict.fromkeys(("text/plain", "txt"), read_plain),
}


def read_enclosed(place: Place, relation: str) -> str:
    """Return the text of a file; where it gives none, that is a gap."""
    found = place.relations.get(relation)
    reader = None if found is None else _reader(place, found.target)
    if found is None or reader is None:
        place.letter.gaps.add(Unread.ENCLOSED)
        return ""
    try:
        read = reader(place.package.folder.read(found.target))
    except FileError:
        place.letter.gaps.add(Unread.ENCLOSED)
        return ""
    place.letter.gaps.update(gap.what for gap in read.gaps)
    return read.text


def _reader(place: Place, part: str) -> ReadEnclosed | None:
    """Return what reads a part: by its media type, or else by its ending."""
    for kind in (place.package.media_type(part), part.rpartition(".")[2].lower()):
        if kind in _READERS:
            return _READERS[kind]
        if kind.startswith(_WORD):
            return place.read_enclosed
    return None
