"""Close spellings: candidates by shared letters, ordered by edit distance.

The distance is that of optimal string alignment (a swap of neighbours is one
edit), made relative to the longer of the two: rapidfuzz's normalised OSA.

The candidates are owed to tens of thousands of entries: a few hundred names could
all be compared.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from glossary.search import sets
from glossary.search.keys import grams

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.search.layers import Layers
    from glossary.search.storage import Store

LIKE = 720
"""The likeness from which on a spelling is a close one: a wrong letter in four."""

LONGEST = 200
"""Letters beyond which a text is no misspelled name."""

WHOLE = 1000
"""The likeness of two equal spellings."""

_GRAMS = 10
_CANDIDATES = 100
_GUESSED = 30  # what a likeness loses if the first letter was guessed


class Close(NamedTuple):
    """A spelling in the index and its likeness to the one asked for."""

    likeness: int
    key: str


def spellings(keys: Iterable[str]) -> tuple[list[str], list[int]]:
    """Return the keys in the order of their numbers, and where lengths begin.

    At ``n`` of the second list is the number of the first key that has at least
    ``n`` letters.
    """
    ordered = sorted({key for key in keys if key}, key=lambda key: (len(key), key))
    longest = len(ordered[-1]) if ordered else 0
    lengths = [bisect_left(ordered, length, key=len) for length in range(longest + 2)]
    return ordered, lengths


def gram_rows(ordered: Sequence[str]) -> Iterator[tuple[str, int, bytes]]:
    """Yield the rows of the table ``gram``."""
    found: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, key in enumerate(ordered):
        for gram in grams(key[:LONGEST]):
            found[gram].append(number)
    for gram in sorted(found):
        yield gram, len(found[gram]), sets.packed(found[gram])


def close_spellings(
    index: Layers, key: str, guesses: Iterable[str], *, likeness: int
) -> list[Close]:
    """Return spellings at least that like ``key``, the likest first.

    ``guesses`` are what ``key`` may have been before its first letter changed.
    """
    if not key or len(key) > LONGEST:
        return []
    reach = max(1, len(key) * (WHOLE - likeness) // likeness)
    wanted, lengths = grams(key), (len(key) - reach, len(key) + reach)
    compared = [(key, 0), *((guess, _GUESSED) for guess in guesses)]
    candidates = {
        other
        for layer in index.layers
        for other in _keys(layer.store, _candidates(layer.store, wanted, *lengths))
    }
    found: dict[str, int] = {}
    for one, loss in compared:
        for other, similarity in _like(one, candidates, likeness):
            known = round(WHOLE * similarity) - loss
            if known >= max(likeness, found.get(other, 0)):
                found[other] = known
    every = (Close(known, other) for other, known in found.items())
    return sorted(every, key=lambda close: (-close.likeness, len(close.key), close.key))


def _like(key: str, others: set[str], likeness: int) -> list[tuple[str, float]]:
    """Return which of ``others`` are about that like ``key``, and how like."""
    score = OSA.normalized_similarity
    cutoff = (likeness - 1) / WHOLE
    found = process.extract(key, others, scorer=score, score_cutoff=cutoff, limit=None)
    return [(other, similarity) for other, similarity, _ in found]


def _candidates(
    store: Store, wanted: set[str], shortest: int, longest: int
) -> list[int]:
    """Return the spellings of such a length that share most of the rarest grams."""
    low, high = _between(store.facts.lengths, shortest, longest)
    within = sets.below(high - low)  # counted from the first that is long enough
    planes: list[int] = []
    for kept in _postings(store, wanted):
        _count(planes, sets.unpacked_part(kept, low, high))
    most = 2 ** len(planes) - 1
    best = (_counted(planes, times, within) for times in range(most, 0, -1))
    numbered = chain.from_iterable(map(sets.in_order, best))
    return [low + number for number in islice(numbered, _CANDIDATES)]


def _count(planes: list[int], numbers: int) -> None:
    """Count each of some numbers once more.

    ``planes`` are the digits of the counts in base 2, a set for each digit: of the
    numbers in whose count it is a one. So all are counted at once, as numbers are
    added by hand.
    """
    for place, plane in enumerate(planes):
        planes[place], numbers = plane ^ numbers, plane & numbers
    if numbers:
        planes.append(numbers)


def _counted(planes: Sequence[int], times: int, within: int) -> int:
    """Return which numbers were counted so many times."""
    for place, plane in enumerate(planes):
        within &= plane if times >> place & 1 else ~plane
    return within


def _between(lengths: Sequence[int], shortest: int, longest: int) -> tuple[int, int]:
    last = len(lengths) - 1
    return lengths[min(max(shortest, 0), last)], lengths[min(longest + 1, last)]


def _postings(store: Store, wanted: set[str]) -> list[bytes]:
    """Return the spellings that have each of the rarest grams, as they are kept."""
    marks = ", ".join("?" * len(wanted))
    sql = f"SELECT uses, gram, rowid FROM gram WHERE gram IN ({marks})"  # noqa: S608
    rarest = [number for *_, number in sorted(store.rows(sql, [*wanted]))[:_GRAMS]]
    marks = ", ".join("?" * len(rarest))
    sql = f"SELECT spellings FROM gram WHERE rowid IN ({marks})"  # noqa: S608
    return [kept for (kept,) in store.rows(sql, rarest)]


def _keys(store: Store, numbers: Sequence[int]) -> list[str]:
    marks = ", ".join("?" * len(numbers))
    sql = f"SELECT key FROM spelling WHERE number IN ({marks})"  # noqa: S608
    return [key for (key,) in store.rows(sql, numbers)]
