"""The lists that an index keeps: which entries have a topic, a source, a letter.

Each is a set of numbers (``sets``). Of entries they are called ``topic``, ``source``,
``kind`` and, with the number of a language, ``letter 0``, ``state 0`` and ``lang 0``;
of sections ``sections 0``, ``letter sections 0`` and ``topic sections 0``. The numbers
of sections follow the alphabet, so that a set of them is a list in order.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

from glossary.search import sets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.search.storage import Row, Store

ALL = "all"
"""The list of all entries, and the one name in a list that has no others."""

_ONE = "SELECT numbers FROM list WHERE kind = ? AND name = ?"
_EVERY = "SELECT name, numbers FROM list WHERE kind = ?"


class Lists:
    """Collects lists while an index is written."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], array[int]] = defaultdict(
            lambda: array("I")
        )

    def add(self, kind: str, names: Iterable[str], number: int) -> None:
        """Put a number into the lists of some names."""
        for name in names:
            self._numbers[kind, name].append(number)

    def rows(self) -> Iterator[Row]:
        """Yield the rows of the table ``list``."""
        for kind, name in sorted(self._numbers):
            yield kind, name, sets.packed(self._numbers[kind, name])


def kept(store: Store, kind: str, name: str = ALL) -> int:
    """Return the set of what is in a list; none where there is no such list."""
    rows = store.rows(_ONE, [kind, name])
    return sets.unpacked(rows[0][0]) if rows else sets.NONE


def kept_by_name(store: Store, kind: str) -> dict[str, int]:
    """Return the sets of all names of a kind."""
    found = store.rows(_EVERY, [kind])
    return {name: sets.unpacked(numbers) for name, numbers in found}
