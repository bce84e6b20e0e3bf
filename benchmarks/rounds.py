"""Measures cells in turn, in several rounds, so that noise falls on all alike."""

from __future__ import annotations

import http.client
import statistics
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.load import Load, measure_load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.load import Target
    from benchmarks.noise import Noise
    from benchmarks.servers import Server


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing that is measured: what is asked of whom.

    The answers are asked for once before, unless what is wanted is the first time.
    """

    name: str
    who: str
    server: Server
    targets: Sequence[Target]
    is_warm: bool = True


class Answer(NamedTuple):
    """The body of an answer, and its entity tag where it has one."""

    body: bytes
    etag: str


@dataclass
class Results:
    """What was measured, by cell and by who answered."""

    rounds: dict[tuple[str, str], list[Load]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def of(self, name: str, who: str) -> Load | None:
        """Return the medians of the rounds."""
        loads = self.rounds.get((name, who))
        if not loads:
            return None
        return Load(*map(statistics.median, zip(*loads, strict=True)))

    def ratio(self, one: tuple[str, str], other: tuple[str, str]) -> float | None:
        """Return how many requests one answers in the time of one of the other's."""
        mine, theirs = self.of(*one), self.of(*other)
        if not mine or not theirs or not theirs.per_second:
            return None
        return mine.per_second / theirs.per_second


def measure(
    cells: Iterable[Cell], *, rounds: int, seconds: int, noise: Noise
) -> Results:
    """Measure every cell once in each round."""
    results = Results()
    for _ in range(rounds):
        for cell in cells:
            if cell.is_warm:
                fetch(cell.server, cell.targets)
            noise.listen()
            load = measure_load(cell.server.address, cell.targets, seconds)
            results.rounds[cell.name, cell.who].append(load)
    return results


def fetch(server: Server, targets: Iterable[Target]) -> list[Answer]:
    """Ask a server for some targets, over one connection.

    Raises ``RuntimeError`` where an answer is not a good one.
    """
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    answers = []
    for number, target in enumerate(targets):
        place = f"{number // 62_500}.{number // 250 % 250}.{number % 250 + 1}"
        headers = {"X-Forwarded-For": f"11.{place}", **target.headers}
        connection.request("GET", target.path, headers=headers)
        response = connection.getresponse()
        body = response.read()
        if response.status not in {http.HTTPStatus.OK, http.HTTPStatus.NOT_MODIFIED}:
            message = f"{response.status} for {target.path}: {body[:300]!r}"
            raise RuntimeError(message)
        answers.append(Answer(body, response.headers.get("ETag", "")))
    connection.close()
    return answers
