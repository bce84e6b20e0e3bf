"""Which rows of two lists are the same one: kept, changed, moved, added or removed."""

from __future__ import annotations

from bisect import bisect_left
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_MOST_WORDS = 60
"""By so many of their first words two rows are known to be alike."""
_ALIKE = 0.6
"""From here on a row is another one's newer form, and not a new row."""
_FEW = 25
"""Of more rows than these, only those that are the same in full are told from new."""


class Pair(NamedTuple):
    """A row before and after, and its places, counted from 0; none where it is not."""

    before: int | None
    after: int | None
    is_moved: bool = False


def match(before: Sequence[Any], after: Sequence[Any]) -> list[Pair]:
    """Return the rows in the order of ``after``; what was removed stands where it was.

    First the same ones are found, then those of the same thing (a name, a source),
    then those that are nearly alike. A row has moved where the others around it kept
    their order and it did not.
    """
    found: dict[int, int] = {}
    for key in (_whole, _thing):
        _take(before, after, found, key)
    if len(before) <= _FEW and len(after) <= _FEW:
        _take_alike(before, after, found)
    stays = _in_order([found[place] for place in sorted(found)])
    pairs = [
        Pair(found.get(place), place, place in found and found[place] not in stays)
        for place in range(len(after))
    ]
    return list(_with_removed(pairs, len(before), set(found.values())))


def _take(
    before: Sequence[Any],
    after: Sequence[Any],
    found: dict[int, int],
    key: Callable[[Any], str],
) -> None:
    """Add the rows with the same key, in their order, each once."""
    free: dict[str, list[int]] = {}
    taken = set(found.values())
    for place, row in enumerate(before):
        if place not in taken:
            free.setdefault(key(row), []).append(place)
    for place, row in enumerate(after):
        if place not in found and free.get(key(row)):
            found[place] = free[key(row)].pop(0)


def _take_alike(
    before: Sequence[Any], after: Sequence[Any], found: dict[int, int]
) -> None:
    """Add the rows that are nearly alike, the likest first."""
    taken = set(found.values())
    likeness = [
        (_likeness(one, other), -new, -old)
        for old, one in enumerate(before)
        if old not in taken
        for new, other in enumerate(after)
        if new not in found
    ]
    for ratio, new, old in sorted(likeness, reverse=True):
        if ratio >= _ALIKE and -new not in found and -old not in found.values():
            found[-new] = -old


def _likeness(one: Any, other: Any) -> float:
    old, new = (_words(row)[:_MOST_WORDS] for row in (one, other))
    matcher = SequenceMatcher(None, old, new)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0


def _whole(row: Any) -> str:
    return orjson.dumps(row, option=orjson.OPT_SORT_KEYS).decode()


def _thing(row: Any) -> str:
    """Return what a row is about, if that can be told: else only the row itself."""
    if isinstance(row, dict):
        for names in (("relation", "id"), ("text",), ("source",), ("url",)):
            said = [row.get(name) for name in names]
            if all(isinstance(one, str) for one in said):
                return _whole([names, said])
    return _whole(row)


def _words(row: Any) -> list[str]:
    """Return the words of a row without the names of its fields."""
    if isinstance(row, dict):
        return [word for value in row.values() for word in _words(value)]
    if isinstance(row, list):
        return [word for value in row for word in _words(value)]
    return str(row).split()


def _in_order(places: Sequence[int]) -> set[int]:
    """Return the most of these that stand in their order: these have not moved."""
    ends: list[int] = []
    last: list[int] = []
    came: list[int] = []
    for number, place in enumerate(places):
        length = bisect_left(ends, place)
        ends[length:] = [place, *ends[length + 1 :]]
        last[length:] = [number, *last[length + 1 :]]
        came.append(last[length - 1] if length else -1)
    stays = set()
    number = last[-1] if last else -1
    while number >= 0:
        stays.add(places[number])
        number = came[number]
    return stays


def _with_removed(pairs: Sequence[Pair], count: int, kept: set[int]) -> Iterator[Pair]:
    """Yield the pairs, with what was removed behind what stood before it."""
    removed = [place for place in range(count) if place not in kept]
    done = 0
    for pair in pairs:
        while pair.before is not None and not pair.is_moved:
            if done == len(removed) or removed[done] > pair.before:
                break
            yield Pair(removed[done], None)
            done += 1
        yield pair
    for place in removed[done:]:
        yield Pair(place, None)
