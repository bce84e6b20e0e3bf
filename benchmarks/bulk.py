"""Rows as bare values, which another process can make, and their bulk insert."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

Rows: TypeAlias = "dict[type[Model], list[tuple[Any, ...]]]"


def bare(rows: Iterable[Model]) -> Rows:
    """Return the values of rows by their tables, in the order of these."""
    found: Rows = defaultdict(list)
    for row in rows:
        found[type(row)].append(_values(row))
    return dict(found)


def insert(rows: Rows) -> None:
    """Put rows into their tables."""
    with connection.cursor() as cursor:
        for model, values in rows.items():
            all_fields = _fields(model, with_id=True)
            has_id = len(values[0]) == len(all_fields)
            columns = [str(field.column) for field in _fields(model, with_id=has_id)]
            names = ", ".join(map(connection.ops.quote_name, columns))
            marks = ", ".join(["%s"] * len(columns))
            table = connection.ops.quote_name(model._meta.db_table)
            sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
            cursor.executemany(sql, values)


@cache
def _fields(model: type[Model], *, with_id: bool) -> list[Any]:
    """Return the columns to fill, without a number that the database is to give."""
    fields = model._meta.concrete_fields
    return [field for field in fields if with_id or not field.primary_key]


def _values(row: Model) -> tuple[Any, ...]:
    return tuple(
        value
        if isinstance(value := getattr(row, field.attname), str | int)
        else field.get_db_prep_save(value, connection)
        for field in _fields(type(row), with_id=row.pk is not None)
    )
