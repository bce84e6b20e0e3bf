"""Where words still are: in which column of which row, before and after erasing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.models import Address, Publication, Remark, Revision
from glossary.publishing.copies import TEXTS
from glossary.publishing.erasing_keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model


class Found(NamedTuple):
    """A row that has the words: what it is of, which one it is, and the column."""

    of: str
    which: str
    column: str


def find_words(words: str) -> Iterator[Found]:
    """Yield every row of the database that has these words, however they are written.

    They are looked for in small letters and capitals alike. A table is read from its
    beginning to its end: that takes a while.
    """
    wanted = words.casefold()
    for model in {**TEXTS, **KEYS}:
        columns = (*TEXTS.get(model, ()), *KEYS.get(model, ()))
        for row in model._default_manager.order_by("pk").iterator(chunk_size=200):
            for column in columns:
                if wanted in str(getattr(row, column)).casefold():
                    yield Found(*_named(row), column)


def _named(row: Model) -> tuple[str, str]:
    """Return the document that a row is of, and which of its rows it is."""
    what = str(row._meta.verbose_name)
    match row:
        case Revision():
            return str(row.name), f"{what} {row.number}"
        case Publication():
            return str(row.name), f"{what} {row.sequence}"
        case Remark():
            return str(row.revision.name), f"{what} on revision {row.revision.number}"
        case Address():
            return f"entry/{row.entry_id}", what
    return str(getattr(row, "name", "")), f"{what} {row.pk}"
