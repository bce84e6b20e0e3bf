"""``python -m benchmarks.misses``: what a miss takes at 1,000 entries and at 50,000.

Two processes answer in turns, so that noise falls on both alike. What is counted is
the CPU time inside the WSGI callable of answers that nobody holds. Then something is
published for each of them, and whoever asks first waits for what is made anew.
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

from benchmarks.kept import keep
from benchmarks.noise import Noise
from benchmarks.places import ROOT, database_file, environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.kept import Kept
    from benchmarks.miss_cells import Asked

SIZES = 1_000, 50_000
_ROUNDS = 3
_MOST = 1.5  # times
_FIRSTS = ("lookup", "search, prefix", "page of a letter", "annotate", "page: explain")


class Answering:
    """A process that answers of one glossary, and says what each answer took."""

    def __init__(self, kept: Kept, process: subprocess.Popen[str]) -> None:
        self._kept = kept
        self._process = process

    def times(self, asked: Sequence[Asked]) -> list[float]:
        """Return the CPU time of each of these requests, in milliseconds."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(asked), file=self._process.stdin, flush=True)
        found: list[float] = json.loads(self._process.stdout.readline() or "[]")
        if len(found) < len(asked):
            message = f"No good answer to one of {asked[:3]} …"
            raise RuntimeError(message)
        return found

    def publish(self) -> None:
        """Give an entry another name."""
        command = [sys.executable, "-m", "benchmarks.publication"]
        subprocess.run(
            [*command, str(self._kept.made_up)],
            cwd=ROOT,
            env=environment(self._kept.path),
            check=True,
            stdout=subprocess.DEVNULL,
        )


@contextmanager
def answering(kept: Kept) -> Iterator[Answering]:
    """Let a process answer of a glossary until the block ends."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.miss"],
        cwd=ROOT,
        env=environment(kept.path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Answering(kept, process)


class Cost(NamedTuple):
    """What a kind of answer took in each round, in milliseconds, small and large."""

    small: list[float]
    large: list[float]

    @property
    def usual(self) -> tuple[float, float]:
        """The medians of the rounds."""
        return statistics.median(self.small), statistics.median(self.large)

    @property
    def times(self) -> list[float]:
        """How many times dearer the large one was, from the least to the most."""
        return sorted(b / a for a, b in zip(self.small, self.large, strict=True))


def measure(
    both: Sequence[Answering],
    asked: Sequence[Mapping[str, Sequence[Asked]]],
    names: Sequence[str],
    *,
    rounds: int,
    noise: Noise,
) -> dict[str, Cost]:
    """Ask both for everything, kind by kind; what is first asked for does not count."""
    found = {name: Cost([], []) for name in names}
    for turn in range(rounds + 1):
        for name in names:
            noise.listen()
            for one, questions, costs in zip(both, asked, found[name], strict=True):
                times = one.times(questions[name] if turn else questions[name][:1])
                if turn:
                    costs.append(statistics.median(times))
    return found


def first_after_publication(
    both: Sequence[Answering],
    asked: Sequence[Mapping[str, Sequence[Asked]]],
) -> dict[str, Cost]:
    """Publish something before each question, and return what the answer took.

    What is made only once in a process is made before.
    """
    found = {name: Cost([], []) for name in _FIRSTS}
    for one, questions in zip(both, asked, strict=True):
        one.times([questions[name][0] for name in _FIRSTS])
    for name in _FIRSTS:
        for one, questions, costs in zip(both, asked, found[name], strict=True):
            one.publish()
            costs.extend(one.times(questions[name][1:2]))
    return found


def _print(title: str, costs: Mapping[str, Cost], *, bound: float = 0) -> None:
    print(f"\n{title}")
    print(f"  {'':30}{'1,000':>9}{'50,000':>9}{'times':>8}")
    for name, cost in costs.items():
        small, large = cost.usual
        ratios = cost.times
        verdict = "  MISSED" if bound and large / small > bound else ""
        print(
            f"  {name:30}{small:9.2f}{large:9.2f}{large / small:8.2f}"
            f"   ({ratios[0]:.2f} to {ratios[-1]:.2f}){verdict}"
        )


def main() -> None:
    """Measure and print."""
    options = _options()
    os.environ.update(environment(database_file(0)))
    kept = [keep(size, as_it_is=options.keep) for size in SIZES]
    django.setup()
    from benchmarks.miss_cells import cells

    asked = [cells(one.made_up) for one in kept]
    chosen = [name for name in asked[0] if any(part in name for part in options.only)]
    noise = Noise()
    with ExitStack() as stack:
        both = [stack.enter_context(answering(one)) for one in kept]
        costs = measure(both, asked, chosen, rounds=options.rounds, noise=noise)
        _print(f"A miss, CPU in ms: under {_MOST} times", costs, bound=_MOST)
        if not options.no_first:
            _print(
                "The first answer after a publication, CPU in ms",
                first_after_publication(both, asked),
            )
    print(f"\nA fixed operation, timed between the cells, took {noise}.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.misses", description=__doc__
    )
    parser.add_argument("only", nargs="*", default=[""], help="parts of kinds' names")
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument(
        "--no-first", action="store_true", help="leave out what publications cost"
    )
    parser.add_argument(
        "--keep",
        action="store_true",
        help="take the entries of the last run as they are",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
