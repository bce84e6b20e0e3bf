"""The entries that short codes stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.models import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence


def ids_of(codes: Sequence[str]) -> list[str]:
    """Return the ids of the entries with these codes, in the order of the codes."""
    rows = Entry.objects.filter(short_code__in=codes)
    ids = dict(rows.values_list("short_code", "id"))
    return [ids[code] for code in codes if code in ids]
