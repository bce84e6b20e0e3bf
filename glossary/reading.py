"""What this process knows of the public glossary, kept as new as the database.

The newest sequence is looked at a few times a second at most. When it has
moved, the search index is brought up to it; everything that is derived from
content is keyed by the version.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import orjson
from django.conf import settings
from django.db import DatabaseError, close_old_connections

from glossary.models import Dataset, Publication, Source, Topic
from glossary.search import (
    Index,
    IndexedEntry,
    IndexedLabel,
    IndexedSection,
    IndexedText,
    build_index,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


class Version(NamedTuple):
    """What public content is at: publications, and what they do not hold."""

    sequence: int
    reference: int


class Shelf:
    """The public glossary at one version: its index, topics and sources."""

    def __init__(self, version: Version) -> None:
        """Read everything that the pages and the API ask for again and again."""
        self.version = version
        self.index = _build(version)
        self.topics = {
            topic.id: {row.lang: row for row in topic.labels.all()}
            for topic in Topic.objects.prefetch_related("labels")
        }
        self.sources = Source.objects.in_bulk()


class _Clock:
    """Remembers the version for a moment, so that requests need no query."""

    def __init__(self) -> None:
        self.version: Version | None = None
        self.checked_at = 0.0
        self.lock = threading.Lock()

    def now(self) -> Version:
        """Return the version, at most ``SEQUENCE_CHECK_SECONDS`` old.

        While the database cannot be asked, the last known version stays.
        """
        known = self.version
        due = time.monotonic() - self.checked_at > settings.SEQUENCE_CHECK_SECONDS
        if known is not None and not due:
            return known
        if known is not None and not self.lock.acquire(blocking=False):
            return known
        if known is None:
            self.lock.acquire()
        try:
            self.version = _read_version()
        except DatabaseError:
            if known is None:
                raise
            close_old_connections()
        finally:
            self.checked_at = time.monotonic()
            self.lock.release()
        return self.version or Version(0, 0)


_clock = _Clock()
_shelf: Shelf | None = None
_shelf_lock = threading.Lock()


def version() -> Version:
    """Return the version of the public content, at most a moment old."""
    return _clock.now()


def shelf() -> Shelf:
    """Return the public glossary as of now."""
    global _shelf  # noqa: PLW0603 (one for each process, replaced whole)
    wanted = version()
    if _shelf is None or _shelf.version != wanted:
        with _shelf_lock:
            if _shelf is None or _shelf.version != wanted:
                _shelf = Shelf(wanted)
    return _shelf


def forget() -> None:
    """Look at the database again at the next question."""
    global _shelf
    _clock.version, _shelf = None, None


def _read_version() -> Version:
    row = Dataset.objects.values_list("sequence", "reference").first()
    return Version(*row) if row else Version(0, 0)


def _build(at: Version) -> Index:
    rows = _Rows()
    for found in _published(at):
        rows.add(*found)
    folder = settings.SEARCH_INDEX_DIR
    return build_index(
        rows.entries,
        rows.sections,
        rows.labels,
        rows.texts,
        sequence=at.sequence,
        path=Path(folder) / "search.sqlite3" if folder else None,
    )


def _published(at: Version) -> Iterator[tuple[str, int, str, str]]:
    """Yield entry, sequence, time and index rows of what is public at ``at``."""
    found = Publication.objects.readable().filter(sequence__lte=at.sequence)
    values = found.values_list("entry_id", "sequence", "published_at", "index")
    for entry_id, sequence, published_at, index in values.iterator(chunk_size=500):
        yield entry_id, sequence, published_at.isoformat(), index


class _Rows:
    """Collects the rows of the search index from publications."""

    def __init__(self) -> None:
        self.entries: list[IndexedEntry] = []
        self.sections: list[IndexedSection] = []
        self.labels: list[IndexedLabel] = []
        self.texts: list[IndexedText] = []

    def add(self, entry_id: str, sequence: int, published_at: str, index: str) -> None:
        """Take in the rows of one publication."""
        rows = orjson.loads(index)
        self.entries.append(
            IndexedEntry(
                id=entry_id,
                kind=rows["kind"],
                topics=tuple(rows["topics"]),
                sources=tuple(rows["sources"]),
                sequence=sequence,
                published_at=published_at,
                applies_in=tuple(rows["applies_in"]),
            )
        )
        self.sections += (IndexedSection(entry_id, *row) for row in rows["sections"])
        self.labels += (IndexedLabel(entry_id, *row[:-1]) for row in rows["labels"])
        self.texts += (IndexedText(entry_id, *row) for row in rows["texts"])
