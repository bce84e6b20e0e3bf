"""An index in layers: a whole one, and in front of it what has changed since.

Making a whole index takes half a millisecond of CPU for an entry: a tenth of a second
for a hundred entries, half a minute for fifty thousand. So an entry that changes goes
into a small index of its own, and what the whole one has of it is hidden. A question
is put to every layer, and the answers are put in the one order there is: they are the
same as if the index had been made anew.

That is owed to some thousands of entries and more. A glossary of a few hundred could
be read anew after each publication, and nothing here be missed but this module.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from heapq import merge
from typing import TYPE_CHECKING, Any, TypeVar

import orjson

from glossary.search import sets
from glossary.search.kept_lists import kept_by_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from glossary.search.storage import Facts, Store

T = TypeVar("T")

_ENTRIES = "SELECT number FROM entry WHERE id IN (SELECT value FROM json_each(?))"
_SECTIONS = f"SELECT number FROM section WHERE entry IN ({_ENTRIES})"  # noqa: S608


class Layer:
    """A finished index, and the ids of the entries in it that count no more."""

    def __init__(self, store: Store, hidden: frozenset[str] = frozenset()) -> None:
        """Read a store without what is hidden."""
        self.store = store
        self.hidden = hidden

    @cached_property
    def hidden_entries(self) -> int:
        """The numbers of the entries that are hidden, as a set."""
        return self._numbers(_ENTRIES)

    @cached_property
    def hidden_sections(self) -> int:
        """The numbers of their sections, as a set."""
        return self._numbers(_SECTIONS)

    def _numbers(self, sql: str) -> int:
        if not self.hidden:
            return sets.NONE
        rows = self.store.rows(sql, [orjson.dumps([*self.hidden]).decode()])
        return sets.set_of(number for (number,) in rows)


class Layers:
    """One layer, or a whole index and then what has changed since."""

    def __init__(self, *layers: Layer) -> None:
        """Read these as if they were one."""
        self.layers = layers
        self._counts: dict[str, Mapping[str, int]] = {}

    @property
    def facts(self) -> Facts:
        """The facts of the last layer, which knows what those before it know.

        Only the numbers of scopes and of spellings are each layer's own.
        """
        return self.layers[-1].store.facts

    def counts(self, kind: str) -> Mapping[str, int]:
        """Return how many entries each list of a kind has, by name, where it has any.

        They are counted once.
        """
        if kind not in self._counts:
            found: Counter[str] = Counter()
            for layer in self.layers:
                shown = ~layer.hidden_entries
                lists = kept_by_name(layer.store, kind)
                found.update(
                    {
                        name: (numbers & shown).bit_count()
                        for name, numbers in lists.items()
                    }
                )
            self._counts[kind] = dict(sorted((+found).items()))
        return self._counts[kind]

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
        found = [
            _shown(rows(layer.store), layer.hidden, entry_id) for layer in self.layers
        ]
        return merge(*found, key=order) if found[1:] else found[0]


def _shown(
    rows: Iterable[T], hidden: frozenset[str], entry_id: Callable[[T], str]
) -> Iterator[T]:
    return (row for row in rows if not hidden or entry_id(row) not in hidden)
