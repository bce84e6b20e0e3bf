"""Tables to which rows are only added: the database itself refuses anything else.

A later migration that makes such a table anew, as Django does on SQLite to change a
column, has to take this step again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

    Step = Callable[[Apps, BaseDatabaseSchemaEditor], None]

_SQLITE = """
CREATE TRIGGER {table}_no_{what} BEFORE {what} ON {table}
BEGIN SELECT RAISE(ABORT, '{table}: rows are only added'); END
"""
_FUNCTION = """
CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE restrict_violation USING MESSAGE = '{table}: rows are only added';
END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_no_{what} BEFORE {what} ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only()
"""


def append_only(table: str) -> Step:
    """Return a step of a migration after which rows of ``table`` stay as they are."""

    def step(_: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        is_sqlite = editor.connection.vendor == "sqlite"
        if not is_sqlite:
            editor.execute(_FUNCTION.format(table=table))
        for what in ("UPDATE", "DELETE"):
            trigger = _SQLITE if is_sqlite else _POSTGRESQL
            editor.execute(trigger.format(table=table, what=what))

    return step
