"""The kinds of file that can be read, how they are told apart, what reads each.

The first bytes of a file say what it is, whatever its name says; the name decides
where they say nothing. ``given.js`` tells kinds apart in the same way in the browser.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from glossary.files.beginnings import FIRST_PART, PACKED, kind_by_bytes
from glossary.files.faults import Fault, FileError
from glossary.files.file_text import Unread, to_bytes
from glossary.files.mail import read_mail
from glossary.files.open_document import read_open_document
from glossary.files.plain import decoded, read_plain
from glossary.files.rtf import read_rtf
from glossary.files.tables import read_csv
from glossary.files.web_page import read_web_page
from glossary.files.word import read_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from glossary.files.file_text import FileText

    Reader = Callable[[bytes], FileText]
    TableReader = Callable[[bytes], str]

MOST_CHARACTERS = 2_000_000
_NOTHING_BUT = {
    Unread.LOST_PAGES: Fault.BROKEN,
    Unread.HIDDEN: Fault.HIDDEN,
    Unread.ENCLOSED: Fault.ENCLOSED,
}
"""What is the matter with a file that has this gap, and no text beside it."""


def _pdf_reader() -> Reader:
    # Its library takes a while to load, and most files are something else.
    from glossary.files.pdf import read_pdf  # noqa: PLC0415

    return read_pdf


_READERS: Mapping[str, Callable[[], Reader]] = MappingProxyType(
    {
        ".txt": lambda: read_plain,
        ".docx": lambda: read_word,
        ".docm": lambda: read_word,
        ".dotx": lambda: read_word,
        ".dotm": lambda: read_word,
        ".odt": lambda: read_open_document,
        ".ott": lambda: read_open_document,
        ".fodt": lambda: read_open_document,
        ".rtf": lambda: read_rtf,
        ".pdf": _pdf_reader,
        ".html": lambda: read_web_page,
        ".htm": lambda: read_web_page,
        ".xhtml": lambda: read_web_page,
        ".mht": lambda: read_mail,
        ".mhtml": lambda: read_mail,
        ".eml": lambda: read_mail,
        ".emlx": lambda: read_mail,
        ".mbox": lambda: read_mail,
    }
)
ENDINGS = tuple(_READERS)
"""What the name of a file that can be read ends with."""
NATIVE = frozenset({".pdf"})
"""What a library reads that is written in C++: it may open no file or connection and
begin no process, so that also a fault of it leads nowhere."""


def _workbook_reader() -> TableReader:
    from glossary.files.tables import read_workbook  # noqa: PLC0415 (as above)

    return read_workbook


CSV = ".csv"
_TABLES: Mapping[str, Callable[[], TableReader]] = MappingProxyType(
    {
        CSV: lambda: read_csv,
        ".xlsx": _workbook_reader,
        ".ods": _workbook_reader,
    }
)
TABLE_ENDINGS = tuple(_TABLES)
"""What the name of a table ends with: rows and columns, in place of a text."""


_PICTURES = frozenset("avif bmp gif heic heif jpeg jpg png tif tiff webp".split())
_ENDING = re.compile(r"\.([A-Za-z][A-Za-z0-9]{0,7})$")
_COPY = re.compile(r"\(\d{1,4}\)$")
"""What devices put behind the name of a second copy."""


def ending_of(name: str, data: bytes) -> str:
    """Return the one of ``ENDINGS`` that the file ``name`` is to be read as.

    Raises ``FileError`` where it is of another kind.
    """
    name = _without_copy(name)
    kind = kind_by_bytes(data, name) or _kind_by_name(name, data)
    if isinstance(kind, Fault):
        raise FileError(kind)
    return kind


def _without_copy(name: str) -> str:
    """Return a name without what devices put behind its ending, in small letters."""
    return _COPY.sub("", name.lower().rstrip(" .")).rstrip(" .")


def _kind_by_name(name: str, data: bytes) -> str | Fault:
    if ending := _ENDING.search(name):
        known = ending[0] if ending[0] in _READERS else Fault.UNKNOWN_KIND
        return Fault.PICTURE if ending[1] in _PICTURES else known
    return ".txt" if _is_plain(data) else Fault.UNKNOWN_KIND


def _is_plain(data: bytes) -> bool:
    try:
        decoded(data)
    except FileError:
        return False
    return True


def table_ending_of(data: bytes) -> str:
    """Return the one of ``TABLE_ENDINGS`` that a table is to be read as.

    Its name does not matter: what no beginning tells of is CSV.
    Raises ``FileError`` where it is of another kind.
    """
    if data.startswith(PACKED):
        return ".ods" if b"opendocument.spreadsheet" in data[:FIRST_PART] else ".xlsx"
    kind = kind_by_bytes(data)
    if kind is not None:
        raise FileError(kind if isinstance(kind, Fault) else Fault.UNKNOWN_KIND)
    return CSV


def reader_of(ending: str) -> Callable[[bytes], bytes]:
    """Return what reads files with this ending, loaded and ready.

    It gives what goes to whoever waits for it: for a text, what ``from_bytes`` takes;
    for a table, its rows as JSON.
    """
    if ending in _TABLES:
        read_table = _TABLES[ending]()
        return lambda data: _checked(read_table(data)).encode()
    read = _READERS[ending]()
    return lambda data: to_bytes(text_of(data, read))


def text_of(data: bytes, reader: Reader) -> FileText:
    """Return the text of a file, in this process.

    Raises ``FileError`` where it gives none.
    """
    found = reader(data)
    if found.gaps and not found.text.strip():
        raise FileError(_NOTHING_BUT.get(found.gaps[0].what, Fault.NO_TEXT))
    _checked(found.text)
    return found


def _checked(text: str) -> str:
    if len(text) > MOST_CHARACTERS:
        raise FileError(Fault.TOO_MUCH)
    if not text.strip():
        raise FileError(Fault.NO_TEXT)
    return text
