"""Copies what the public side reads from SQLite to PostgreSQL, and asks it there.

``python -m tests.postgresql python -m benchmarks.postgresql SQLITE_FILE MADE_UP``
prints what ``benchmarks.inside`` prints. Bodies of entries are left out: search reads
none.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from django.db.models import Model

_LEFT_OUT = {
    "body": "CASE kind WHEN 'entry' THEN '{}' ELSE body END",
    "document": "'{}'",
}


def main(file: str, made_up: int) -> None:
    """Copy the rows, ask the index that is made from them, and print the answers."""
    from django.core.management import call_command
    from django.db import transaction

    from benchmarks import inside
    from glossary.models import Dataset, Entry, Publication, Revision

    call_command("migrate", interactive=False, verbosity=0)
    with closing(sqlite3.connect(file)) as origin, transaction.atomic():
        for model in (Entry, Revision, Publication, Dataset):
            _copy(origin, model)
    inside.main(made_up)


def _copy(origin: sqlite3.Connection, model: type[Model]) -> None:
    """Copy a table; PostgreSQL reads the texts in which SQLite keeps its values."""
    from django.db import connection

    table = model._meta.db_table
    columns = [str(field.column) for field in model._meta.concrete_fields]
    names = ", ".join(f'"{column}"' for column in columns)
    wanted = ", ".join(_LEFT_OUT.get(column, f'"{column}"') for column in columns)
    rows = origin.execute(f'SELECT {wanted} FROM "{table}"')  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute("SET TIME ZONE 'UTC'")
        command = f'COPY "{table}" ({names}) FROM STDIN'
        with cursor.cursor.copy(command) as copy:
            for row in rows:
                copy.write_row(row)


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1], int(sys.argv[2]))
