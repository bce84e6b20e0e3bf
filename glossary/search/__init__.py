"""The search index: made from publications, the same whichever database is behind.

``build_index`` makes one from plain rows, in memory or in a file. An ``Index``
finds entries by name, by words, by letters typed so far, by letter of the
alphabet, and by everything else that a list is asked for.
"""

from __future__ import annotations

from glossary.search.build import (
    build_index,
    change_index,
    find_index,
    open_index,
)
from glossary.search.guesses import is_close
from glossary.search.highlights import highlight
from glossary.search.index import Index
from glossary.search.keys import families, joined, prepare_text
from glossary.search.long_lists import LongList
from glossary.search.results import (
    LabelMatch,
    ListedEntry,
    ListedSection,
    Position,
    SearchHit,
    SearchPage,
)
from glossary.search.rows import (
    IndexedEntry,
    IndexedLabel,
    IndexedSection,
    IndexedText,
)
from glossary.search.storage import IndexFileError

__all__ = [
    "Index",
    "IndexFileError",
    "IndexedEntry",
    "IndexedLabel",
    "IndexedSection",
    "IndexedText",
    "LabelMatch",
    "ListedEntry",
    "ListedSection",
    "LongList",
    "Position",
    "SearchHit",
    "SearchPage",
    "build_index",
    "change_index",
    "families",
    "find_index",
    "highlight",
    "is_close",
    "joined",
    "open_index",
    "prepare_text",
]
