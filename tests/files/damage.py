"""Files as they come out of a broken disk: cut, flipped, and put together anew."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SEED = 4711


def damaged(corpus: Sequence[bytes], count: int) -> Iterator[bytes]:
    """Yield so many damaged files made of whole ones, the same each time."""
    chance = random.Random(_SEED)  # noqa: S311
    for _ in range(count):
        data = bytearray(chance.choice(corpus))
        for _ in range(chance.randrange(4)):
            data = _hurt(chance, data, corpus)
        yield bytes(data)


def _hurt(chance: random.Random, data: bytearray, corpus: Sequence[bytes]) -> bytearray:
    """Return ``data`` with one thing wrong."""
    at = chance.randrange(len(data) + 1)
    match chance.randrange(4):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        case 2:
            return data[:at] + data[at + chance.randrange(40) :]
        case _:
            other = chance.choice(corpus)
            start = chance.randrange(len(other))
            return data[:at] + other[start : start + chance.randrange(200)] + data[at:]
