"""The paragraphs of a text that somebody gave us: what blank lines are between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_END = "\f"
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def without_page_ends(text: str) -> str:
    """Return ``text`` as it is shown, place by place: a page ends with empty lines.

    A term goes over the end of a page and over no empty line, so terms are looked for
    before.
    """
    return text.replace(PAGE_END, "\n")


def paragraph_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph begins and ends; lines inside it stay."""
    start = 0
    ends = [found.span() for found in _BLANK_LINES.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        if text[start:end].strip():
            yield start, end
        start = following
