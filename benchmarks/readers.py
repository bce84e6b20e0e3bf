"""Who asks: the headers with which browsers and programs really come, mixed.

What is held for one of them must serve the next one too, or be worked out again. One
in four wants Welsh first.
"""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING

from benchmarks.load import Target
from tests.answers.browsers import BROWSERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WELSH = "cy-GB,cy;q=0.9,en-GB;q=0.8,en;q=0.7"
_EACH = 8  # readers for each path


def _readers() -> Iterator[dict[str, str]]:
    """Yield the headers of one reader after the other, without an end."""
    every = chain.from_iterable(repeat([headers for _, headers in BROWSERS]))
    for number, headers in enumerate(every):
        yield headers | ({"Accept-Language": _WELSH} if number % 4 == 0 else {})


def by_several(paths: Iterable[str]) -> list[Target]:
    """Return each path as several readers ask for it, others for each."""
    readers = _readers()
    return [Target(path, next(readers)) for path in paths for _ in range(_EACH)]


def by_one_each(paths: Iterable[str]) -> list[Target]:
    """Return each path as one reader asks for it, another one for each."""
    readers = _readers()
    return [Target(path, next(readers)) for path in paths]
