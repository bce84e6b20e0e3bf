"""Says which database a run is on, and leaves the other one's own tests to its run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Callable

VENDORS = ("sqlite", "postgresql")
ASKING = {"db", "transactional_db", "django_db_setup"}
"""What a test asks for that asks a database itself: without it none may."""


def pytest_configure(config: pytest.Config) -> None:
    """Register one marker for each database; let it be emptied between tests.

    Only here: no setting of the site takes the triggers away.
    """
    operations: Any = type(connection.ops)
    flushing = _flushing if connection.vendor == "sqlite" else _flushing_unasked
    operations.sql_flush = flushing(operations.sql_flush)
    for vendor in VENDORS:
        config.addinivalue_line("markers", f"{vendor}: what only {vendor} does")


def _flushing(flush: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """Return a flush that empties tables of which nobody may delete rows, too."""

    def sql_flush(operations: Any, *args: Any, **options: Any) -> list[str]:
        with operations.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger'")
            triggers = cursor.fetchall()
        drop = [f"DROP TRIGGER {name}" for name, _ in triggers]
        again = [sql for _, sql in triggers]
        return [*drop, *flush(operations, *args, **options), *again]

    return sql_flush


def _flushing_unasked(flush: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """Return the same for PostgreSQL: the triggers of these tables stand aside."""

    def sql_flush(
        operations: Any, style: Any, tables: Any, **options: Any
    ) -> list[str]:
        names = [operations.quote_name(table) for table in tables]
        off = [f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in names]
        on = [f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in names]
        return [*off, *flush(operations, style, tables, **options), *on]

    return sql_flush


def pytest_report_header() -> str:
    """Name the database at the top of the run."""
    return f"database: {connection.vendor}"


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out the tests of the other database: they run where they belong.

    What asks no database is the same on both, and runs once: with SQLite.
    """
    others = [vendor for vendor in VENDORS if vendor != connection.vendor]
    left = [
        item
        for item in items
        if any(map(item.get_closest_marker, others))
        or (connection.vendor != VENDORS[0] and not asks(item))
    ]
    config.hook.pytest_deselected(items=left)
    left_ids = {id(item) for item in left}
    items[:] = [item for item in items if id(item) not in left_ids]


def asks(item: pytest.Item) -> bool:
    """Tell whether a test asks a database; without these none may (pytest-django)."""
    names = set(getattr(item, "fixturenames", ()))
    return bool(
        names & ASKING or any(map(item.get_closest_marker, ("django_db", *VENDORS)))
    )
