"""The first bytes of files, by which their kinds are known whatever their names say.

``given.js`` knows them in the same way in the browser.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from glossary.files.faults import Fault
from glossary.files.mail_files import is_mail


class _Beginning(NamedTuple):
    """Bytes at a place by which a kind of file is known, or why it is not read."""

    start: int
    sign: bytes
    kind: str | Fault


PACKED = b"PK\x03\x04"
_BEGINNINGS = (
    _Beginning(0, b"\xff\xd8\xff", Fault.PICTURE),  # JPEG
    _Beginning(0, b"\x89PNG", Fault.PICTURE),
    _Beginning(0, b"GIF8", Fault.PICTURE),
    _Beginning(0, b"II*\0", Fault.PICTURE),  # TIFF, in either order of bytes
    _Beginning(0, b"MM\0*", Fault.PICTURE),
    _Beginning(8, b"WEBP", Fault.PICTURE),
    _Beginning(4, b"ftyphe", Fault.PICTURE),  # HEIF, as iPhones take it
    _Beginning(4, b"ftypmif1", Fault.PICTURE),
    _Beginning(4, b"ftypavif", Fault.PICTURE),
    _Beginning(0, b"\xd0\xcf\x11\xe0", Fault.ENCRYPTED),  # Office, old or locked
)
_PDF_WITHIN = 1024  # other bytes may come first, says ISO 32000
_PDF, _OBJECT = re.compile(rb"(?:\A|[\0-\x1f])%PDF-"), b" obj"
_RTF = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*\{\\rtf")

_ENTRY = rb"PK(?:\x03\x04.{26}|\x01\x02.{42})"  # ends where the name of a part begins
_OF_WORD = re.compile(_ENTRY + rb"word[/\\]", re.DOTALL)
_OF_OTHERS = re.compile(_ENTRY + rb"(?:xl|ppt|visio)[/\\]", re.DOTALL)
_LISTED_BEFORE = b"PK\x05\x06"
FIRST_PART = 200  # of OpenDocument and EPUB: what kind it is, unpacked
_PACKED_KINDS = (".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott")

_HEAD = 1024
_FLAT = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml\b[^>]*>\s*)?"
    rb"(?:<!--[^>]*>\s*)*<office:document\s"
)
_PAGE = re.compile(
    rb"(?i)(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml\b[^>]*>\s*)?"
    rb"(?:<!--[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b"
)


def kind_by_bytes(data: bytes, name: str = "") -> str | Fault | None:
    """Return the ending of files that begin like this, or why they are not read.

    Nothing, where many kinds of files do. Of a packed folder the ``name`` may matter.
    """
    if _is_pdf(data):
        return ".pdf"
    if data.startswith(PACKED):
        return _kind_of_packed(data, name)
    for row in _BEGINNINGS:
        if data.startswith(row.sign, row.start):
            return row.kind
    return next((kind for is_one, kind in _TOLD if is_one(data)), None)


def is_web_page(data: bytes) -> bool:
    """Tell whether something begins as web pages do."""
    return bool(_PAGE.match(data[:_HEAD].replace(b"\0", b"")))


def _is_flat(data: bytes) -> bool:
    return bool(_FLAT.match(data[:_HEAD].replace(b"\0", b"")))


def _is_rtf(data: bytes) -> bool:
    return bool(_RTF.match(data))


_TOLD = (
    (is_mail, ".eml"),
    (_is_rtf, ".rtf"),
    (_is_flat, ".fodt"),
    (is_web_page, ".html"),
)


def _is_pdf(data: bytes) -> bool:
    """Tell whether it is a PDF, and no text that speaks of one."""
    head = data[:_PDF_WITHIN]
    return bool(_PDF.search(head)) or (b"%PDF-" in head and _OBJECT in data)


def _kind_of_packed(data: bytes, name: str) -> str | Fault:
    """Return the kind of a packed folder: by its first part, or by what it lists."""
    if b"opendocument.text" in data[:FIRST_PART]:
        return ".odt"
    end = data.rfind(_LISTED_BEFORE)
    start = int.from_bytes(data[end + 16 : end + 20], "little")
    listed = data[start : max(end, 0)] or data
    if _OF_WORD.search(listed):
        return ".docx"
    is_other = b"opendocument" in data[:FIRST_PART] or _OF_OTHERS.search(listed)
    named = next((one for one in _PACKED_KINDS if name.endswith(one)), None)
    return Fault.UNKNOWN_KIND if is_other or not named else named
