"""The list of what was erased, beside the database: a backup brings texts back.

Each line names a document and its revisions by number and time, and nothing of their
texts. ``manage.py erase again`` erases what is on it once more.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import orjson
from django.conf import settings
from django.utils.translation import gettext as _

from glossary.closed_lists import ErasureReason
from glossary.document import DocumentKind, Name
from glossary.errors import StateError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.models import Erasure, Revision

Mark = tuple[int, str]
"""The number of a revision within its document, and when it was begun."""


class Listed(NamedTuple):
    """What was erased of a document."""

    name: Name
    reason: ErasureReason
    marks: frozenset[Mark]

    @staticmethod
    def mark(row: Revision) -> Mark:
        """Return by what a revision is known again."""
        return row.number, row.created_at.isoformat()

    def has(self, row: Revision) -> bool:
        """Tell whether a revision is one of those that were erased."""
        return self.mark(row) in self.marks

    @classmethod
    def of(cls, erasure: Erasure) -> Self:
        """Return what was erased then."""
        marks = frozenset((number, begun) for number, begun in erasure.gone)
        return cls(erasure.name, ErasureReason(erasure.reason), marks)

    @classmethod
    def parse(cls, line: str) -> Self:
        """Return what a line of the list says. Raises ``ValueError``."""
        try:
            data = orjson.loads(line)
            name = Name(DocumentKind(data["kind"]), str(data["key"]))
            marks = frozenset((int(one), str(at)) for one, at in data["revisions"])
            return cls(name, ErasureReason(data["reason"]), marks)
        except (TypeError, KeyError) as error:
            raise ValueError(*error.args) from None

    def line(self) -> str:
        """Return the line of the list that says this."""
        data = {
            "kind": self.name.kind,
            "key": self.name.key,
            "reason": self.reason,
            "revisions": sorted(self.marks),
        }
        return orjson.dumps(data).decode()


def write_down(erasure: Erasure) -> None:
    """Add an erasure to the list, safely on the disk before it is done.

    Raises ``StateError`` where that cannot be: a backup would bring the text back, and
    nobody know.
    """
    path = Path(settings.ERASED_LIST)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{Listed.of(erasure).line()}\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        detail = _("The list of what is erased cannot be written: %(path)s")
        raise StateError(detail % {"path": path}) from error


def read_list(lines: Iterable[str]) -> list[Listed]:
    """Return what is on a list. Raises ``ValueError`` for a line that says nothing."""
    return [Listed.parse(line) for line in lines if line.strip()]
