"""The list of what was erased, beside the database: a backup brings texts back.

Each line names a document and its revisions by number and time, and nothing of their
texts. Of a key that was erased it has the one that took its place.
``manage.py erase again`` erases what is on it once more.
"""

from __future__ import annotations

import os
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import orjson
from django.conf import settings
from django.utils.translation import gettext as _

from glossary.closed_lists import ErasureReason
from glossary.document import DocumentKind, Name
from glossary.errors import StateError
from glossary.models import was_called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.models import Erasure, Revision

Mark = tuple[int, str]
"""The number of a revision within its document, and when it was begun."""


class Listed(NamedTuple):
    """What was erased of a document; ``former`` tells its key again, if that went."""

    name: Name
    reason: ErasureReason
    marks: frozenset[Mark]
    former: str = ""

    @staticmethod
    def mark(row: Revision) -> Mark:
        """Return by what a revision is known again."""
        return row.number, row.created_at.isoformat()

    def has(self, row: Revision) -> bool:
        """Tell whether a revision is one of those that were erased."""
        return self.mark(row) in self.marks

    def renamed(self, earlier: Listed) -> Listed:
        """Return what was listed earlier, by the new key if it is of this document."""
        if not was_called(self.former, earlier.name):
            return earlier
        return earlier._replace(name=self.name)

    @classmethod
    def of(cls, erasure: Erasure) -> Self:
        """Return what was erased then."""
        marks = frozenset((number, begun) for number, begun in erasure.gone)
        reason = ErasureReason(erasure.reason)
        return cls(erasure.name, reason, marks, erasure.former)

    @classmethod
    def parse(cls, line: str) -> Self:
        """Return what a line of the list says. Raises ``ValueError``."""
        try:
            data = orjson.loads(line)
            name = Name(DocumentKind(data["kind"]), str(data["key"]))
            marks = frozenset((int(one), str(at)) for one, at in data["revisions"])
            former = str(data.get("former", ""))
            return cls(name, ErasureReason(data["reason"]), marks, former)
        except (TypeError, KeyError) as error:
            raise ValueError(*error.args) from None

    def line(self) -> str:
        """Return the line of the list that says this."""
        data = {
            "kind": self.name.kind,
            "key": self.name.key,
            "reason": self.reason,
            "revisions": sorted(self.marks),
            **({"former": self.former} if self.former else {}),
        }
        return orjson.dumps(data).decode()


def write_down(erasure: Erasure) -> None:
    """Add an erasure to the list, safely on the disk before it is done.

    Where the key goes, what is on the list of the same document loses it, too. Raises
    ``StateError`` where that cannot be: a backup would bring the text back, and nobody
    know.
    """
    path, line = Path(settings.ERASED_LIST), Listed.of(erasure)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if line.former and path.exists():  # all of it, or nothing
            new = path.with_suffix(".new")
            new.unlink(missing_ok=True)
            _add(new, [*map(line.renamed, _on(path)), line])
            new.replace(path)
        else:
            _add(path, [line])
    except (OSError, ValueError) as error:
        detail = _("The list of what is erased cannot be written: %(path)s")
        raise StateError(detail % {"path": path}) from error


def _on(path: Path) -> list[Listed]:
    return read_list(path.read_text(encoding="utf-8").splitlines())


def _add(path: Path, lines: Iterable[Listed]) -> None:
    """Add lines to a file, all of them or nothing: half a line would spoil the next."""
    with path.open("ab", buffering=0) as file:
        size = file.tell()
        data = "".join(f"{line.line()}\n" for line in lines).encode()
        is_there = False
        try:
            written = file.write(data)
            os.fsync(file.fileno())
            is_there = written == len(data)
        finally:
            if not is_there:
                file.truncate(size)
    if not is_there:
        raise OSError(ENOSPC, os.strerror(ENOSPC))


def read_list(lines: Iterable[str]) -> list[Listed]:
    """Return what is on a list. Raises ``ValueError`` for a line that says nothing."""
    return [Listed.parse(line) for line in lines if line.strip()]
