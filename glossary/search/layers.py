"""An index in layers: a whole one, and in front of it what has changed since.

Making a whole index of a large glossary takes a while. So an entry that changes
goes into a small index of its own, and what the whole one has of it is hidden. A
question is put to every layer, and the answers are put in the one order there is:
they are the same as if the index had been made anew.
"""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from glossary.search.storage import Facts, Store

T = TypeVar("T")


class Layer(NamedTuple):
    """A finished index, and the ids of the entries in it that count no more."""

    store: Store
    hidden: frozenset[str] = frozenset()


class Layers:
    """One layer, or a whole index and then what has changed since."""

    def __init__(self, *layers: Layer) -> None:
        """Read these as if they were one."""
        self.layers = layers

    @property
    def facts(self) -> Facts:
        """The facts of the last layer, which knows what those before it know.

        Only the numbers of scopes and of spellings are each layer's own.
        """
        return self.layers[-1].store.facts

    def read(
        self,
        rows: Callable[[Store], Iterable[T]],
        *,
        entry_id: Callable[[T], str],
        order: Callable[[T], Any],
    ) -> Iterator[T]:
        """Yield the rows of all layers that are not hidden, in order.

        Each layer must give its own rows in that order.
        """
        found = [_shown(rows(store), hidden, entry_id) for store, hidden in self.layers]
        return merge(*found, key=order) if found[1:] else found[0]


def _shown(
    rows: Iterable[T], hidden: frozenset[str], entry_id: Callable[[T], str]
) -> Iterator[T]:
    return (row for row in rows if not hidden or entry_id(row) not in hidden)
