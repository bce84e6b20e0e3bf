"""Making an index, or finding the one that another process has made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from glossary import languages
from glossary.search.index import Index
from glossary.search.layers import Layer
from glossary.search.storage import find_in_file, keep_in_file, keep_in_memory
from glossary.search.writing import write_index

if TYPE_CHECKING:
    import os
    import sqlite3
    from collections.abc import Collection, Iterable

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
        return Index(Layer(keep_in_memory(write)))
    found = open_index(path, sequence=sequence, origin=origin)
    return found or Index(Layer(keep_in_file(Path(path), write)))


def change_index(
    whole: Index,
    entries: Iterable[IndexedEntry],
    sections: Iterable[IndexedSection],
    labels: Iterable[IndexedLabel],
    texts: Iterable[IndexedText],
    *,
    changed: Collection[str],
    sequence: int,
) -> Index:
    """Return ``whole`` as it is when some entries have changed since it was made.

    ``changed`` are the ids of all entries that are new, are another or are gone;
    the rows are what there is of them now. It answers as an index made anew does.
    The time that this takes depends on what has changed only.

    Raises ``ValueError`` where ``whole`` has changes in it already.
    """
    (base,) = whole.layers.layers

    def write(connection: sqlite3.Connection) -> None:
        write_index(
            connection,
            entries=entries,
            sections=sections,
            labels=labels,
            texts=texts,
            facts={"sequence": sequence, "origin": base.store.facts.origin},
            known=base.store.facts,
        )

    return Index(Layer(base.store, frozenset(changed)), Layer(keep_in_memory(write)))


def open_index(
    path: str | os.PathLike[str], *, sequence: int, origin: str = ""
) -> Index | None:
    """Return the index in the file at ``path`` if it is the one of ``sequence``.

    Raises ``IndexFileError`` where ``path`` holds something that is not an index.
    """
    found = find_index(path)
    same = found and (found.sequence, found.origin) == (sequence, origin)
    return found if same else None


def find_index(path: str | os.PathLike[str]) -> Index | None:
    """Return the index in the file at ``path``, of whatever sequence it is.

    Raises ``IndexFileError`` where ``path`` holds something that is not an index.
    """
    store = find_in_file(Path(path))
    if store is None:
        return None
    known = store.facts.languages[: len(languages.codes())] == languages.codes()
    return Index(Layer(store)) if known else None
