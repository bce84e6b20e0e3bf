"""The search index of what is public: whole, kept in a file, followed by changes.

Following is owed to thousands of entries (``search.layers``), and so is the file, which
spares each further process the making. A few hundred entries are read in a moment.
"""

from __future__ import annotations

import ctypes
from pathlib import Path

from django.conf import settings

from glossary.document import DocumentKind
from glossary.models import Erasure, Publication
from glossary.reading.rows import index_tables, public_at
from glossary.search import Index, build_index, change_index, find_index

_FEW = 1000  # entries to be named in one question
_PART = 50  # an index is worth making anew when one entry in so many has changed


def whole_index(sequence: int) -> Index:
    """Return an index of all that is public at ``sequence``, made anew."""
    index = build_index(
        **index_tables(public_at(sequence)),
        sequence=sequence,
        path=_file(),
        origin=_origin(sequence),
    )
    _give_memory_back()
    return index


def kept_index(sequence: int) -> Index | None:
    """Return the index that this or another process has kept of earlier content."""
    path = _file()
    found = find_index(path) if path else None
    if found is None or found.sequence > sequence:
        return None
    return found if found.origin == _origin(found.sequence) else None


def followed(whole: Index, sequence: int) -> Index:
    """Return ``whole`` with everything in front of it that has changed since."""
    if whole.sequence == sequence:
        return whole
    changed = changed_since(whole, sequence)
    public = public_at(sequence)
    few = len(changed) <= _FEW
    rows = public.of(changed) if few else public.filter(sequence__gt=whole.sequence)
    return change_index(whole, **index_tables(rows), changed=changed, sequence=sequence)


def changed_since(whole: Index, sequence: int) -> set[str]:
    """Return the ids of what was published or withdrawn since ``whole`` was made.

    All kinds of documents are read: by their sequences they are few, while by its
    kind SQLite would look at every entry.
    """
    rows = Publication.objects.filter(
        sequence__gt=whole.sequence, sequence__lte=sequence
    )
    found = rows.order_by().values_list("kind", "key")
    return {key for kind, key in found if kind == DocumentKind.ENTRY}


def is_outgrown(whole: Index, sequence: int) -> bool:
    """Tell whether so much has changed that ``whole`` should be made anew."""
    return len(changed_since(whole, sequence)) * _PART > whole.count()


def has_erased(since: int, sequence: int) -> bool:
    """Tell whether words were erased, and keys maybe, after the sequence ``since``.

    What was made then is made anew, and not followed: nothing names an erased key.
    """
    rows = Erasure.objects.filter(sequence__gt=since, sequence__lte=sequence)
    return rows.exists()


def remove_kept_index() -> None:
    """Remove the file, if there is one: whoever needs an index makes it anew."""
    path = _file()
    if path:
        path.unlink(missing_ok=True)


def _file() -> Path | None:
    """Return where the index is kept, if it is; its folder is there then."""
    if not settings.SEARCH_INDEX_DIR:
        return None
    folder = Path(settings.SEARCH_INDEX_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "search.sqlite3"


def _origin(sequence: int) -> str:
    """Return what tells the content of this database from that of another one."""
    row = Publication.objects.filter(sequence=sequence).values_list("digest", flat=True)
    return row.first() or ""


def _give_memory_back() -> None:
    """Let the C library return what the making took: glibc keeps it otherwise."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
