"""The elements that are too deep to be given back: how many of a name are open."""

from __future__ import annotations

from collections import Counter

from glossary.annotation.bearing import Manner


class LeftOut:
    """Those that are open inside the innermost element that is known by itself.

    Only their number is kept, by name: which of them is in which makes no
    difference to their words, save that what is hidden stays so.
    """

    def __init__(self) -> None:
        self.manner = Manner.FREE
        self._open: Counter[str] = Counter()
        self._level = 0
        self._leaving_out = ("", 0)

    def has(self, name: str) -> bool:
        """Whether an element of ``name`` is open."""
        return bool(self._open) and self._open[name] > 0

    def start(self, name: str, manner: Manner, level: int) -> None:
        """Open an element where so many (``level``) are known by themselves."""
        if not self._open:
            self._level = level
        self._open[name] += 1
        if manner >= Manner.HIDDEN and not self.manner:
            self.manner = manner
            self._leaving_out = (name, self._open[name])

    def end(self, name: str) -> None:
        """Close an element that is open."""
        if self._leaving_out == (name, self._open[name]):
            self.manner = Manner.FREE
        self._open[name] -= 1

    def forget(self, level: int) -> None:
        """Close all, if the element that they are in is closed now."""
        if self._open and level <= self._level:
            self._open.clear()
            self.manner = Manner.FREE
