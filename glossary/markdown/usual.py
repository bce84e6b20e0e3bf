"""Reads what nearly all of our texts are: paragraphs of one line, lists, links to us.

A reader of all Markdown takes ten times as long for it, and that was half of what
making an entry's public form took. Where there is anything else in a text, this reads
nothing of it, and the other reader does; where not, both find the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import escapeHtml

from glossary.markdown.pieces import (
    CLOSED,
    ENTRY,
    LANG,
    OPENED,
    TEXT,
    Parsed,
    Part,
    Piece,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNUSUAL = re.compile(r"[\\*_\t\r\0]")
_WORDS = re.compile(r"(?![-+]|\d+[.)])\S(?:.*\S)?")
_LINK = re.compile(
    rf"\[([^\[\]]+)\]\(({ENTRY}[a-z0-9-]+|{LANG}[a-z]{{2,3}}(?:-[a-zA-Z0-9]+)*)\)"
)
_CLOSED = Piece(CLOSED, "", "")
_PARAGRAPH, _ITEM = "paragraph", "item"
_BETWEEN = {
    ("", _PARAGRAPH): "<p>",
    ("", _ITEM): "<ul>\n<li>",
    (_PARAGRAPH, ""): "</p>\n",
    (_PARAGRAPH, _PARAGRAPH): "</p>\n<p>",
    (_PARAGRAPH, _ITEM): "</p>\n<ul>\n<li>",
    (_ITEM, ""): "</li>\n</ul>\n",
    (_ITEM, _PARAGRAPH): "</li>\n</ul>\n<p>",
    (_ITEM, _ITEM): "</li>\n<li>",
}
"""The HTML between two blocks, by what they are; "" stands for the ends of a text."""


def read_usual(text: str) -> Parsed | None:
    """Return ``text`` as it was read, or nothing where it is not so plain."""
    if _UNUSUAL.search(text):
        return None
    parts: list[Part] = []
    before, is_apart = "", True
    for line in text.split("\n"):
        if not line:
            is_apart = True
            continue
        kind = _ITEM if line.startswith("- ") else _PARAGRAPH
        pieces = _pieces(line.removeprefix("- "))
        if not pieces or not _begins(kind, before, is_apart=is_apart):
            return None
        parts.append(Part(_BETWEEN[before, kind], pieces, kind == _ITEM))
        before, is_apart = kind, False
    return Parsed(tuple(parts), _BETWEEN[before, ""] if before else "")


def _begins(kind: str, before: str, *, is_apart: bool) -> bool:
    """Tell whether a line is a block of its own: lines together are one paragraph.

    Items apart from each other have paragraphs in them.
    """
    return not (is_apart and before == _ITEM) if kind == _ITEM else is_apart


def _pieces(line: str) -> tuple[Piece, ...]:
    """Return the words and links of a line, or nothing where it has other marks."""
    if not _WORDS.fullmatch(line):
        return ()
    words, *rest = _LINK.split(line)
    found = [*_text(words)]
    for inside, target, behind in zip(*[iter(rest)] * 3, strict=True):
        found += (Piece(OPENED, target, ""), *_text(inside), _CLOSED, *_text(behind))
        words += behind
    return () if "[" in words or "]" in words else tuple(found)


def _text(words: str) -> Iterator[Piece]:
    if words:
        yield Piece(TEXT, words, escapeHtml(words))
