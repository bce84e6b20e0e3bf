"""What stands beside the entries in a folder: sources, topics, helplines.

Each part tells what the folder has and what is here, in the same plain values, and
writes what a plan brings in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    from glossary.models import DocumentKind
    from glossary.transfer.content import Content
    from glossary.transfer.values import Values


class Part(Protocol):
    """One kind of documents beside the entries.

    ``is_ordered``: the order of its file is the order in which they are shown.
    """

    kind: DocumentKind
    is_ordered: bool

    def in_folder(self, content: Content) -> dict[str, Values] | None:
        """Return what the folder has; ``None`` where it says nothing of this kind."""

    def here(self) -> dict[str, Values]:
        """Return what is here, in its order."""

    def is_seen_earlier(self, file: Values, here: Values) -> bool:
        """Tell whether what is here was looked at on a later day than the file."""
        del file, here
        return False

    def write(self, content: Content, due: Collection[str]) -> None:
        """Bring in the documents of these ids, and put all into the file's order."""

    def used(self, keys: Collection[str]) -> set[str]:
        """Return which of these ids something needs."""

    def remove(self, keys: Collection[str]) -> None:
        """Remove the documents of these ids."""
