"""Where a document points: the rows from which questions across documents are answered.

Who cites this source, what is listed under that topic, whose text mentions this entry.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from glossary import markdown
from glossary.document.kinds import DocumentKind, Name, is_key
from glossary.document.reference import SourceText
from glossary.document.schema import LAYERS, EntryDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.document.schema import Document

MENTION = "mention"
LISTED = "listed-under"
RESTS = "rests-on"
TEXT = "text-of"
_LINK = re.compile(r"\bentry:([a-z0-9]+(?:-[a-z0-9]+)*)(?![\w-])")


class Pointer(NamedTuple):
    """That a document points to another one, and how."""

    relation: str
    other: Name


def grounds(document: Document) -> list[Pointer]:
    """Return what ``document`` cannot be public without: no text is read for it."""
    if isinstance(document, SourceText):
        return [Pointer(TEXT, Name(DocumentKind.SOURCE, document.source))]
    if isinstance(document, EntryDocument):
        sources = sorted(document.source_ids)
        return [Pointer(RESTS, Name(DocumentKind.SOURCE, one)) for one in sources]
    return []


def listings(document: Document) -> list[Pointer]:
    """Return what ``document`` is listed under: it may be public before that is."""
    topics = document.topics if isinstance(document, EntryDocument) else ()
    return [Pointer(LISTED, Name(DocumentKind.TOPIC, topic)) for topic in topics]


def pointers(document: Document) -> list[Pointer]:
    """Return everything that ``document`` points to, each once, in its own order."""
    if isinstance(document, EntryDocument):
        return list(dict.fromkeys(_of_entry(document)))
    return grounds(document)


def _of_entry(document: EntryDocument) -> Iterator[Pointer]:
    for row in document.related:
        yield Pointer(row.relation, Name(DocumentKind.ENTRY, row.id))
    for section in document.languages.values():
        for layer in LAYERS:
            for other in markdown.mentioned_entries(getattr(section, layer) or ""):
                yield Pointer(MENTION, Name(DocumentKind.ENTRY, other))
    yield from grounds(document)
    yield from listings(document)


def possible_names(data: Any) -> Iterator[Name]:
    """Yield every document that JSON, a draft or words, could refer to.

    That is by a string that is a key of some kind, or in a link to an entry. A draft
    may be no document yet.
    """
    for text in _strings(data):
        names = (Name(kind, text) for kind in DocumentKind)
        yield from filter(is_key, names)
        for key in _LINK.findall(text):
            yield Name(DocumentKind.ENTRY, key)


def _strings(data: Any) -> Iterator[str]:
    """Yield the strings in what JSON has, but for the names of fields."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for row in data.values() if isinstance(data, dict) else data:
            yield from _strings(row)
