"""What this process knows of the public glossary, kept as new as the database.

The newest sequence is looked at a few times a second at most. When it has
moved, what has changed is put in front of the search index; only when that is
much, the index is made anew. Everything that is derived from content is keyed by
the version.
"""

from __future__ import annotations

from glossary.reading.indexes import remove_kept_index
from glossary.reading.shelves import Shelf, forget, shelf
from glossary.reading.versions import version, version_at_hand, watch

__all__ = [
    "Shelf",
    "forget",
    "remove_kept_index",
    "shelf",
    "version",
    "version_at_hand",
    "watch",
]
