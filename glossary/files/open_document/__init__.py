"""The text of an OpenDocument text (ISO/IEC 26300), packed or as one XML file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.files.blocks import Letter
from glossary.files.faults import Fault, FileError
from glossary.files.open_document.names import name
from glossary.files.open_document.parts import Parts, read_parts
from glossary.files.open_document.place import CONTENT
from glossary.files.packed import Folder
from glossary.files.trees import tree_of

if TYPE_CHECKING:
    from glossary.files.file_text import FileText

_PACKED = b"PK"
_TEXT = "application/vnd.oasis.opendocument.text"
_LOCKED = b":encryption-data"  # the manifests of old offices have a document type
_MANIFEST = "META-INF/manifest.xml"
_FLAT, _KIND = name("office:document"), name("office:mimetype")


def read_open_document(data: bytes) -> FileText:
    """Return what stands on the pages: heads, text, notes, feet.

    Text that was deleted and remarks are left out, hidden text and enclosed files are
    gaps.
    """
    letter = Letter()
    parts = _packed(data) if data.startswith(_PACKED) else _flat(data)
    try:
        read_parts(parts, letter)
    except RecursionError:
        raise FileError(Fault.TOO_MUCH) from None
    return letter.read()


def _packed(data: bytes) -> Parts:
    folder = Folder(data)
    _check(folder.read("mimetype").decode("ascii", "replace").strip() or _TEXT)
    if _LOCKED in folder.read(_MANIFEST):
        raise FileError(Fault.ENCRYPTED)
    content = tree_of(folder.read(CONTENT))
    styles = tree_of(folder.read("styles.xml")) if "styles.xml" in folder else None
    return Parts(content, content if styles is None else styles, folder)


def _flat(data: bytes) -> Parts:
    root = tree_of(data)
    if root.tag != _FLAT:
        raise FileError(Fault.UNKNOWN_KIND)
    _check(root.get(_KIND, _TEXT))
    return Parts(root, root, None)


def _check(kind: str) -> None:
    """See that it is a text, and no drawing or workbook."""
    if not kind.startswith(_TEXT):
        raise FileError(Fault.UNKNOWN_KIND)
