"""``python -m benchmarks.misses``: what a miss takes, at 1,000 entries and at 50,000.

Two processes answer in turns, so that noise falls on both alike. What is counted is
CPU time inside the WSGI callable, of answers that nobody holds.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, NamedTuple

import django

from benchmarks.kept import Kept, keep
from benchmarks.noise import Noise
from benchmarks.places import ROOT, database_file, environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.miss_cells import Asked

SIZES = 1_000, 50_000
_ROUNDS = 3
_MOST = 1.5  # times


class Answering:
    """A process that answers, and says what each answer took."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def times(self, asked: Sequence[Asked]) -> list[float]:
        """Return the CPU time of each of these requests, in milliseconds."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            message = f"No answer to one of {asked[:3]}"
            raise RuntimeError(message)
        found: list[float] = json.loads(line)
        return found


@contextmanager
def answering(kept: Kept) -> Iterator[Answering]:
    """Run a process that answers of one glossary."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.miss"],
        cwd=ROOT,
        env=environment(kept.path, SEARCH_INDEX_DIR=str(kept.path.parent)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Answering(process)


class Cost(NamedTuple):
    """The CPU of a kind of answer, in milliseconds: the median of each round."""

    rounds: Sequence[float]
    slow: float

    @property
    def usual(self) -> float:
        return statistics.median(self.rounds)


def main() -> None:
    options = _options()
    os.environ.update(environment(database_file(0)))
    kept = [keep(size, as_it_is=options.keep) for size in SIZES]
    django.setup()
    from benchmarks.miss_cells import cells

    asked = [cells(one.made_up) for one in kept]
    noise = Noise()
    names = [
        name
        for name in asked[0]
        if not options.only or any(o in name for o in options.only)
    ]
    found: dict[str, list[list[list[float]]]] = {name: [[], []] for name in names}
    with ExitStack() as stack:
        both = [stack.enter_context(answering(one)) for one in kept]
        for one in both:
            one.times([("/en/", None), ("/api/v1/search/?q=police", None)])
        for name in names:
            for one, which in zip(both, asked, strict=True):
                one.times(which[name][:1])
        for _ in range(options.rounds):
            for name in names:
                noise.listen()
                for place in (0, 1):
                    found[name][place].append(both[place].times(asked[place][name]))
    print(
        f"{'':32}{'1,000':>9}{'50,000':>9}{'times':>8}   (by round)      {'p95':>8}{'p95':>8}"
    )
    for name in names:
        one, other = (
            [statistics.median(times) for times in found[name][place]]
            for place in (0, 1)
        )
        small, large = statistics.median(one), statistics.median(other)
        ratios = sorted(b / a for a, b in zip(one, other, strict=True))
        slow = [
            sorted(t for times in found[name][place] for t in times) for place in (0, 1)
        ]
        p95 = [s[len(s) * 95 // 100] for s in slow]
        mark = "" if large / small <= _MOST else "  <<<"
        print(
            f"{name:32}{small:9.2f}{large:9.2f}{large / small:8.2f}"
            f"   ({ratios[0]:.2f} to {ratios[-1]:.2f}){p95[0]:10.2f}{p95[1]:8.2f}{mark}"
        )
    print(f"noise {noise}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("only", nargs="*")
    return parser.parse_args()


if __name__ == "__main__":
    main()
