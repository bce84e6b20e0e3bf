"""Plain text, in the encodings that people's programs write.

``given.js`` reads the same bytes alike in the browser, so that such a file need not
be sent: both pass ``tests/files/plain_texts.json``. Decision 34 says why we tell
encodings apart ourselves.
"""

from __future__ import annotations

import codecs
import re

from glossary.files.charsets import UTF_7
from glossary.files.faults import Fault, FileError
from glossary.files.file_text import FileText, Gap, Unread

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # begins as that of UTF-16 does
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_MARK = "\ufeff"
_AS_WINDOWS = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace")
    for byte in range(0x80, 0x100)
}
"""What Python makes of a byte that is no UTF-8, and its sign in Windows."""
_SAMPLE = 4096
_UNREADABLE = "\ufffd"
_ASCII = re.compile("[\0-\x7f]+")
_OURS = re.compile("[\xa0-\xff\u0174-\u0177\u2010-\u2044\u20ac\u2122]+")
"""What English and Welsh texts have of signs that are not ASCII."""
_CUT = re.compile(
    rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{1,2})\Z"
)
"""A sign of UTF-8 of which the end of a file left the beginning."""
_WELSH = frozenset(b"\xd0\xde\xf0\xfe")  # ŵ and ŷ in ISO 8859-14, else Icelandic
_QUOTES = frozenset(range(0x80, 0xA0))  # of Windows; no signs in ISO 8859
_OF_MACS = re.compile(rb"[a-z](?:\x8e|\xd5[a-z])")  # é and ’; else Ž and Õ in a word

_SHIFTED = re.compile(rb"\+[A-Za-z0-9+/]{3,}-?")
"""Signs that UTF-7 writes in letters and figures."""

_ENDS = "\0\x1a"
"""What fills a file up behind its text, and what ended one in DOS."""
_WIDE_WITHIN = re.compile("(?:[^\0]\0){4,}")  # UTF-16, put behind something narrower
_STRAY = re.compile("\0+")
_NO_SIGNS = re.compile("\0+|[\x01-\x07\x0e-\x1a\x1c-\x1f\x7f]")

_NOT_PRINTED = re.compile(rb"=(?![0-9A-F]{2}|\r?\n|\Z)|[\x80-\xff]|[^\n]{78}")
_PRINTED = re.compile(rb"=[89A-F][0-9A-F]")
_PRINTED_BYTE = re.compile(rb"=([0-9A-F]{2})")
_SOFT_BREAK = re.compile(rb"=(?:\r?\n|\Z)")


def read_plain(data: bytes) -> FileText:
    """Return the text; bytes that nothing can read become U+FFFD.

    Raises ``FileError`` where it is no text.
    """
    return whole(decoded(_unprinted(data)))


def whole(text: str) -> FileText:
    """Return a text that was decoded, and whether signs are lost in it."""
    gaps = (Gap(Unread.SIGNS),) if _UNREADABLE in text else ()
    return FileText(text, gaps)


def decoded(data: bytes, declared: str | None = None) -> str:
    """Return ``data`` as text, in the encoding that it is likeliest to have.

    One that is ``declared``, a codec of Python's, is believed where the bytes do not
    say something else: a mark, zeros, or letters that are none but in UTF-8.
    """
    marked = _marked(data)
    if marked:
        return _text(*marked)
    if declared == UTF_7:
        data, declared = _SHIFTED.sub(_UNREADABLE.encode(), data), "utf-8"
    encoding = _encoding_by_zeros(data) or _encoding_by_signs(data, declared)
    return _text(data, encoding)


def narrowed(data: bytes) -> bytes:
    """Return bytes of UTF-16 or UTF-32 in UTF-8, and others as they are."""
    rest, encoding = _marked(data) or (data, _encoding_by_zeros(data))
    if encoding in {None, "utf-8"}:
        return data
    return rest.decode(str(encoding), "replace").encode()


def _marked(data: bytes) -> tuple[bytes, str] | None:
    """Return what comes after a mark, and the encoding that it tells."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :], encoding
    return None


def as_utf_8(data: bytes) -> str | None:
    """Return bytes that are UTF-8 and none of its signs are strange to our texts.

    Nothing, where they are not: programs do not always write the encoding they say.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    strange = _OURS.sub("", text)
    return text if strange.isascii() else None


def _text(data: bytes, encoding: str) -> str:
    """Return the text, without zeros; where much in it is no sign, it is none."""
    text = _mixed(data) if encoding == "utf-8" else data.decode(encoding, "replace")
    text = text.replace(_MARK, "").rstrip(_ENDS)
    text = _WIDE_WITHIN.sub(lambda found: found[0].replace("\0", ""), text)
    if len(_NO_SIGNS.findall(text)) * 20 > len(text) + 10:
        raise FileError(Fault.BROKEN)
    return _STRAY.sub(" ", text)


def _mixed(data: bytes) -> str:
    """Return UTF-8, in which a byte that is none is one of Windows.

    So it is where texts were put together.
    """
    whole = _CUT.sub(_UNREADABLE.encode(), data)
    return whole.decode("utf-8", "surrogateescape").translate(_AS_WINDOWS)


def _encoding_by_zeros(data: bytes) -> str | None:
    """Return the wide encoding in which most letters have zeros in some places."""
    sample = data[:_SAMPLE]
    groups = len(sample) // 4
    zeros = [sample[place : groups * 4 : 4].count(0) for place in range(4)]
    if groups and zeros[3] == groups and zeros[2] * 2 > groups and not zeros[0]:
        return "utf-32-le"
    if groups and zeros[0] == groups and zeros[1] * 2 > groups and not zeros[3]:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd * 2 > groups * 3 and even * 8 < odd:
        return "utf-16-le"
    return "utf-16-be" if even * 2 > groups * 3 and odd * 8 < even else None


def _encoding_by_signs(data: bytes, declared: str | None) -> str:
    """Return UTF-8, also with some bytes of another one, or what was in use before."""
    signs = _ASCII.sub("", data.decode("utf-8", "replace"))
    found = signs.replace(_UNREADABLE, "")
    good = len(found)
    broken = len(signs) - good - data.count(_UNREADABLE.encode())
    if good and not broken:
        return "utf-8"
    if declared not in {None, "utf-8"}:
        return str(declared)
    is_utf_8 = broken <= good or (good and not _OURS.sub("", found))
    return "utf-8" if is_utf_8 else _narrow_encoding(data)


def _narrow_encoding(data: bytes) -> str:
    """Return what programs wrote in Britain before they wrote UTF-8."""
    if _OF_MACS.search(data):
        return "mac_roman"
    signs = frozenset(data)
    is_welsh = signs & _WELSH and not signs & _QUOTES
    return "iso8859-14" if is_welsh else "cp1252"


def _unprinted(data: bytes) -> bytes:
    """Undo "quoted-printable" (RFC 2045), where a mail was copied with its signs.

    Only where it is sure: every "=" is one of its signs, one stands for a letter that
    is not ASCII, and no line is longer than they may be.
    """
    if _NOT_PRINTED.search(data) or not _PRINTED.search(data):
        return data
    joined = _SOFT_BREAK.sub(b"", data)
    return _PRINTED_BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), joined)
