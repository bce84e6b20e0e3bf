"""What kinds of documents there are, and how one is named."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class DocumentKind(StrEnum):
    """What a document is about. Stored, and never shown untranslated."""

    REVIEW = "review"
    SOURCE = "source"
    TOPIC = "topic"
    HELPLINE = "helpline"
    TEXT = "text"
    ENTRY = "entry"


_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Name(NamedTuple):
    """The name of a document, which never changes: its kind, and a key within it."""

    kind: DocumentKind
    key: str

    def __str__(self) -> str:
        """Return how people write it: ``entry/grooming``."""
        return f"{self.kind}/{self.key}"

    @classmethod
    def parse(cls, text: str) -> Name:
        """Return the name that ``text`` writes; without a kind, that of an entry.

        Raises ``ValueError`` where there is no such kind.
        """
        kind, slash, key = text.partition("/")
        return cls(DocumentKind(kind), key) if slash else cls(DocumentKind.ENTRY, text)


_LONGEST = {
    DocumentKind.ENTRY: 80,
    DocumentKind.TOPIC: 60,
    DocumentKind.HELPLINE: 60,
}
_LONGEST_OF_OTHERS = 120


def is_key(name: Name) -> bool:
    """Tell whether a document can be called so: its key can stand in an address."""
    longest = _LONGEST.get(name.kind, _LONGEST_OF_OTHERS)
    return len(name.key) <= longest and bool(_KEY.fullmatch(name.key))
