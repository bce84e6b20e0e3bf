"""Long lists in parts: by number for readers, by key for apps.

No part costs more for being far down a list, whatever there is before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")

_LAST = "~"  # behind every key
_JUMPS = 8


class Keyed(Protocol):
    """Keys in order, of which one can be found without reading the others."""

    def __len__(self) -> int:
        """Return how many keys there are."""
        ...

    def __getitem__(self, place: slice, /) -> Sequence[str]:
        """Return the keys that stand there."""
        ...

    def place_of(self, key: str) -> int:
        """Return how many keys come before this one, which need not be there."""
        ...

    def place_behind(self, key: str) -> int:
        """Return the same, with this one itself if it is there."""
        ...


class SortedKeys(list[str]):
    """Keys that are in memory, in their order."""

    def place_of(self, key: str) -> int:
        """Return how many keys come before this one."""
        return bisect_left(self, key)

    def place_behind(self, key: str) -> int:
        """Return the same, with this one itself if it is there."""
        return bisect_right(self, key)


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Some rows of a list, at most ``size``: those from the place ``start`` on."""

    rows: Sequence[T]
    start: int
    size: int
    total: int

    @classmethod
    def numbered(cls, rows: Sequence[T], number: int, size: int) -> Part[T] | None:
        """Return the part with this number, the first being 1, if there is one.

        A list of nothing has one part.
        """
        start, total = (number - 1) * size, len(rows)
        if not 0 <= start < max(total, 1):
            return None
        return cls(rows[start : start + size], start, size, total)

    @property
    def number(self) -> int:
        """Which part it is, the first being 1."""
        return self.start // self.size + 1

    @property
    def last(self) -> int:
        """How many parts there are."""
        return max(1, -(-self.total // self.size))

    @property
    def previous(self) -> int:
        """The number of the part before; 0 where there is none."""
        return self.number - 1

    @property
    def following(self) -> int:
        """The number of the next part; 0 where there is none."""
        return self.number + 1 if self.number < self.last else 0

    @property
    def jumps(self) -> Sequence[int]:
        """The numbers of other parts to go to: the next ones, and some far away."""
        far = {1 + (self.last - 1) * step // _JUMPS for step in range(_JUMPS + 1)}
        near = {self.number - 1, self.number + 1} & {*range(1, self.last + 1)}
        return sorted((far | near) - {self.number})

    @property
    def begins(self) -> int:
        """Where the first of the rows stands in the list, counted from 1."""
        return self.start + 1

    @property
    def ends(self) -> int:
        """Where the last of the rows stands in the list."""
        return self.start + len(self.rows)


def part_by_key(keys: Keyed, position: Mapping[str, str], size: int) -> Part[str]:
    """Return the keys behind ``after``, or those before ``before``; else the first.

    What changes while somebody goes from part to part is neither skipped nor given
    twice, since a key never changes. The first part is always full.
    """
    if "before" in position:
        start = max(0, keys.place_of(position["before"]) - size)
    else:
        start = keys.place_behind(position.get("after", ""))
    return Part(keys[start : start + size], start, size, len(keys))


def positions_around(
    part: Part[str],
) -> tuple[Mapping[str, str] | None, Mapping[str, str] | None]:
    """Return the positions of the parts before and behind, where there are any."""
    rows = part.rows
    before = {"before": rows[0] if rows else _LAST} if part.start else None
    return before, {"after": rows[-1]} if part.ends < part.total else None
