"""Where all workers write down the addresses by which readers reach the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap

_PLACES = 4
_LENGTH = 320
SIZE = _PLACES * _LENGTH


class Board:
    """A few addresses, a scheme and a host each, in memory that may be shared.

    The first ones stay, so that nobody fills it with made-up names later. Two who
    write at once may lose one address, which is written again at its next request.
    """

    def __init__(self, memory: bytearray | mmap | None = None) -> None:
        """Use ``memory`` of ``SIZE`` bytes; without it, some of this process."""
        self._memory = bytearray(SIZE) if memory is None else memory

    def read(self) -> list[tuple[str, str]]:
        """Return the addresses."""
        found = []
        for place in range(0, SIZE, _LENGTH):
            text = bytes(self._memory[place : place + _LENGTH]).rstrip(b"\0")
            scheme, _, host = text.decode("ascii", "replace").partition(" ")
            if host:
                found.append((scheme, host))
        return found

    def note(self, scheme: str, host: str) -> None:
        """Write an address down, if it is not there and there is room."""
        text = f"{scheme} {host}".encode("ascii", "replace")
        known = self.read()
        if (scheme, host) in known or len(known) == _PLACES or len(text) > _LENGTH:
            return
        place = len(known) * _LENGTH
        self._memory[place : place + _LENGTH] = text.ljust(_LENGTH, b"\0")
