"""What the database itself refuses: to change rows that are only added, or are public.

SQLite replaces a row (``INSERT OR REPLACE``) by deleting it, and asks the triggers only
where ``recursive_triggers`` is on: each connection says so (``explainer.databases``).
PostgreSQL empties a table (``TRUNCATE``) without looking at its rows, so a trigger for
the statement stands beside those for rows.

A later migration that makes such a table anew, as Django does on SQLite to change a
column, has to take this step again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

    Condition = Callable[[str], str]
    Step = Callable[[Apps, BaseDatabaseSchemaEditor], None]

_SQLITE = """
CREATE TRIGGER {table}_no_{what} BEFORE {what} ON {table} {unless}
BEGIN SELECT RAISE(ABORT, '{table}: rows are only added'); END
"""
_FUNCTION = """
CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN
IF TG_OP = 'UPDATE' THEN IF {but} THEN RETURN NEW; END IF; END IF;
RAISE restrict_violation USING MESSAGE = '{table}: rows are only added';
END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_no_{what} BEFORE {what} ON {table}
FOR EACH {each} EXECUTE FUNCTION {table}_is_append_only()
"""
_REFUSED = {"UPDATE": "ROW", "DELETE": "ROW", "TRUNCATE": "STATEMENT"}
"""What is refused, and whether it is for each row; SQLite has no ``TRUNCATE``."""


def _never(_: str) -> str:
    return "FALSE"


def append_only(table: str, but: Condition = _never) -> Step:
    """Return a step of a migration after which rows of ``table`` stay as they are.

    ``but`` says, for a kind of database, under which condition of ``OLD`` and ``NEW``
    one may change.
    """

    def step(_: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        vendor = editor.connection.vendor
        is_sqlite = vendor == "sqlite"
        if not is_sqlite:
            editor.execute(_FUNCTION.format(table=table, but=but(vendor)))
        for what, each in _REFUSED.items():
            if is_sqlite and each == "ROW":
                unless = f"WHEN NOT ({but(vendor)})" if what == "UPDATE" else ""
                editor.execute(_SQLITE.format(table=table, what=what, unless=unless))
            elif not is_sqlite:
                sql = _POSTGRESQL.format(table=table, what=what, each=each)
                editor.execute(sql)

    return step


_SAME = {
    "sqlite": "OLD.{name} IS NEW.{name}",
    "postgresql": "OLD.{name} IS NOT DISTINCT FROM NEW.{name}",
}
_BACK = {
    "sqlite": "OLD.{name} = replace(NEW.{name}, e.new_key, e.key)",
    "postgresql": """
to_jsonb(OLD.{name}) =
CAST(replace(CAST(to_jsonb(NEW.{name}) AS text), e.new_key, e.key) AS jsonb)
""",
}
_KEY_GOES = """
{same} AND EXISTS (
SELECT 1 FROM {erasures} e
WHERE e.erased_at IS NOT NULL AND e.new_key <> '' AND e.key <> e.new_key AND {back})
"""


def key_goes(erasures: str, *, keys: Sequence[str], others: Sequence[str]) -> Condition:
    """Return the condition that a row is the same but for a key that is erased.

    In the columns ``keys`` the new one stands where the old one stood: put back, they
    are as they were. That holds while an erasure is done and still has the old key, so
    in the transaction alone that does it.
    """

    def condition(vendor: str) -> str:
        return _KEY_GOES.format(
            erasures=erasures,
            same=" AND ".join(_SAME[vendor].format(name=name) for name in others),
            back=" AND ".join(_BACK[vendor].format(name=name) for name in keys),
        )

    return condition


_STAYS = "{table}: what was published stays as it is"
_IS_PUBLIC = "SELECT 1 FROM {publications} WHERE revision_id = OLD.id"
_FROZEN = {
    "sqlite": (
        """
CREATE TRIGGER {table}_stays BEFORE UPDATE OF {columns} ON {table}
WHEN ({otherwise}) AND EXISTS ({is_public}) AND NOT ({erased})
BEGIN SELECT RAISE(ABORT, '{stays}'); END
""",
        """
CREATE TRIGGER {table}_stays_here BEFORE DELETE ON {table}
WHEN EXISTS ({is_public})
BEGIN SELECT RAISE(ABORT, '{stays}'); END
""",
    ),
    "postgresql": (
        """
CREATE FUNCTION {table}_stays() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN
IF TG_OP = 'UPDATE' AND (NOT ({otherwise}) OR ({erased})) THEN RETURN NEW; END IF;
IF EXISTS ({is_public}) THEN
RAISE restrict_violation USING MESSAGE = '{stays}';
END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
END $$
""",
        """
CREATE TRIGGER {table}_stays BEFORE DELETE OR UPDATE OF {columns} ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_stays()
""",
    ),
}
_ERASED = """
NEW.document = 'null' AND NEW.salt = '' AND NEW.digest = OLD.digest
AND NEW.arrival = OLD.arrival AND EXISTS (
SELECT 1 FROM {erasures} WHERE kind = OLD.kind AND key = OLD.key
AND erased_at IS NOT NULL)
"""


def frozen_once_public(
    table: str, publications: str, erasures: str, columns: Sequence[str]
) -> Step:
    """Return a step after which what has a publication keeps these columns.

    Whoever publishes again reads such a row once more. It cannot be deleted either: to
    delete a row and put another one under its number would change it. One change alone
    is let through: to the text that says nothing, where the document has an erasure.
    """

    def step(_: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        named = {
            "table": table,
            "columns": ", ".join(columns),
            "otherwise": " OR ".join(f"OLD.{name} <> NEW.{name}" for name in columns),
            "is_public": _IS_PUBLIC.format(publications=publications),
            "erased": _ERASED.format(erasures=erasures),
            "stays": _STAYS.format(table=table),
        }
        for statement in _FROZEN[editor.connection.vendor]:
            editor.execute(statement.format(**named))

    return step
