"""The text of a Word document: Office Open XML (ISO/IEC 29500), a packed folder."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers import expat

from glossary.files.faults import Fault, FileError
from glossary.files.file_text import FileText

_PART = "word/document.xml"
_MOST_UNPACKED = 20_000_000  # bytes
_MOST_PIECES = 1_000_000
_MOST_PARTS = 5000
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"  # how Word keeps a document with a password, too
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TWICE = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}


def read_word(data: bytes) -> FileText:
    """Return the text of the body: paragraphs with an empty line between them."""
    if data.startswith(_OLD_FORMAT):
        raise FileError(Fault.ENCRYPTED)
    try:
        body = _unpack(data)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError):
        raise FileError(Fault.BROKEN) from None
    reading = _Reading()
    try:
        reading.parser.Parse(body, True)
    except expat.ExpatError:
        raise FileError(Fault.BROKEN) from None
    return FileText("".join(reading.pieces).strip())


def _unpack(data: bytes) -> bytes:
    """Return the part that holds the text.

    What the archive says of its size is only a promise, so the reading stops too.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo(_PART)
        if part.flag_bits & 1:
            raise FileError(Fault.ENCRYPTED)
        if part.file_size > _MOST_UNPACKED or len(archive.infolist()) > _MOST_PARTS:
            raise FileError(Fault.TOO_MUCH)
        with archive.open(part) as file:
            body = file.read(_MOST_UNPACKED + 1)
    if len(body) > _MOST_UNPACKED:
        raise FileError(Fault.TOO_MUCH)
    return body


class _Reading:
    """Listens to the XML; a document type, which Word never writes, is refused."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self._is_text = False
        self._twice = 0

    def _start(self, name: str, _attributes: object) -> None:
        self._twice += name == _TWICE
        tag = _tag(name)
        self._is_text = tag == "t"
        if tag in _SIGNS and not self._twice:
            self._add(_SIGNS[tag])

    def _end(self, name: str) -> None:
        self._is_text = False
        if _tag(name) == "p" and not self._twice:
            self._add("\n\n")
        self._twice -= name == _TWICE

    def _words(self, words: str) -> None:
        if self._is_text and not self._twice:
            self._add(words)

    def _add(self, piece: str) -> None:
        if len(self.pieces) == _MOST_PIECES:
            raise FileError(Fault.TOO_MUCH)
        self.pieces.append(piece)

    @staticmethod
    def _refuse(*_: object) -> None:
        raise FileError(Fault.BROKEN)


def _tag(name: str) -> str:
    """Return the local name of a word-processing element, or nothing."""
    space, _, tag = name.rpartition(" ")
    return tag if space in {_WORDS, _STRICT} else ""
