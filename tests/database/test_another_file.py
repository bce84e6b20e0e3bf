"""A backup that takes the place of the database file is read from then on."""

from __future__ import annotations

import shutil
import sqlite3

import pytest
from django.db import connections

from glossary.database.sqlite.base import DatabaseWrapper

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "glossary.sqlite3"
    _write(path, "old")
    return path


@pytest.fixture
def connection(file):
    connection = DatabaseWrapper({**_SETTINGS, "NAME": str(file)})
    yield connection
    connection.close()


_SETTINGS = {
    "ATOMIC_REQUESTS": False,
    "AUTOCOMMIT": True,
    "CONN_HEALTH_CHECKS": True,
    "CONN_MAX_AGE": 600,
    "ENGINE": "glossary.database.sqlite",
    "OPTIONS": {},
    "TIME_ZONE": None,
}


def _write(path, word):
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE said (word TEXT)")
        database.execute("INSERT INTO said VALUES (?)", [word])
    database.close()


def _said(connection):
    """Read as the next request does, or the next look at the version."""
    connection.close_if_unusable_or_obsolete()
    with connection.cursor() as cursor:
        return cursor.execute("SELECT word FROM said").fetchone()[0]


def test_what_took_the_place_of_the_file_is_read(connection, file, tmp_path):
    assert _said(connection) == "old"
    _write(tmp_path / "backup", "new")
    shutil.move(tmp_path / "backup", file)

    assert _said(connection) == "new"


def test_while_there_is_no_file_the_one_that_was_is_read(connection, file):
    assert _said(connection) == "old"
    file.unlink()

    assert _said(connection) == "old"
    assert not file.exists()


def test_a_file_that_stays_stays_open(connection):
    assert _said(connection) == "old"
    opened = connection.connection

    assert _said(connection) == "old"
    assert connection.connection is opened


@pytest.mark.sqlite
def test_the_site_opens_its_database_so():
    assert isinstance(connections["default"], DatabaseWrapper)
