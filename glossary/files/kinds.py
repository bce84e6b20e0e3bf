"""The kinds of file that can be read, and how each gives its text."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from glossary.files.faults import Fault, FileError
from glossary.files.plain import read_plain
from glossary.files.web_page import read_web_page
from glossary.files.word import read_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Reader = Callable[[bytes], str]

MOST_CHARACTERS = 2_000_000


def _pdf_reader() -> Reader:
    # Its library takes a while to load, and most files are something else.
    from glossary.files.pdf import read_pdf  # noqa: PLC0415

    return read_pdf


_READERS: Mapping[str, Callable[[], Reader]] = MappingProxyType(
    {
        ".txt": lambda: read_plain,
        ".docx": lambda: read_word,
        ".pdf": _pdf_reader,
        ".html": lambda: read_web_page,
        ".htm": lambda: read_web_page,
    }
)
ENDINGS = tuple(_READERS)
"""What the name of a file that can be read ends with."""


def ending_of(name: str) -> str:
    """Return the one of ``ENDINGS`` that ``name`` has.

    Raises ``FileError`` where it has none of them.
    """
    found = next((one for one in ENDINGS if name.lower().endswith(one)), None)
    if found is None:
        raise FileError(Fault.UNKNOWN_KIND)
    return found


def reader_of(ending: str) -> Reader:
    """Return what reads files with this ending, loaded and ready."""
    return _READERS[ending]()


def text_of(data: bytes, reader: Reader) -> str:
    """Return the text of a file, in this process.

    Raises ``FileError`` where it gives none.
    """
    text = reader(data)
    if len(text) > MOST_CHARACTERS:
        raise FileError(Fault.TOO_MUCH)
    if not text.strip():
        raise FileError(Fault.NO_TEXT)
    return text
