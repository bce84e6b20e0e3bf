"""The rows that both rivals read, with everything fetched that they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.rivals.models import Entry

if TYPE_CHECKING:
    from django.db.models import QuerySet


def whole_entries() -> QuerySet[Entry]:
    """Return the entries with all that belongs to them, in few queries."""
    return Entry.objects.prefetch_related(
        "sections__terms__provenance_source",
        "citations__source",
        "relations__other",
        "relations_back__entry",
    )
