"""Long lists go to the database in parts: a statement takes only so many values."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import Model, QuerySet

    M = TypeVar("M", bound=Model)

T = TypeVar("T")

BATCH = 500


def batches(values: Iterable[T]) -> Iterator[list[T]]:
    """Yield the values in their order, as many at a time as one statement takes."""
    rest = iter(values)
    while part := list(islice(rest, BATCH)):
        yield part


def rows_among(
    rows: QuerySet[M, T], field: str, values: Iterable[object]
) -> Iterator[T]:
    """Yield those of ``rows`` whose ``field`` is among ``values``."""
    for part in batches(values):
        yield from rows.filter(**{f"{field}__in": part})
