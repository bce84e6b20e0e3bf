"""Long lists in pages of a size that a phone can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from django.http import Http404

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

T = TypeVar("T")

PAGE_SIZE = 200


class Page(NamedTuple, Generic[T]):
    """Some rows of a list. ``previous`` and ``following`` are 0 where there is none."""

    rows: Sequence[T]
    number: int
    last: int
    previous: int
    following: int


def page_of(
    request: HttpRequest, rows: Sequence[T], *, size: int = PAGE_SIZE
) -> Page[T]:
    """Return the page of ``rows`` that the request asks for, the first by default.

    Raises ``Http404`` where there is no such page.
    """
    wanted = request.GET.get("page", "1")
    last = max(1, -(-len(rows) // size))
    if not (wanted.isascii() and wanted.isdigit() and 0 < int(wanted[:9]) <= last):
        raise Http404
    number = int(wanted)
    return Page(
        rows=rows[(number - 1) * size : number * size],
        number=number,
        last=last,
        previous=number - 1,
        following=number + 1 if number < last else 0,
    )
