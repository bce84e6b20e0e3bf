"""Abbreviations that a reader is left alone with.

An abbreviation in a text of ours is a term of the glossary, stands in quotation
marks as a word that is being talked about, or is in ``data/abbreviations.yaml``
with the reason why everybody knows it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from glossary.plain_language.findings import Code, Severity
from glossary.plain_language.spans import Span
from glossary.plain_language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.context import Context
    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage

_WORD = re.compile(r"(?<![\w@./])[^\W_]+")


def check_abbreviations(passage: Passage, context: Context) -> Iterator[Finding]:
    """Yield the abbreviations that are neither explained nor known to all."""
    if passage.part == "term":
        return
    for span in find_abbreviations(passage.text):
        words = passage.text[span.start : span.end]
        if words in known_abbreviations() or context.is_own(words):
            continue
        term = context.covering(passage, span)
        if term is None:
            if not passage.is_quoted(span):
                yield _unexplained(passage, span)
        elif context.misses_link(term):
            yield _unlinked(passage, span, term.candidates[0])


def find_abbreviations(text: str) -> Iterator[Span]:
    """Yield the abbreviations in ``text``: DfE, CHTh, ADR149, TOEX."""
    for found in _WORD.finditer(text):
        word = found[0]
        capitals = sum(map(str.isupper, word))
        if capitals > 1 or (capitals and word[0].isupper() and word[-1].isdigit()):
            yield Span(*found.span())


@lru_cache
def known_abbreviations() -> frozenset[str]:
    """Return the abbreviations that need no entry."""
    return frozenset(
        text for row in read_table("abbreviations") for text in row["abbreviations"]
    )


def _unexplained(passage: Passage, span: Span) -> Finding:
    return passage.finding(Severity.ERROR, Code.UNEXPLAINED_ABBREVIATION, span)


def _unlinked(passage: Passage, span: Span, entry: str) -> Finding:
    return passage.finding(Severity.NOTE, Code.UNLINKED_ABBREVIATION, span, entry=entry)
