"""Which part of a long list a reader asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.http import Http404

from glossary.paging import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

T = TypeVar("T")

PAGE_SIZE = 75
"""As much as a phone can show, and nobody loses their way in."""


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
