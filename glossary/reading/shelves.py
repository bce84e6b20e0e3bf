"""The shelf: all that pages and API ask for again and again, at one version."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from django.db import connection

from glossary.models import Helpline, Source, Topic
from glossary.reading.indexes import (
    followed,
    is_outgrown,
    kept_index,
    whole_index,
)
from glossary.reading.versions import forget_version, version

if TYPE_CHECKING:
    from glossary.reading.versions import Version
    from glossary.search import Index

_SMALL = 2_000  # entries whose index is made anew while a request waits


class Shelf:
    """The public glossary at one version: index, topics, sources, helplines."""

    def __init__(self, version: Version, whole: Index) -> None:
        """Read everything; ``whole`` is an index of this or of earlier content."""
        self.version = version
        self.whole = whole
        self.index = followed(whole, version.sequence)
        self.topics = {
            topic.id: {row.lang: row for row in topic.labels.all()}
            for topic in Topic.objects.prefetch_related("labels")
        }
        self.sources = Source.objects.in_bulk()
        self.helplines = list(Helpline.objects.prefetch_related("texts"))


_shelf: Shelf | None = None
_lock = threading.Lock()
_renewing = threading.Lock()


def shelf() -> Shelf:
    """Return the public glossary as of now."""
    global _shelf  # noqa: PLW0603 (one for each process, replaced whole)
    wanted = version()
    if _shelf is None or _shelf.version != wanted:
        with _lock:
            if _shelf is None or _shelf.version != wanted:
                _shelf = Shelf(wanted, _whole(_shelf, wanted.sequence))
    return _shelf


def forget() -> None:
    """Look at the database again at the next question."""
    global _shelf  # noqa: PLW0603 (as above)
    _shelf = None
    forget_version()


def _whole(before: Shelf | None, sequence: int) -> Index:
    """Return the index to go on with, made anew where there is none or it is old.

    A large one is made anew in a thread of its own: requests are answered meanwhile.
    """
    whole = before.whole if before else kept_index(sequence)
    if whole is None or whole.sequence > sequence:
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
            _shelf = Shelf(version(), whole)
    finally:
        _renewing.release()
        connection.close()
