"""The shelf: all that pages and API ask for again and again, at one version."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from django.db import connection

from glossary.document import (
    DocumentKind,
    HelplineDocument,
    SourceDocument,
    TopicDocument,
)
from glossary.public_form import read_shown
from glossary.reading.indexes import (
    followed,
    has_erased,
    is_outgrown,
    kept_index,
    whole_index,
)
from glossary.reading.rows import public_at
from glossary.reading.versions import forget_version, version

if TYPE_CHECKING:
    from glossary.document import DocumentT
    from glossary.search import Index

PlacedT = TypeVar("PlacedT", TopicDocument, HelplineDocument)

_SMALL = 2_000  # entries whose index is made anew while a request waits


class Shelf:
    """The public glossary at one sequence: index, topics, sources, helplines.

    ``texts`` are the ids of the sources whose text is shown. Shelves of one ``line``
    follow each on the one before, so that what is kept of one can follow too.
    """

    def __init__(
        self, sequence: int, whole: Index, before: Shelf | None = None
    ) -> None:
        """Read everything; ``whole`` is an index of this or of earlier content."""
        self.sequence = sequence
        follows = (
            before is not None
            and before.sequence <= sequence
            and not has_erased(before.sequence, sequence)
        )
        self.line: object = before.line if before and follows else object()
        self.whole = whole
        self.index = followed(whole, sequence)
        self.topics = self._placed(TopicDocument)
        self.sources = self._all(SourceDocument)
        self.helplines = self._placed(HelplineDocument)
        texts = public_at(sequence, DocumentKind.TEXT)
        self.texts = frozenset(texts.values_list("key", flat=True))

    def _all(self, shape: type[DocumentT]) -> dict[str, DocumentT]:
        """Return the documents of a shape by their keys, in the order of these."""
        rows = public_at(self.sequence, shape.document_kind).order_by("key")
        found = rows.values_list("key", "body")
        return {key: read_shown(shape, body) for key, body in found}

    def _placed(self, shape: type[PlacedT]) -> dict[str, PlacedT]:
        """Return the same in the order that they have among themselves."""
        found = self._all(shape).items()
        return dict(sorted(found, key=lambda row: row[1].position))


_shelf: Shelf | None = None
_lock = threading.Lock()
_renewing = threading.Lock()


def shelf() -> Shelf:
    """Return the public glossary as of now."""
    global _shelf  # noqa: PLW0603 (one for each process, replaced whole)
    wanted = version()
    if _shelf is None or _shelf.sequence != wanted:
        with _lock:
            if _shelf is None or _shelf.sequence != wanted:
                _shelf = Shelf(wanted, _whole(_shelf, wanted), _shelf)
    return _shelf


def forget() -> None:
    """Look at the database again at the next question."""
    global _shelf  # noqa: PLW0603 (as above)
    _shelf = None
    forget_version()


def _whole(before: Shelf | None, sequence: int) -> Index:
    """Return the index to go on with, made anew where there is none or it is old.

    So is one that holds what was erased. A large one that is old is made anew in a
    thread of its own: requests are answered meanwhile.
    """
    whole = before.whole if before else kept_index(sequence)
    if whole is None or whole.sequence > sequence:
        return whole_index(sequence)
    if has_erased(whole.sequence, sequence):
        return whole_index(sequence)
    if is_outgrown(whole, sequence):
        if whole.count() <= _SMALL:
            return whole_index(sequence)
        if _renewing.acquire(blocking=False):
            threading.Thread(target=_renew, args=[sequence], daemon=True).start()
    return whole


def _renew(sequence: int) -> None:
    global _shelf  # noqa: PLW0603 (as above)
    try:
        whole = whole_index(sequence)
        with _lock:
            _shelf = Shelf(version(), whole, _shelf)
    finally:
        _renewing.release()
        connection.close()
