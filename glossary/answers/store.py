"""The answers that are held: of one version, bounded by what they really take."""

from __future__ import annotations

import sys
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glossary.answers.representations import Answer


class Store:
    """Answers by what was asked; what was not asked for longest goes first."""

    def __init__(self, limit: int) -> None:
        """Hold at most ``limit`` bytes, keys and all."""
        self.size = 0
        self._limit = limit
        self._version: object = None
        self._answers: OrderedDict[tuple[Any, ...], tuple[Answer, int]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """Return how many answers are held."""
        return len(self._answers)

    def find(self, version: object, key: tuple[Any, ...]) -> Answer | None:
        """Return the answer that is held of this version."""
        if version != self._version:
            return None
        try:
            answer, _ = self._answers[key]
            self._answers.move_to_end(key)
        except KeyError:  # also where another thread has just let it go
            return None
        return answer

    def keep(self, version: object, key: tuple[Any, ...], answer: Answer) -> None:
        """Hold an answer; let others go while there is too much.

        The answers of another version go all at once.
        """
        with self._lock:
            if version != self._version:
                self._answers.clear()
                self._version, self.size = version, 0
            if key not in self._answers:
                cost = answer.size + _weigh(key)
                self._answers[key] = answer, cost
                self.size += cost
            while self.size > self._limit:
                _, (_, cost) = self._answers.popitem(last=False)
                self.size -= cost


def _weigh(value: object) -> int:
    """Return the bytes of a key and of what is in it."""
    inner = value if isinstance(value, tuple) else ()
    return sys.getsizeof(value) + sum(map(_weigh, inner))
