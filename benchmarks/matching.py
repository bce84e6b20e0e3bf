"""``python -m benchmarks.matching``: finding terms in texts, beside other matchers.

Every engine reads the same texts with the same forms, in turns, in one process. What
it misses and what it finds too much is counted against a brute-force scan. Figures
are process CPU time; what counts are the ratios.
"""

from __future__ import annotations

import gc
import os
import platform
import statistics
import sys
import time
from collections import defaultdict
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching_browser import browser_times
from benchmarks.matching_material import Source
from benchmarks.matching_rivals import (
    AhocorasickRs,
    BruteForce,
    FlashText,
    Ours,
    PyAhocorasick,
    SpaCy,
)
from benchmarks.noise import Noise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from benchmarks.matching_rivals import Engine
    from glossary.matching import Form

ENGINES: tuple[type[Engine], ...] = (
    Ours,
    AhocorasickRs,
    PyAhocorasick,
    FlashText,
    SpaCy,
)
SIZES = (200, 10_000, 100_000)
LENGTHS = (2_000, 20_000, 1_000_000)
PACKAGES = ("ahocorasick-rs", "pyahocorasick", "flashtext", "spacy")
_ROUNDS = 7
_AT_ONCE = 100_000  # characters: the clock cannot time one short text
_BUILDS = 3


class Cell(NamedTuple):
    """What one engine does with one text: seconds, and where it is wrong."""

    seconds: float
    missed: int
    extra: int


class Aim(NamedTuple):
    """Something to reach."""

    subject: str
    bound: float
    seen: float
    is_floor: bool


def main() -> int:
    """Measure and print; return 1 if ours misses anything or finds too much."""
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, ", end="")
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES))
    noise = Noise()
    source = Source()
    cells: dict[tuple[type[Engine], int, int], Cell] = {}
    builds: dict[tuple[type[Engine], int], float] = {}
    wrong = 0
    for size in SIZES:
        forms = source.forms(size)
        texts = [source.text(forms, length) for length in LENGTHS]
        engines = {kind: _built(kind, forms, builds) for kind in ENGINES}
        truth = [_as_set(BruteForce(forms).find(text)) for text in texts]
        for text, true in zip(texts, truth, strict=True):
            for kind, cell in _measure(engines, text, true, noise):
                cells[kind, size, len(text)] = cell
                wrong += cell.missed + cell.extra if kind is Ours else 0
        _print(size, cells, builds, truth)
    _print_aims([*_aims(cells, builds), *_browser_aims(source)])
    print(f"\nA fixed operation, timed between the cells, took {noise}.")
    return 1 if wrong else 0


def _built(
    kind: type[Engine],
    forms: Sequence[Form],
    builds: dict[tuple[type[Engine], int], float],
) -> Engine:
    """Build an engine, a few times if it is ours; keep the median time."""
    times = []
    for _ in range(_BUILDS if kind is Ours else 1):
        begun = time.process_time()
        engine = kind(forms)
        times.append(time.process_time() - begun)
    builds[kind, len(forms)] = statistics.median(times)
    return engine


def _measure(
    engines: Mapping[type[Engine], Engine], text: str, truth: set[object], noise: Noise
) -> Iterator[tuple[type[Engine], Cell]]:
    """Yield the cells of one text; the engines read it in turns."""
    answers = {kind: _as_set(engine.find(text)) for kind, engine in engines.items()}
    gc.collect()
    gc.freeze()  # as a server does once it is ready: what is built stays
    times = defaultdict(list)
    repeats = max(1, _AT_ONCE // len(text))
    for _ in range(_ROUNDS):
        noise.listen()
        for kind, engine in engines.items():
            begun = time.process_time()
            for _ in range(repeats):
                engine.find(text)
            times[kind].append((time.process_time() - begun) / repeats)
    for kind, found in answers.items():
        seconds = statistics.median(times[kind])
        yield kind, Cell(seconds, len(truth - found), len(found - truth))


def _as_set(found: Iterable[Sequence[object]]) -> set[object]:
    """Return spans with their entries, in which no order counts."""
    return {(one[0], one[1], frozenset(one[2])) for one in found}  # type: ignore[call-overload]


def _print(
    size: int,
    cells: Mapping[tuple[type[Engine], int, int], Cell],
    builds: Mapping[tuple[type[Engine], int], float],
    truth: Sequence[set[object]],
) -> None:
    """Print the table of one vocabulary."""
    print(f"\n{size:,} forms: million characters a second (times ours), wrong")
    print(f"  {'':14}{'built':>9}", end="")
    for length, true in zip(LENGTHS, truth, strict=True):
        print(f"{f'{length:,} ({len(true):,})':>30}", end="")
    print()
    for kind in ENGINES:
        print(f"  {kind.__name__:14}{builds[kind, size]:>7.2f} s", end="")
        for length in LENGTHS:
            cell, ours = cells[kind, size, length], cells[Ours, size, length]
            speed = length / cell.seconds / 1e6
            times = ours.seconds / cell.seconds
            wrong = f"-{cell.missed} +{cell.extra}"
            print(f"{speed:>12.1f} ({times:4.2f}){wrong:>11}", end="")
        print()


def _aims(
    cells: Mapping[tuple[type[Engine], int, int], Cell],
    builds: Mapping[tuple[type[Engine], int], float],
) -> Iterator[Aim]:
    """Yield what the matcher is to reach at 10,000 forms."""
    size, short, long = SIZES[1], LENGTHS[0], LENGTHS[2]

    def ratio(length: int, *others: type[Engine]) -> float:
        best = min(cells[other, size, length].seconds for other in others)
        return best / cells[Ours, size, length].seconds

    exact = (AhocorasickRs, PyAhocorasick)
    yield Aim("1 MB, times spaCy", 12, ratio(long, SpaCy), is_floor=True)
    yield Aim("1 MB, times flashtext", 4, ratio(long, FlashText), is_floor=True)
    yield Aim("1 MB, of the best automaton", 0.6, ratio(long, *exact), is_floor=True)
    yield Aim("2 kB, times flashtext", 2, ratio(short, FlashText), is_floor=True)
    yield Aim("2 kB, of the best automaton", 0.5, ratio(short, *exact), is_floor=True)
    built = builds[Ours, SIZES[2]]
    yield Aim("100,000 forms built, s", 1, built, is_floor=False)


def _browser_aims(source: Source) -> Iterator[Aim]:
    """Yield what the browser's engine is to reach, where there is a browser."""
    forms = source.forms(SIZES[1])
    times = browser_times(forms, source.text(forms, LENGTHS[2]))
    if times:
        yield Aim("browser, 1 MB, ms", 200, statistics.median(times), is_floor=False)
    else:
        print("\nChromium or playwright is not here: the browser is not measured.")


def _print_aims(aims: Iterable[Aim]) -> None:
    print("\nAims")
    for aim in aims:
        is_met = aim.seen >= aim.bound if aim.is_floor else aim.seen < aim.bound
        wanted = f"{'at least' if aim.is_floor else 'under'} {aim.bound:g}"
        said = "met" if is_met else "MISSED"
        print(f"  {aim.subject:30}{wanted:>14}{aim.seen:>10.2f}  {said}")


if __name__ == "__main__":
    sys.exit(main())
