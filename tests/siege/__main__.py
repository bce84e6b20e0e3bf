"""Do the attacks and print the table."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.siege.attacks import ATTACKS
from tests.siege.databases import FAILURES, running_database
from tests.siege.places import running_site
from tests.siege.plugs import ENDS, PLUGS
from tests.siege.reader import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.siege.places import Site

LONG, SHORT = 20.0, 6.0
SLOWEST = 1000  # milliseconds for 99 of 100 answers
GROWTH = 100  # megabytes that may be left of an attack, what is held included


class Row(NamedTuple):
    """What the reader saw during an attack."""

    name: str
    asked: int
    failed: int
    p50: float
    p99: float
    before: int
    after: int
    note: str

    @property
    def is_good(self) -> bool:
        is_flat = self.after - self.before <= GROWTH
        return not self.failed and self.p99 < SLOWEST and is_flat


def main(arguments: Sequence[str]) -> int:
    """Return 0 where the site stood all of it."""
    seconds = SHORT if "--short" in arguments else LONG
    chosen = {one for one in arguments if not one.startswith("--")}
    _say(f"{'attack':40} asked failed  p50 ms  p99 ms  MB before, after")
    rows = []
    for row in _rows(chosen, seconds):
        rows.append(row)
        _say(_line(row))
    return 0 if all(row.is_good for row in rows) else 1


def besiege(site: Site, attack: Callable[[], str], name: str) -> Row:
    """Do one attack while a reader reads."""
    before = site.memory()
    with reading(site) as reader:
        note = attack()
    faults = sorted({f"{one.fault} for {one.path}" for one in reader.failed})
    return Row(
        name.replace("_", " "),
        len(reader.asked),
        len(reader.failed),
        reader.milliseconds(0.5),
        reader.milliseconds(0.99),
        before,
        site.memory(),
        ", ".join([note, *faults]),
    )


def _rows(chosen: set[str], seconds: float) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wanted = [
            one for one in (*ATTACKS, *PLUGS) if not chosen or one.__name__ in chosen
        ]
        if wanted:
            with running_site(folder) as site:
                for attack in wanted:
                    yield besiege(site, partial(attack, site, seconds), attack.__name__)
        failures = [one for one in FAILURES if not chosen or one.__name__ in chosen]
        if failures:
            with (
                running_database() as database,
                running_site(folder, DATABASE_URL=database.url) as site,
            ):
                for failure in failures:
                    attack = partial(failure, site, database, seconds)
                    yield besiege(site, attack, f"database:_{failure.__name__}")
        for ending in ENDS:
            if not chosen or ending.__name__ in chosen:
                note = ending(folder)
                yield Row(ending.__name__.replace("_", " "), 0, 0, 0, 0, 0, 0, note)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _line(row: Row) -> str:
    verdict = "" if row.is_good else "  FAILED"
    return (
        f"{row.name:40} {row.asked:5} {row.failed:6} {row.p50:7.0f} {row.p99:7.0f} "
        f"{row.before:10}, {row.after:5}  {row.note}{verdict}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
