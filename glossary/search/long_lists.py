"""Lists of which only the part that is wanted is read.

Owed to tens of thousands of entries, as the sets are (``sets``): a short list could
be read whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, overload

from glossary.search import sets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from glossary.search.storage import Store

T = TypeVar("T")


class Run(NamedTuple):
    """What one layer has of a list: rows by their numbers, in the order of the list."""

    store: Store
    numbers: int

    @property
    def length(self) -> int:
        """How many rows it has."""
        return self.numbers.bit_count()


class LongList(Sequence[T]):
    """A list in the order of its rows, whatever layers they are in.

    To know its length or to read a part of it costs the same for a long list as for
    a short one, and at the end of it as at the beginning.
    """

    def __init__(
        self,
        runs: Sequence[Run],
        read: Callable[[Store, Iterable[int]], list[T]],
        order: Callable[[T], Any],
    ) -> None:
        """Read rows by their numbers with ``read``; ``order`` is that of the list."""
        self._runs = runs
        self._read = read
        self._order = order

    def __len__(self) -> int:
        """Return how many rows there are."""
        return sum(run.length for run in self._runs)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> list[T]: ...

    def __getitem__(self, place: int | slice) -> T | list[T]:
        """Return the row at a place, or some rows that stand one after the other."""
        if isinstance(place, int):
            at = range(len(self))[place]
            return self._between(at, at + 1)[0]
        start, stop, step = place.indices(len(self))
        return self._between(start, max(start, stop))[::step]

    def __iter__(self) -> Iterator[T]:
        """Yield all rows, which are read at once."""
        return iter(self[:])

    def _between(self, start: int, stop: int) -> list[T]:
        """Return the rows from ``start`` up to ``stop``.

        Of the whole index so many rows more are read before them as there are in
        the layers of changes, which is little: wherever those belong, they are then
        in their place.
        """
        whole, *changes = self._runs
        spare = sum(run.length for run in changes)
        first = max(0, min(start, whole.length) - spare)
        numbers = islice(sets.in_order(whole.numbers, skip=first), stop - first)
        rows = self._read(whole.store, numbers)
        if spare:
            more = [
                self._read(run.store, sets.in_order(run.numbers)) for run in changes
            ]
            rows = [*merge(rows, *more, key=self._order)]
        return rows[start - first : stop - first]
