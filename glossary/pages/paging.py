"""Which part of a long list a reader asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

from django.http import Http404

from glossary.paging import Part

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

T = TypeVar("T")

PAGE_SIZE = 75
"""As much as a phone can show, and nobody loses their way in."""


class Rows(Sequence[T]):
    """Rows of a table, of which only those are read that are asked for."""

    def __init__(self, rows: QuerySet[Any, T]) -> None:
        """Keep what would be asked."""
        self._rows = rows

    def __len__(self) -> int:
        """Return how many rows there are."""
        return self._rows.count()

    @overload
    def __getitem__(self, place: int, /) -> T: ...

    @overload
    def __getitem__(self, place: slice, /) -> Sequence[T]: ...

    def __getitem__(self, place: int | slice, /) -> T | Sequence[T]:
        """Return the rows that stand there."""
        if isinstance(place, slice):
            return list(self._rows[place])
        return self._rows[place]


def page_of(
    request: HttpRequest, rows: Sequence[T], *, size: int = PAGE_SIZE
) -> Part[T]:
    """Return the part of ``rows`` that the request asks for, the first by default.

    Raises ``Http404`` where there is no such part.
    """
    wanted = request.GET.get("page", "1")
    number = int(wanted[:9]) if wanted.isascii() and wanted.isdigit() else 0
    part = Part.numbered(rows, number, size)
    if part is None:
        raise Http404
    return part
