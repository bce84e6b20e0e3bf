"""The entries that short codes stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.models import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence


def ids_of(codes: Sequence[str]) -> list[str]:
    """Return the ids of the entries with these codes, in the order of the codes.

    The code of what was merged into another entry stands for that one.
    """
    rows = Entry.objects.filter(short_code__in=codes)
    ids = {
        code: into or key
        for code, key, into in rows.values_list("short_code", "id", "merged_into")
    }
    return [ids[code] for code in codes if code in ids]
