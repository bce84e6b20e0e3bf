"""Entries that a draft names as related, and that are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from glossary.desk.writing.remarks import Remark, Weight
from glossary.document import DocumentKind
from glossary.models import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.review import Draft

_NOT_THERE = Remark(
    _("There is no entry with this id, public or in a draft. Readers are led nowhere."),
    Weight.LOOK,
)


def remarks_on_related(draft: Draft) -> Iterator[tuple[str, Remark]]:
    """Yield where an entry is named that nobody has begun."""
    named = dict(_named(draft))
    rows = Revision.objects.filter(kind=DocumentKind.ENTRY, key__in=named.values())
    known = set(rows.values_list("key", flat=True))
    yield from ((place, _NOT_THERE) for place, key in named.items() if key not in known)


def _named(draft: Draft) -> Iterator[tuple[str, str]]:
    rows: Any = draft.get("related")
    for at, row in enumerate(rows if isinstance(rows, list) else ()):
        key = row.get("id") if isinstance(row, dict) else None
        if isinstance(key, str) and key.strip():
            yield f"/related/{at}/id", key
