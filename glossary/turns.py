"""Work that costs much: how much of each kind a process does at once.

One more waits for a moment, since most pieces of work are short. Whoever comes then
is told at once that it cannot be done just now: nothing piles up behind what takes
long. Each kind has its own turns, so that none holds up another.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from glossary.errors import BusyError

if TYPE_CHECKING:
    from collections.abc import Iterator

RETRY_AFTER = 5
"""Seconds after which it is worth asking again."""


class Turns:
    """The turns of one kind of work."""

    def __init__(
        self,
        *,
        free: int = -1,
        at_once: int = 1,
        waiting: int = 1,
        patience: float = 1.0,
    ) -> None:
        """Let ``waiting`` wait for ``at_once``, each for ``patience`` seconds.

        Work up to the size ``free`` costs too little to need a turn.
        """
        self.threads = at_once + waiting
        """How many threads may be at it, or wait for it."""
        self._free = free
        self._patience = patience
        self._places = threading.Semaphore(self.threads)
        self._turns = threading.Semaphore(at_once)

    @contextmanager
    def turn(self, size: int = 0) -> Iterator[None]:
        """Do work of this size. Raises ``BusyError`` where it cannot be done now."""
        if size <= self._free:
            yield
            return
        if not self._places.acquire(blocking=False):
            raise BusyError
        try:
            if not self._turns.acquire(timeout=self._patience):
                raise BusyError
            try:
                yield
            finally:
                self._turns.release()
        finally:
            self._places.release()


FILES = Turns()
"""Files of which the text is read."""
LEAFLETS = Turns()
"""Leaflets that are set as a PDF."""
LONG_TEXTS = Turns(free=20_000)
"""Texts to annotate, to explain or to check, by their characters."""
LARGE_BATCHES = Turns(free=20)
"""Many names to look up, by their number."""
PASSWORDS = Turns(waiting=3, patience=3.0)
"""Passwords that are compared: half a second each, so that guessing is slow."""

_KINDS = (FILES, LEAFLETS, LONG_TEXTS, LARGE_BATCHES, PASSWORDS)
THREADS = sum(one.threads for one in _KINDS)
"""How many threads all of it can hold at once."""
