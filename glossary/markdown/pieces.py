"""What a text in Markdown consists of, once it was read."""

from __future__ import annotations

from typing import NamedTuple

ENTRY, LANG = "entry:", "lang:"
"""What the targets begin with that lead to an entry, or name a language."""

TEXT, OPENED, CLOSED = "text", "link_open", "link_close"
"""The pieces that are more than a mark. A link has its target for its content."""
BREAKS = frozenset({"softbreak", "hardbreak"})


class Piece(NamedTuple):
    """Words, or a mark among them, and the HTML of it; links have none of their own."""

    kind: str
    content: str
    html: str


class Part(NamedTuple):
    """The words of one block, and the HTML that stands before them."""

    before: str
    pieces: tuple[Piece, ...]
    is_item: bool


class Parsed(NamedTuple):
    """A whole text: its blocks in order, and the HTML that stands behind the last."""

    parts: tuple[Part, ...]
    end: str
