"""What a database leaves in its files of rows that have changed, and how it goes.

SQLite overwrites what it deletes (``secure_delete``), but its log keeps former pages
until it is emptied. PostgreSQL keeps former rows until a table is written anew.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from enum import Enum, auto
from typing import TYPE_CHECKING

from django.db import ProgrammingError, connection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.utils import CursorWrapper

_TRIES = 10
_MOMENT = 300  # milliseconds
_PAUSE = 0.2  # seconds: a reader holds the log for a moment


def leave_no_traces() -> bool:
    """Empty the log of SQLite; tell whether nothing is left in the files.

    A reader who is in the middle of something holds it: then it is tried again, and
    after a while given up. For PostgreSQL ``write_anew`` does more, and locks tables.
    """
    if connection.vendor != "sqlite":
        return False
    with connection.cursor() as cursor, _hurried(cursor):
        for _ in range(_TRIES):
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (is_held, _in_log, _done) = cursor.fetchone()
            if not is_held:
                return True
            time.sleep(_PAUSE)
    return False


@contextmanager
def _hurried(cursor: CursorWrapper) -> Iterator[None]:
    """Let a statement wait for others no longer than a moment in this block."""
    cursor.execute("PRAGMA busy_timeout")
    (before,) = cursor.fetchone()
    cursor.execute(f"PRAGMA busy_timeout = {_MOMENT}")
    try:
        yield
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {before}")


class Left(Enum):
    """Why something is left in the files of the database."""

    HELD = auto()  # somebody may still see it
    IN_STATISTICS = auto()  # of PostgreSQL, which its owner alone may write anew
    IN_THE_LOG = auto()  # of PostgreSQL, which not everybody may end


def write_anew(tables: list[str]) -> Left | None:
    """Write tables anew, with nothing in their files but the rows that are there.

    Readers wait meanwhile. Return what keeps something there, if anything does: with
    PostgreSQL somebody who may end a segment of its log and write the rest to the disk
    has to say so.
    """
    if connection.vendor == "sqlite":
        return None if leave_no_traces() else Left.HELD
    with connection.cursor() as cursor:
        if not _others_have_ended(cursor):
            return Left.HELD
        for table in tables:
            name = connection.ops.quote_name(table)
            cursor.execute(f"VACUUM (FULL, ANALYZE) {name}")
        if not _others_have_ended(cursor):
            return Left.HELD
        if not _write_statistics_anew(cursor, tables):
            return Left.IN_STATISTICS
        try:
            cursor.execute("SELECT pg_switch_wal()")
            cursor.execute("CHECKPOINT")
        except ProgrammingError:  # not allowed
            return Left.IN_THE_LOG
    return None


_NOTED = "SELECT DISTINCT tablename FROM pg_stats WHERE tablename = ANY(%s)"
_FORGET = "DELETE FROM pg_catalog.pg_statistic WHERE starelid = %s::regclass"
_FILE = "SELECT pg_relation_filenode('pg_catalog.pg_statistic')"


def _write_statistics_anew(cursor: CursorWrapper, tables: list[str]) -> bool:
    """Let PostgreSQL forget which values columns had; tell whether it has.

    It notes down common ones to plan by (``ANALYZE``), keys and short texts too. Of a
    table that is empty now it keeps what it noted before: that a superuser removes. Who
    may not write a table anew gets a warning, and no error.
    """
    cursor.execute(_NOTED, [tables])
    noted = [table for (table,) in cursor.fetchall()]
    try:
        for table in noted:
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT 1 FROM {name} LIMIT 1")  # noqa: S608
            if cursor.fetchone() is None:
                cursor.execute(_FORGET, [name])
    except ProgrammingError:  # not allowed
        return False
    cursor.execute(_FILE)
    before = cursor.fetchone()
    cursor.execute("VACUUM (FULL) pg_catalog.pg_statistic")
    cursor.execute(_FILE)
    return bool(cursor.fetchone() != before)


_NEXT = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
_ENDED = """
SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= %s
AND NOT EXISTS (
SELECT 1 FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
AND backend_xmin::text::bigint < %s)
"""
"""Whether all have ended who began before: in any database, whoever writes; in this
one, whoever reads too. VACUUM leaves alone what they may still see."""
_PATIENCE = 10.0


def _others_have_ended(cursor: CursorWrapper) -> bool:
    """Wait for whoever began before now; tell whether all of them have ended."""
    cursor.execute(_NEXT)
    (mark,) = cursor.fetchone()
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        cursor.execute(_ENDED, [mark, mark])
        if cursor.fetchone()[0]:
            return True
        time.sleep(0.05)
    return False
