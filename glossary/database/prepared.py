"""Questions to the database whose SQL is written once.

To write the SQL of a small question takes Django ten times as long as the database
takes to answer it. What is asked for every answer that nobody holds is written when it
is first asked, by Django as ever, and then only asked again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from django.db.models import QuerySet

_PLACE = "\ue001"  # where the value belongs: a text that no value is


class _Written(NamedTuple):
    """A question as the database gets it, and what to do with its columns."""

    sql: str
    values: Sequence[Any]
    converted: Callable[[Iterable[Sequence[Any]]], Iterable[Sequence[Any]]]


class Prepared:
    """A question about one text value, which gives rows of columns."""

    def __init__(self, ask: Callable[[str], QuerySet[Any, Any]]) -> None:
        """Let ``ask`` say the question: the ``values_list`` of a queryset."""
        self._ask = ask
        self._written: dict[str, _Written] = {}

    def rows(self, value: str) -> list[tuple[Any, ...]]:
        """Return the rows for a value."""
        written = self._written.get(connection.vendor) or self._write()
        values = [value if one == _PLACE else one for one in written.values]
        with connection.cursor() as cursor:
            cursor.execute(written.sql, values)
            rows = cursor.fetchall()
        return [tuple(row) for row in written.converted(rows)]

    def _write(self) -> _Written:
        compiler = self._ask(_PLACE).query.get_compiler(connection=connection)
        sql, values = compiler.as_sql()
        converters = compiler.get_converters([one for one, *_ in compiler.select])

        def converted(rows: Iterable[Sequence[Any]]) -> Iterable[Sequence[Any]]:
            return compiler.apply_converters(rows, converters) if converters else rows

        written = _Written(sql, values, converted)
        self._written[connection.vendor] = written
        return written
