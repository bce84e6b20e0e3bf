"""Sets of numbers as the bits of one integer: a list of entries, without the entries.

What two sets have in common is ``&``, how many they are is counted in a microsecond,
and of 50,000 numbers a set takes 6 kB at most. So a list costs the same wherever one
looks at it, and whatever it is narrowed by.

That is owed to tens of thousands of entries: of a few hundred a loop would do as well.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NONE = 0
"""The empty set."""

_PIECE = 512  # bytes that are looked at together
_WORTH = 4  # times as small
_RAW = -15  # a window of 32 kB, and no checksum: that would take a fifth of the time
_PLAIN, _SMALL = b"0", b"1"  # how what follows is kept


def set_of(numbers: Iterable[int]) -> int:
    """Return the set of these numbers, of which none is less than 0."""
    bits = bytearray()
    for number in numbers:
        place, bit = divmod(number, 8)
        if place >= len(bits):
            bits.extend(bytes(place + 1 - len(bits)))
        bits[place] |= 1 << bit
    return int.from_bytes(bits, "little")


def packed(numbers: Iterable[int]) -> bytes:
    """Return a set as bytes to keep; long runs of numbers and gaps take no room.

    Others are kept as they are: that is quicker to read.
    """
    bits = _bytes(set_of(numbers))
    small = zlib.compress(bits, 1, wbits=_RAW)
    is_worth_it = len(small) * _WORTH < len(bits)
    return _SMALL + small if is_worth_it else _PLAIN + bits


def unpacked(kept: bytes) -> int:
    """Return the set that ``packed`` made bytes of."""
    return int.from_bytes(_kept_bytes(kept, 0), "little")


def unpacked_part(kept: bytes, first: int, end: int) -> int:
    """Return what such a set has from ``first`` on, counted from there, before ``end``.

    No more is read of it than that.
    """
    if first >= end:
        return NONE
    place, bit = divmod(first, 8)
    last = (end + 7) // 8
    piece = _kept_bytes(kept, last)[place:last]
    return int.from_bytes(piece, "little") >> bit & below(end - first)


def below(number: int) -> int:
    """Return the set of all that are less than ``number``."""
    return (1 << number) - 1


def in_order(numbers: int, *, skip: int = 0) -> Iterator[int]:
    """Yield the numbers of a set, but so many of the first."""
    data = _bytes(numbers)
    for at in range(0, len(data), _PIECE):
        piece = int.from_bytes(data[at : at + _PIECE], "little")
        here = piece.bit_count()
        if skip < here:
            yield from _rest(piece, 8 * at, skip)
        skip = max(0, skip - here)


def _rest(piece: int, first: int, skip: int) -> Iterator[int]:
    """Yield the numbers of a piece that begins with the number ``first``."""
    ones = f"{piece:b}"[::-1]
    at = ones.find("1")
    while at >= 0:
        if skip:
            skip -= 1
        else:
            yield first + at
        at = ones.find("1", at + 1)


def _kept_bytes(kept: bytes, most: int) -> bytes | memoryview:
    """Return the bytes of a set that was packed; with ``most``, at least so many."""
    bits = memoryview(kept)[1:]
    if kept[:1] == _PLAIN:
        return bits
    return zlib.decompressobj(_RAW).decompress(bits, most)


def _bytes(numbers: int) -> bytes:
    return numbers.to_bytes((numbers.bit_length() + 7) // 8, "little")
