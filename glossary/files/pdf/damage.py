"""Whether what is packed in a PDF can be unpacked: PDFium says nothing of what cannot.

A page whose drawing is damaged is empty to it, or ends where the damage begins.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKED = re.compile(rb"/FlateDecode[^()]{0,200}?stream\r?\n")
_SAMPLE = 1000  # bytes by which something is known
_DRAWS = re.compile(rb"\s(?:BT|Tf|T[dDm]|T[jJ]|re|cm|Do)\s")
_FLUSHED = b"\0\0\xff\xff"
"""What a program leaves at the end that does not finish its packing (RFC 1951)."""
_MOST = 20_000_000  # bytes
_FIRST, _PIECE = 200, 1 << 18  # of it are unpacked at once
_HEAD = 31  # what the first two bytes are a multiple of (RFC 1950, 2.2)


def is_damaged(data: bytes) -> bool:
    """Tell whether a file has packed bytes of which not even the first are whole."""
    for packed in _packed(data):
        try:
            zlib.decompressobj().decompress(
                data[packed.end() : packed.end() + _SAMPLE], _SAMPLE
            )
        except zlib.error:
            return True
    return False


def is_broken_off(data: bytes) -> bool:
    """Tell whether the drawing of a page is whole at first, and damaged further on."""
    room = _MOST
    for packed in _drawings(data):
        ends_early, size = _unpack(packed, room)
        room -= size
        if ends_early or room <= 0:
            return ends_early
    return False


def _unpack(packed: bytes, most: int) -> tuple[bool, int]:
    """Tell whether what is a drawing ends early, and how much was unpacked to know.

    The sum at its end is not looked at.
    """
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    is_flushed = packed.rstrip(b"\r\n").endswith(_FLUSHED)
    size = 0
    while not unpack.eof and size < most:
        try:
            piece = unpack.decompress(packed, _PIECE if size else _FIRST)
        except zlib.error:
            return size > 0, size
        if not piece:
            return size > 0 and not is_flushed, size
        if not size and not _DRAWS.search(piece):
            return False, len(piece)
        size += len(piece)
        packed = unpack.unconsumed_tail
    return False, size


def _drawings(data: bytes) -> Iterator[bytes]:
    """Give what is packed and may be a drawing, if it begins as such bytes do."""
    for packed in _packed(data):
        about = data[data.rfind(b"obj", 0, packed.start()) : packed.end()]
        end = data.find(b"endstream", packed.end())
        head = int.from_bytes(data[packed.end() : packed.end() + 2])
        if b"/Image" not in about and end > 0 and head and not head % _HEAD:
            yield data[packed.end() + 2 : end]


def _packed(data: bytes) -> Iterator[re.Match[bytes]]:
    """Give where packed bytes begin, unless all of them are locked."""
    if b"/Encrypt" not in data:
        yield from _PACKED.finditer(data)
