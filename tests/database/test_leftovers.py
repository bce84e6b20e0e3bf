"""What was deleted leaves the files, as soon as nobody reads in the middle of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.db import ProgrammingError, connection
from django.utils import timezone

from glossary.database import Left, leave_no_traces, leftovers, write_anew
from glossary.models import ApiKey

pytestmark = pytest.mark.django_db(transaction=True)
WORD = "qzvxleftoverxvzq"


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch):
    monkeypatch.setattr(leftovers, "_PAUSE", 0)
    monkeypatch.setattr(leftovers, "_MOMENT", 1)
    monkeypatch.setattr(leftovers, "_TRIES", 2)


@pytest.fixture
def gone(db):
    """A row that was there, and is not any more."""
    row = ApiKey.objects.create(name=WORD, digest="-", created_at=timezone.now())
    row.delete()


def files_with_it():
    path = Path(connection.settings_dict["NAME"])
    files = path.parent.glob(f"{path.name}*")
    return {one.name for one in files if WORD.encode() in one.read_bytes()}


@pytest.mark.sqlite
def test_the_log_has_it_until_it_is_emptied(gone):
    assert files_with_it()

    assert leave_no_traces()

    assert files_with_it() == set()


@pytest.mark.sqlite
def test_a_reader_in_the_middle_of_something_keeps_it_there(gone):
    path = connection.settings_dict["NAME"]
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM glossary_dataset").fetchall()
        ApiKey.objects.all().delete()

        assert not leave_no_traces()
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)
        assert write_anew(["glossary_apikey"]) == Left.HELD

    assert write_anew(["glossary_apikey"]) is None


@pytest.mark.postgresql
def test_tables_are_written_anew(gone):
    assert not leave_no_traces()
    # Other tests may write in the cluster meanwhile: it waits for them, and asks again.
    assert any(write_anew(["glossary_apikey"]) is None for _ in range(8))


@pytest.mark.postgresql
def test_who_has_been_writing_since_before_holds_it_up(monkeypatch):
    monkeypatch.setattr(leftovers, "_PATIENCE", 0.2)
    with psycopg.connect(**connection.get_connection_params()) as other:
        other.execute("SELECT pg_current_xact_id()")  # it has begun to write
        ApiKey.objects.create(name=WORD, digest="-", created_at=timezone.now())
        ApiKey.objects.all().delete()

        assert write_anew(["glossary_apikey"]) == Left.HELD


@pytest.mark.postgresql
def test_who_may_not_end_the_log_is_told(gone, monkeypatch):
    cursor = connection.cursor
    monkeypatch.setattr(connection, "cursor", lambda: _Refusing(cursor(), "wal"))

    outcomes = (write_anew(["glossary_apikey"]) for _ in range(8))
    assert any(one == Left.IN_THE_LOG for one in outcomes)


@pytest.mark.postgresql
@pytest.mark.parametrize("refused", ["DELETE FROM pg_", "VACUUM (FULL) pg_"])
def test_who_may_not_remove_what_is_noted_down_is_told(gone, monkeypatch, refused):
    for name in ("a", "b"):
        ApiKey.objects.create(name=name, digest=name, created_at=timezone.now())
    cursor = connection.cursor
    cursor().execute("ANALYZE glossary_apikey")
    ApiKey.objects.all().delete()
    monkeypatch.setattr(connection, "cursor", lambda: _Refusing(cursor(), refused))

    outcomes = (write_anew(["glossary_apikey"]) for _ in range(8))
    assert any(one == Left.IN_STATISTICS for one in outcomes)


class _Refusing:
    """A cursor of somebody who may not do one thing: told, or warned (``VACUUM``)."""

    def __init__(self, cursor, refused):
        self._cursor, self._refused = cursor, refused

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._cursor.close()

    def __getattr__(self, name):
        return getattr(self._cursor, name)

    def execute(self, sql, params=None):
        if self._refused not in sql:
            self._cursor.execute(sql, params)
        elif "VACUUM" not in sql:
            message = "permission denied"
            raise ProgrammingError(message)
