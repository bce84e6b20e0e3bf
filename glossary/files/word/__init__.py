"""The text of a Word document: Office Open XML (ISO/IEC 29500), a packed folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.files.blocks import Letter
from glossary.files.faults import Fault, FileError
from glossary.files.word.names import DOCUMENT
from glossary.files.word.package import Package
from glossary.files.word.parts import read_parts

if TYPE_CHECKING:
    from glossary.files.file_text import FileText

_OLD_FORMAT = b"\xd0\xcf\x11\xe0"  # how Word keeps a document with a password, too


def read_word(data: bytes) -> FileText:
    """Return what stands on the pages: heads, text, notes, feet.

    Text that was deleted or moved away, remarks and codes of fields are left out,
    hidden text and enclosed files are gaps.
    """
    return _read(data, encloses=True)


def _read(data: bytes, *, encloses: bool) -> FileText:
    if data.startswith(_OLD_FORMAT):
        raise FileError(Fault.ENCRYPTED)
    package = Package(data)
    root = package.tree(package.main)
    if root is None:
        raise FileError(Fault.BROKEN)
    if root.tag != DOCUMENT:
        raise FileError(Fault.UNKNOWN_KIND)
    letter = Letter()
    enclosed = _read_enclosed if encloses else None
    try:
        read_parts(package, root, letter, enclosed)
    except RecursionError:
        raise FileError(Fault.TOO_MUCH) from None
    return letter.read()


def _read_enclosed(data: bytes) -> FileText:
    """Read a document that stands in another; what it encloses itself is not read."""
    return _read(data, encloses=False)
