"""What the tests of commands ask for."""

import os
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.db import connection

from tests.folder import Folder


@pytest.fixture
def folder(tmp_path):
    """A small content folder."""
    return Folder(tmp_path)


@pytest.fixture
def run(capsys):
    """Run a command and return what it said."""

    def run(*arguments, **options):
        capsys.readouterr()
        call_command(*arguments, **options)
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return run


@pytest.fixture
def fresh_database(tmp_path, db):
    """What names a database that holds nothing: a new one on the server, or a file."""
    if connection.vendor == "sqlite":
        yield {"DATABASE_URL": f"sqlite:///{tmp_path}/fresh.sqlite3"}
        return
    name = f"fresh_{os.getpid()}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    url = urlsplit(os.environ["DATABASE_URL"])
    try:
        yield {"DATABASE_URL": url._replace(path=f"/{name}").geturl()}
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name}")
