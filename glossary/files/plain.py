"""Plain text, in the encodings that people's programs write.

``given.js`` reads the same bytes alike in the browser, so that such a file need not
be sent: both pass ``tests/files/plain_texts.json``.
"""

from __future__ import annotations

import codecs

from glossary.files.faults import Fault, FileError
from glossary.files.file_text import FileText, Gap, Unread

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # begins as that of UTF-16 does
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_SAMPLE = 4096
_UNREADABLE = "\ufffd"
_WELSH = frozenset(b"\xd0\xde\xf0\xfe")  # ŵ and ŷ in ISO 8859-14, else Icelandic
_QUOTES = frozenset(range(0x80, 0xA0))  # of Windows; no signs in ISO 8859


def read_plain(data: bytes) -> FileText:
    """Return the text; bytes that nothing can read become U+FFFD.

    Raises ``FileError`` where it is no text.
    """
    text = decoded(data)
    gaps = (Gap(Unread.SIGNS),) if _UNREADABLE in text else ()
    return FileText(text, gaps)


def decoded(data: bytes) -> str:
    """Return ``data`` as text, in the encoding that it is likeliest to have."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _text(data[len(mark) :], encoding)
    return _text(data, _encoding_by_zeros(data) or _encoding_by_signs(data))


def _text(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, "replace")
    if "\0" in text:
        raise FileError(Fault.BROKEN)
    return text


def _encoding_by_zeros(data: bytes) -> str | None:
    """Return the wide encoding in which most letters have zeros in some places."""
    sample = data[:_SAMPLE]
    groups = len(sample) // 4
    zeros = [sample[place : groups * 4 : 4].count(0) for place in range(4)]
    if groups and zeros[0] == 0 and zeros[2] == zeros[3] == groups:
        return "utf-32-le"
    if groups and zeros[3] == 0 and zeros[0] == zeros[1] == groups:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd > groups and not even:
        return "utf-16-le"
    return "utf-16-be" if even > groups and not odd else None


def _encoding_by_signs(data: bytes) -> str:
    """Return UTF-8, also with a byte or two that broke, or what was in use before."""
    text = data.decode("utf-8", "replace")
    broken = text.count(_UNREADABLE)
    if broken <= sum(character > "\x7f" for character in text) - broken:
        return "utf-8"
    signs = frozenset(data)
    is_welsh = signs & _WELSH and not signs & _QUOTES
    return "iso8859-14" if is_welsh else "cp1252"
