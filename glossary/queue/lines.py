"""Lists of what there is to do, of which only those lines are read that are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from django.db.models import QuerySet

if TYPE_CHECKING:
    import datetime as dt

    from glossary.document import Name
    from glossary.models import Remark
    from glossary.review import Asked


@dataclass(frozen=True)
class Line:
    """Something to do with a document. ``document`` is its text, as JSON.

    ``state`` is that of the revision, or of the language ``lang``; ``since`` is how
    long it has been so, or by when it is due. ``number`` names the revision.
    """

    name: Name
    document: str
    since: dt.date
    state: str
    number: int = 0
    lang: str = ""
    asked: Sequence[Asked] = ()
    remarks: Sequence[Remark] = ()


T = TypeVar("T")


class Lines(Sequence[T], Generic[T]):
    """Lines of a group: counted without being read, and read a page at a time."""

    def __init__(
        self,
        rows: QuerySet[Any, Any] | Sequence[Any],
        read: Callable[[Sequence[Any]], Sequence[T]],
    ) -> None:
        """Keep what would be asked, and how a row becomes a line."""
        self._rows = rows
        self._read = read

    def __len__(self) -> int:
        """Return how many there are."""
        rows = self._rows
        return rows.count() if isinstance(rows, QuerySet) else len(rows)

    @overload
    def __getitem__(self, place: int, /) -> T: ...

    @overload
    def __getitem__(self, place: slice, /) -> Sequence[T]: ...

    def __getitem__(self, place: int | slice, /) -> T | Sequence[T]:
        """Return the lines that stand there."""
        if isinstance(place, slice):
            return self._read(list(self._rows[place]))
        return self._read([self._rows[place]])[0]
