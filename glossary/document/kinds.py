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
_LONGEST = 80


def is_key(key: str) -> bool:
    """Tell whether a new document may have this key: it can stand in an address."""
    return len(key) <= _LONGEST and bool(_KEY.fullmatch(key))


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
