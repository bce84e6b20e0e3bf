"""Counts in a piece of memory that never grows: a count-min sketch.

Each sender has four cells, one in each row, chosen by a keyed digest; what a sender
has used is no more than the least of them. No address is held, and no digest either:
only sums, which say nothing without the key. When the window ends, key and sums go.

Two senders can have a cell in common, but hardly all four. Of 20,000 senders with
three units each, far more than a machine serves in a window, seven in a hundred are
told three units too many, and nobody more.
"""

from __future__ import annotations

import fcntl
import secrets
import struct
import threading
from contextlib import contextmanager
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS, _WIDTH = 4, 16_384
_CELL = 4  # bytes
_MOST = 2**32 - 1
_HEAD, _KEY = 64, 32
_PLACES = struct.Struct("<4I")
Places = tuple[int, int, int, int]
TABLE_SIZE = _HEAD + _ROWS * _WIDTH * _CELL


class Counted(NamedTuple):
    """Whether a request was counted, and what its sender has used."""

    is_allowed: bool
    used: int


class Lock:
    """Lets one thread of one process write.

    The lock of a file is given back by the kernel when its process dies.
    """

    def __init__(self, file: int | None = None) -> None:
        """Lock ``file`` for other processes too, where there is one."""
        self._file = file
        self._threads = threading.Lock()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock for the length of a block."""
        with self._threads:
            if self._file is None:
                yield
                return
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)


class Table:
    """What each sender has used in the window that is on."""

    def __init__(self, memory: memoryview, lock: Lock) -> None:
        """Count in ``memory``, of ``TABLE_SIZE`` bytes."""
        self._memory = memory
        self._key = memory[8 : 8 + _KEY]
        self._window = memory[:8].cast("Q")
        self._cells = memory[_HEAD:].cast("I")
        self._lock = lock

    def used(self, sender: str, window: int) -> int:
        """Return what ``sender`` has used. Nobody is waited for."""
        if self._window[0] != window:
            return 0
        return self._least(self._places(sender))

    def take(self, sender: str, window: int, cost: int, quota: int) -> Counted:
        """Count ``cost``, unless ``sender`` would have used more than ``quota``."""
        with self._lock.held():
            self._begin(window)
            places = self._places(sender)
            used = self._least(places)
            if used + cost > quota:
                return Counted(False, used)
            self._raise(places, used + cost)
            return Counted(True, used + cost)

    def note(self, sender: str, window: int, used: int) -> None:
        """Write down that ``sender`` has used so much, if it is more than is known."""
        with self._lock.held():
            self._begin(window)
            self._raise(self._places(sender), used)

    def forget(self, window: int) -> None:
        """Forget every window but this one."""
        if self._window[0] not in {0, window}:
            with self._lock.held():
                self._begin(window)

    def _begin(self, window: int) -> None:
        if self._window[0] != window:
            self._window[0] = 0
            self._memory[_HEAD:] = bytes(len(self._memory) - _HEAD)
            self._key[:] = secrets.token_bytes(_KEY)
            self._window[0] = window

    def _places(self, sender: str) -> Places:
        digest = blake2b(sender.encode(), key=self._key, digest_size=_PLACES.size)
        one, two, three, four = _PLACES.unpack(digest.digest())
        return (
            one % _WIDTH,
            two % _WIDTH + _WIDTH,
            three % _WIDTH + 2 * _WIDTH,
            four % _WIDTH + 3 * _WIDTH,
        )

    def _least(self, places: Places) -> int:
        one, two, three, four = places
        cells = self._cells
        return min(cells[one], cells[two], cells[three], cells[four])

    def _raise(self, places: Places, used: int) -> None:
        for place in places:
            self._cells[place] = min(_MOST, max(self._cells[place], used))
