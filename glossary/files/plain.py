"""Plain text, in the encodings that people's programs write."""

from __future__ import annotations

import codecs

from glossary.files.faults import Fault, FileError

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_GUESSES = ("utf-8", "cp1252")


def read_plain(data: bytes) -> str:
    """Return the text; without a mark it is UTF-8, or else Western European."""
    marked = [name for mark, name in _MARKS.items() if data.startswith(mark)]
    for encoding in marked or _GUESSES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise FileError(Fault.BROKEN)
