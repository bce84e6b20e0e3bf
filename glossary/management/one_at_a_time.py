"""Lets one process at a time make a database ready, however many start together.

The lock lasts as long as its process: nothing is left behind by one that is killed.
On PostgreSQL it is an advisory lock of a transaction that does nothing else; beside a
file of SQLite it is a lock on another file, since a new database can hold none.
"""

from __future__ import annotations

import fcntl
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from django.db import connection

from glossary.errors import StateError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Say = Callable[[str], object]

LONGEST_WAIT = 600  # seconds
_PAUSE = 0.1
_NUMBER = 0x506C61696E  # any number that nobody else takes: "Plain" in ASCII


@contextmanager
def one_at_a_time(say: Say) -> Iterator[None]:
    """Wait until no other process makes this database ready, then keep others waiting.

    Raises ``StateError`` where another one takes longer than ``LONGEST_WAIT``.
    """
    lock = _advisory_lock if connection.vendor == "postgresql" else _file_lock
    with lock(say):
        yield


@contextmanager
def _advisory_lock(say: Say) -> Iterator[None]:
    with closing(connection.copy()) as mine:
        mine.set_autocommit(False)  # a pool may hand out another one in between

        def take() -> bool:
            with mine.cursor() as cursor:
                cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_NUMBER])
                return bool(cursor.fetchone()[0])

        _wait(take, say)
        try:
            yield
        finally:
            mine.rollback()  # a connection that is closed keeps its lock for a moment


@contextmanager
def _file_lock(say: Say) -> Iterator[None]:
    path = Path(f"{connection.settings_dict['NAME']}.lock")
    with _opened(path) as file:

        def take() -> bool:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

        _wait(take, say)
        yield


def _opened(path: Path) -> IO[str]:
    try:
        return path.open("w")
    except OSError as error:
        reason = f"{path}: {error.strerror}"
        raise StateError(f"The database cannot be used: {reason}.") from None


def _wait(take: Callable[[], bool], say: Say) -> None:
    until = time.monotonic() + LONGEST_WAIT
    if not take():
        say("Another start is making the database ready: waiting for it")
        while not take():
            if time.monotonic() > until:
                raise StateError("Another start does not come to an end.")
            time.sleep(_PAUSE)
