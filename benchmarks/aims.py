"""What the project wants to reach, as ratios and bounds, held against a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from benchmarks.contenders import NAIVE, NGINX, PRODUCT
from benchmarks.questions import ENTRY, LIST, PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.processes import Inside, Worker
    from benchmarks.rounds import Results
    from benchmarks.visibility import Seen


class Aim(NamedTuple):
    """Something to reach. ``seen`` is ``None`` where nobody could measure it."""

    subject: str
    bound: float
    seen: float | None
    is_floor: bool
    unit: str = ""
    stretch: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether what was seen is on the right side of the bound."""
        if self.seen is None:
            return False
        return self.seen >= self.bound if self.is_floor else self.seen < self.bound


def serving_aims(results: Results) -> Iterator[Aim]:
    """Yield the aims for requests a second on one core."""
    for name in (ENTRY, PAGE):
        naive = results.ratio((name, PRODUCT), (ENTRY, NAIVE))
        yield Aim(f"{name}, times the naive view", 40, naive, True, stretch=150)
        nginx = results.ratio((name, PRODUCT), (name, NGINX))
        yield Aim(f"{name}, of nginx", 0.12, nginx, True, stretch=0.5)
    naive = results.ratio((LIST, PRODUCT), (LIST, NAIVE))
    yield Aim("list of 50, times the naive view", 20, naive, True)


def search_aims(inside: Inside) -> Iterator[Aim]:
    """Yield the aims for the search inside one process, by its CPU time."""
    times = inside.times
    yield Aim("autocomplete, p99", 1, times["autocomplete"]["p99"], False, " ms")
    yield Aim("search for a typo, p99", 10, times["search, typo"]["p99"], False, " ms")
    found = 100 * inside.found / inside.typos
    yield Aim("typos whose entry is in the top ten", 98, found, True, " of 100")
    home = 100 * inside.home / inside.slips
    yield Aim("the same in the starter glossary's names", 98, home, True, " of 100")


def worker_aims(small: Worker, large: Worker, entries: int) -> Iterator[Aim]:
    """Yield the aims for a worker; ``entries`` is how many more the large one has."""
    growth = (large.first - small.first) / entries / 1000
    yield Aim("worker ready", 1.5, small.ready, False, " s")
    yield Aim("memory of a worker", 150, small.then / 1e6, False, " MB")
    yield Aim("memory for each entry more", 4, growth, False, " kB")


def publication_aims(seen: Seen) -> Iterator[Aim]:
    """Yield the aim for a running server when something is published."""
    yield Aim("publication seen by its address", 1, seen.entry, False, " s")
    yield Aim("publication found by its name", 1, seen.lookup, False, " s")
