"""Change the rooms that are named, or all, and print what no test noticed."""

from __future__ import annotations

import argparse
import os
import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.mutation.cold import OPTIONS, read_what_is_shared, run_changed
from tests.mutation.forks import LATE, in_copies
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.rooms import ROOMS
from tests.mutation.warm import NOT_HERE, Warm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tests.mutation.rooms import Room

SURVIVORS = Path(__file__).with_name("survivors.toml")
WANTED = 0.95
_PATIENCE = 900.0  # seconds for all tests of a room


def main(arguments: Sequence[str]) -> int:
    """Return 0 where all that survives is explained, and little enough."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("rooms", nargs="*", default=list(ROOMS), choices=[*ROOMS, []])
    parser.add_argument("--only", default="", help="a pattern of the names of changes")
    parser.add_argument("--one-in", type=int, default=1, help="for a first look")
    parser.add_argument("--after", type=int, default=0, help="leave out so many first")
    parser.add_argument("--most", type=int, default=10_000, help="tests for a change")
    parser.add_argument("--tests", nargs="*", default=[], help="these tests alone")
    parser.add_argument("--list", action="store_true", help="print their names alone")
    given = parser.parse_args(arguments)
    if given.list:
        for name in given.rooms:
            _say(*(row.name for row in _chosen(ROOMS[name], given)))
        return 0
    reasons = explained()
    tallies = [
        _tally(name, _chosen(ROOMS[name], given), reasons, given)
        for name in given.rooms
    ]
    _say("", f"{'room':12} changes noticed    late explained  survived")
    _say(*(row.line() for row in tallies))
    return 0 if all(row.is_good() for row in tallies) else 1


def _chosen(room: Room, given: argparse.Namespace) -> list[Mutant]:
    rows = (row for path in room.files for row in mutants_of(path))
    found = [row for row in rows if re.search(given.only, row.name)]
    return found[given.after :: given.one_in]


def explained() -> dict[str, str]:
    """Return the reason of each survivor that has one, by its name."""
    files = tomllib.loads(SURVIVORS.read_text(encoding="utf-8"))
    return {
        f"{file} {change}": reason
        for file, changes in files.items()
        for change, reason in changes.items()
    }


class Tally(NamedTuple):
    """What became of the changes of a room."""

    room: str
    changes: int
    noticed: int
    late: int
    explained: int
    survived: int
    stale: int

    def line(self) -> str:
        """Return it as a line of the table."""
        share = self.noticed / self.changes if self.changes else 1
        return f"{self.room:12} {self.changes:7} {share:7.1%} {self.late:7} {self.explained:9} {self.survived:9}"

    def is_good(self) -> bool:
        """Tell whether enough is noticed, and the list of survivors is right."""
        return (
            not (self.survived or self.stale) and self.noticed >= WANTED * self.changes
        )


def _tally(
    name: str,
    mutants: Sequence[Mutant],
    reasons: Mapping[str, str],
    given: argparse.Namespace,
) -> Tally:
    results: dict[str, int] = {}
    tests = given.tests or ROOMS[name].tests
    for mutant, status in _results(mutants, tests, given.most):
        results[mutant.name] = status
        if status == 0 and mutant.name not in reasons:
            _say(f"survived: {mutant.name}")
    lived = {one for one, status in results.items() if status == 0}
    known_names = {row.name for path in ROOMS[name].files for row in mutants_of(path)}
    stale = [
        one
        for one in reasons
        if one.startswith(ROOMS[name].code)
        and (one in results.keys() - lived or one not in known_names)
    ]
    _say(*(f"noticed, or there no more: {one}" for one in stale))
    late = sum(status == LATE for status in results.values())
    known = len(lived & reasons.keys())
    return Tally(
        name,
        len(results),
        len(results) - len(lived),
        late,
        known,
        len(lived) - known,
        len(stale),
    )


def _results(
    mutants: Sequence[Mutant], tests: Sequence[str], most: int
) -> Iterator[tuple[Mutant, int]]:
    """Yield what became of each change: 0 is that no test noticed."""
    cold = [row for row in mutants if not row.function]
    for row, status in _warm([row for row in mutants if row.function], tests, most):
        if status == NOT_HERE:
            cold.append(row)
        else:
            yield row, status
    read_what_is_shared()
    tasks = ((row, _PATIENCE) for row in cold)
    yield from in_copies(tasks, lambda row, _: run_changed(row, tests))


def _warm(
    mutants: Sequence[Mutant], tests: Sequence[str], most: int
) -> Iterator[tuple[Mutant, int]]:
    """Yield what became of changes of functions, from a process that read everything."""
    if not mutants:
        return
    by_name = {row.name: row for row in mutants}
    read, write = os.pipe()
    process = os.fork()
    if not process:
        os.close(read)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        with os.fdopen(write, "w") as told:
            pytest.main([*OPTIONS, *tests], plugins=[Warm(mutants, told, most)])
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as lines:
        for line in lines:
            status, name = line.rstrip("\n").split(" ", 1)
            yield by_name.pop(name), int(status)
    os.waitpid(process, 0)
    if by_name:
        raise SystemExit("The run was broken off.")


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
