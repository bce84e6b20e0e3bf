"""One computation for many who ask for the same at once."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator


class Flights:
    """Lets the first one work; the others wait for it, but not for ever."""

    def __init__(self, patience: float = 10) -> None:
        """Let nobody wait for longer than ``patience`` seconds."""
        self._patience = patience
        self._flying: dict[Hashable, threading.Event] = {}
        self._lock = threading.Lock()

    @contextmanager
    def alone(self, key: Hashable) -> Iterator[None]:
        """Let the first one in; the others come in when it is done."""
        with self._lock:
            landed = self._flying.get(key)
            mine = self._flying.setdefault(key, threading.Event())
        if landed is not None:
            landed.wait(self._patience)
            yield
            return
        try:
            yield
        finally:
            with self._lock:
                del self._flying[key]
            mine.set()
