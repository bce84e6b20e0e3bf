"""Making an index, or finding the one that another process has made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from glossary import languages
from glossary.search.index import Index
from glossary.search.storage import find_in_file, keep_in_file, keep_in_memory
from glossary.search.writing import write_index

if TYPE_CHECKING:
    import os
    import sqlite3
    from collections.abc import Iterable

    from glossary.search.rows import (
        IndexedEntry,
        IndexedLabel,
        IndexedSection,
        IndexedText,
    )


def build_index(
    entries: Iterable[IndexedEntry],
    sections: Iterable[IndexedSection],
    labels: Iterable[IndexedLabel],
    texts: Iterable[IndexedText],
    *,
    sequence: int,
    path: str | os.PathLike[str] | None = None,
    origin: str = "",
) -> Index:
    """Return an index of these rows, in memory or in the file at ``path``.

    The same rows in any order give the same answers. They are asked for in the
    order of the arguments; iterators save memory, above all for ``texts``.

    A file that already holds the index of this ``sequence`` is used as it is,
    and then no row is asked for. ``origin`` names the installation or database
    where sequences of several could meet at one path.

    Raises ``IndexFileError`` where ``path`` holds something that is not an
    index, and ``KeyError`` where a row belongs to no entry.
    """

    def write(connection: sqlite3.Connection) -> None:
        write_index(
            connection,
            entries=entries,
            sections=sections,
            labels=labels,
            texts=texts,
            facts={"sequence": sequence, "origin": origin},
        )

    if path is None:
        return Index(keep_in_memory(write))
    found = open_index(path, sequence=sequence, origin=origin)
    return found or Index(keep_in_file(Path(path), write))


def open_index(
    path: str | os.PathLike[str], *, sequence: int, origin: str = ""
) -> Index | None:
    """Return the index in the file at ``path`` if it is the one of ``sequence``.

    Raises ``IndexFileError`` where ``path`` holds something that is not an index.
    """
    store = find_in_file(Path(path))
    if store is None:
        return None
    facts = store.facts
    known = facts.languages[: len(languages.codes())] == languages.codes()
    same = (facts.sequence, facts.origin) == (sequence, origin)
    return Index(store) if known and same else None
