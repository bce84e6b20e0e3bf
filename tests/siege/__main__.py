"""Do the attacks and print the table."""

from __future__ import annotations

import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.siege.attacks import ATTACKS
from tests.siege.bombs import BOMBS, begin
from tests.siege.databases import (
    FAILURES,
    running_database,
    three_first_starts_with_one_server,
)
from tests.siege.floods import FLOODS
from tests.siege.numbers import another_number
from tests.siege.places import running_site
from tests.siege.plugs import ENDS, KILLS, PLUGS
from tests.siege.rows import Row, besiege
from tests.siege.writers import three_first_starts, three_writers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STARTS = (three_first_starts, three_first_starts_with_one_server)
LONG, SHORT = 20.0, 6.0
_WARM = 15.0  # seconds until each worker has made its pages


def main(arguments: Sequence[str]) -> int:
    """Return 0 where the site stood all of it."""
    seconds = SHORT if "--short" in arguments else LONG
    chosen = {one for one in arguments if not one.startswith("--")}
    _say(f"{'attack':40} asked failed lost  p50 ms  p99 ms  MB before, after")
    rows = []
    for row in _rows(chosen, seconds):
        rows.append(row)
        _say(_line(row))
    return 0 if all(row.is_good() for row in rows) else 1


def _rows(chosen: set[str], seconds: float) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wanted = [
            one
            for one in (*ATTACKS, *BOMBS, three_writers, another_number, *PLUGS)
            if not chosen or one.__name__ in chosen
        ]
        if wanted:
            with running_site(folder) as site:
                time.sleep(_WARM)
                begin(site)
                for attack in wanted:
                    task = partial(attack, site, seconds)
                    kills = KILLS.get(attack.__name__, 0)
                    yield besiege(site, task, attack.__name__, kills=kills)
        failures = [one for one in FAILURES if not chosen or one.__name__ in chosen]
        if failures:
            with (
                running_database() as database,
                running_site(folder, DATABASE_URL=database.url) as site,
            ):
                time.sleep(_WARM)
                for failure in failures:
                    attack = partial(failure, site, database, seconds)
                    yield besiege(site, attack, f"database:_{failure.__name__}")
        for ending in (*ENDS, *STARTS, *FLOODS):
            if not chosen or ending.__name__ in chosen:
                note = ending(folder)
                yield Row(ending.__name__.replace("_", " "), 0, 0, 0, 0, 0, 0, 0, note)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _line(row: Row) -> str:
    verdict = "" if row.is_good() else "  FAILED"
    return (
        f"{row.name:40} {row.asked:5} {row.failed:6} {row.lost:4} {row.p50:7.0f} {row.p99:7.0f} "
        f"{row.before:10}, {row.after:5}  {row.note}{verdict}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
