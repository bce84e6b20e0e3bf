"""``python -m benchmarks.matching``: finding terms in texts, beside other matchers.

Every engine reads the same texts with the same forms, in turns, in one process. Some
texts are clean, others as people and programs write them. What an engine misses and
what it finds too much is counted against a brute-force scan in the clean ones, in the
others against the matcher, which the tests hold against a slow one. Figures are process
CPU time; what counts are the ratios.
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
from benchmarks.matching_folded import AhocorasickRsFolded, PyAhocorasickFolded
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
    AhocorasickRsFolded,
    PyAhocorasickFolded,
    AhocorasickRs,
    PyAhocorasick,
    FlashText,
    SpaCy,
)
SIZES = (200, 10_000, 100_000)
CLEAN = ("2 kB", "20 kB", "1 MB")
WRITTEN = ("20 kB as written", "1 MB as written")
PACKAGES = ("ahocorasick-rs", "pyahocorasick", "flashtext", "spacy")
_ROUNDS = 7
_AT_ONCE = 100_000  # characters: the clock cannot time one short text
_BUILDS = 3


class Text(NamedTuple):
    """A text, and what is to be found in it."""

    name: str
    text: str
    truth: set[object]


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
    cells: dict[tuple[type[Engine], int, str], Cell] = {}
    builds: dict[tuple[type[Engine], int], float] = {}
    wrong = 0
    for size in SIZES:
        forms = source.forms(size)
        engines = {kind: _built(kind, forms, builds) for kind in ENGINES}
        texts = [*_texts(source, forms, engines[Ours])]
        for text in texts:
            for kind, cell in _measure(engines, text, noise):
                cells[kind, size, text.name] = cell
                wrong += cell.missed + cell.extra if kind is Ours else 0
        _print(size, cells, builds, texts)
    _print_aims([*_aims(cells, builds), *_browser_aims(source)])
    print(f"\nA fixed operation, timed between the cells, took {noise}.")
    return 1 if wrong else 0


def _texts(source: Source, forms: Sequence[Form], ours: Engine) -> Iterator[Text]:
    for name in CLEAN:
        text = source.text(forms, _length(name))
        yield Text(name, text, _as_set(BruteForce(forms).find(text)))
    for name in WRITTEN:
        text = source.written(forms, _length(name))
        yield Text(name, text, _as_set(ours.find(text)))


def _length(name: str) -> int:
    """Return how many characters ``1 MB as written`` has."""
    number, unit = name.split()[:2]
    return int(number) * {"kB": 1_000, "MB": 1_000_000}[unit]


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
    engines: Mapping[type[Engine], Engine], one: Text, noise: Noise
) -> Iterator[tuple[type[Engine], Cell]]:
    """Yield the cells of one text; the engines read it in turns."""
    text, truth = one.text, one.truth
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
    cells: Mapping[tuple[type[Engine], int, str], Cell],
    builds: Mapping[tuple[type[Engine], int], float],
    texts: Sequence[Text],
) -> None:
    """Print the table of one vocabulary."""
    print(f"\n{size:,} forms: million characters a second (times ours), wrong")
    print(f"  {'':19}{'built':>9}", end="")
    for text in texts:
        print(f"{f'{text.name} ({len(text.truth):,})':>30}", end="")
    print()
    for kind in ENGINES:
        print(f"  {kind.__name__:19}{builds[kind, size]:>7.2f} s", end="")
        for text in texts:
            cell, ours = cells[kind, size, text.name], cells[Ours, size, text.name]
            speed = len(text.text) / cell.seconds / 1e6
            times = ours.seconds / cell.seconds
            wrong = f"-{cell.missed} +{cell.extra}"
            print(f"{speed:>12.1f} ({times:4.2f}){wrong:>11}", end="")
        print()


def _aims(
    cells: Mapping[tuple[type[Engine], int, str], Cell],
    builds: Mapping[tuple[type[Engine], int], float],
) -> Iterator[Aim]:
    """Yield what the matcher is to reach at 10,000 forms.

    Automatons that read a text as the matcher does are its peers: without that they
    are not as exact. In clean texts others are, and are named beside.
    """
    size = SIZES[1]

    def ratio(text: str, *others: type[Engine]) -> float:
        best = min(cells[other, size, text].seconds for other in others)
        return best / cells[Ours, size, text].seconds

    folded, exact = (
        (AhocorasickRsFolded, PyAhocorasickFolded),
        (AhocorasickRs, PyAhocorasick),
    )
    for text in (*CLEAN, *WRITTEN):
        seen = ratio(text, *folded)
        yield Aim(f"{text}, of the best automaton", 1, seen, is_floor=True)
    short, long = CLEAN[0], CLEAN[-1]
    for text, aim in ((short, 0.5), (long, 0.6)):
        seen = ratio(text, *exact)
        yield Aim(f"{text}, of one that does not fold", aim, seen, is_floor=True)
    yield Aim(f"{short}, times flashtext", 2, ratio(short, FlashText), is_floor=True)
    yield Aim(f"{long}, times flashtext", 4, ratio(long, FlashText), is_floor=True)
    yield Aim(f"{long}, times spaCy", 12, ratio(long, SpaCy), is_floor=True)
    letter = cells[Ours, size, WRITTEN[0]].seconds * 1000
    yield Aim(f"{WRITTEN[0]}, ms", 3, letter, is_floor=False)
    built = builds[Ours, SIZES[2]]
    yield Aim("100,000 forms built, s", 1, built, is_floor=False)


def _browser_aims(source: Source) -> Iterator[Aim]:
    """Yield what the browser's engine is to reach, where there is a browser."""
    forms = source.forms(SIZES[1])
    times = browser_times(forms, source.text(forms, _length(CLEAN[-1])))
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
        print(f"  {aim.subject:40}{wanted:>14}{aim.seen:>10.2f}  {said}")


if __name__ == "__main__":
    sys.exit(main())
