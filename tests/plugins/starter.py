"""The starter glossary: published once in each process, put back for each module.

To read, check and publish all of it takes a second or more; to write its rows as they
were, a moment. What a module changes is rolled back, and the rows are kept as they
were before it began, so that no module can see what another one did.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from glossary.transfer import load_content, read_content
from tests.factories import OPERATOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_django import DjangoDbBlocker

    from glossary.transfer import Content

    Table = tuple[list[str], list[tuple[Any, ...]]]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def starter_content() -> Content:
    """The content folders that the project ships."""
    return read_content(ROOT / "fixtures", ROOT / "seeds")


@pytest.fixture(scope="session")
def starter_rows(starter_content: Content) -> KeptRows:
    """The rows that publishing the starter glossary writes, once it was published."""
    return KeptRows(lambda: load_content(content=starter_content, actor=OPERATOR))


@pytest.fixture(scope="module")
def starter_glossary(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    starter_content: Content,
    starter_rows: KeptRows,
) -> Iterator[Content]:
    """The starter glossary, public for all the tests of a module."""
    with django_db_blocker.unblock(), starter_rows.written():
        yield starter_content


class KeptRows:
    """What ``write`` adds to the tables: done once, and then put back as it was."""

    def __init__(self, write: Callable[[], object]) -> None:
        self._write = write
        self._kept: dict[str, Table] | None = None

    @contextmanager
    def written(self) -> Iterator[None]:
        """Have the rows in the tables until the block ends, and nothing of it after."""
        with transaction.atomic():
            if self._kept is None:
                before = all_rows()
                self._write()
                self._kept = _added(before, all_rows())
            else:
                _put_back(self._kept)
            yield
            transaction.set_rollback(True)


def all_rows() -> dict[str, Table]:
    """Return the columns and the rows of all tables, as the database has them."""
    found = {}
    with connection.cursor() as cursor:
        for name in connection.introspection.django_table_names(only_existing=True):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608
            found[name] = (
                [column[0] for column in cursor.description],
                cursor.fetchall(),
            )
    return found


def _added(before: dict[str, Table], after: dict[str, Table]) -> dict[str, Table]:
    """Return the tables that have more rows, with these; no other row may differ."""
    added = {}
    for name, (columns, rows) in after.items():
        there = before[name][1]
        more = [row for row in rows if row not in there]
        assert len(more) == len(rows) - len(there), f"{name}: a row was changed"
        if more:
            added[name] = columns, more
    return added


def _put_back(tables: dict[str, Table]) -> None:
    """Write the rows; what is added later gets numbers that come after theirs."""
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        for name, (columns, rows) in tables.items():
            names = ", ".join(map(quoted, columns))
            places = ", ".join(["%s"] * len(columns))
            sql = f"INSERT INTO {quoted(name)} ({names}) VALUES ({places})"  # noqa: S608
            cursor.executemany(sql, rows)
        for sql in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(sql)
