"""The text of a document in Rich Text Format (RTF 1.9.1)."""

from __future__ import annotations

from glossary.files.faults import Fault, FileError
from glossary.files.file_text import FileText, Gap, Unread
from glossary.files.rtf.reading import Reading

_BEGINNING = b"{\\rtf"
_NO_SIGN = "\ufffd"
_BEFORE = b"\xef\xbb\xbf \t\r\n"


def read_rtf(data: bytes) -> FileText:
    """Return what stands on the pages: heads, text, notes, feet.

    Text that was deleted, remarks and codes of fields are left out, hidden text and
    enclosed files are gaps.
    """
    data = data.lstrip(_BEFORE)
    if not data.startswith(_BEGINNING):
        raise FileError(Fault.BROKEN)
    reading = Reading()
    reading.read(data)
    found = reading.letter.read()
    if _NO_SIGN in found.text:
        kinds = {gap.what for gap in found.gaps} | {Unread.SIGNS}
        return FileText(found.text, tuple(Gap(one) for one in Unread if one in kinds))
    return found
