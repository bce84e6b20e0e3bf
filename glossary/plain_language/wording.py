"""Rows of wording: what a text should not say, and what it can say instead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from glossary.plain_language.findings import Code, Severity
from glossary.plain_language.spans import Span
from glossary.plain_language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage
    from glossary.plain_language.sentences import Texts

TABLES = ("harmful_wording", "idiom", "jargon", "negatives", "voice")
"""The tables that are for everybody's texts."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One row of a data file.

    ``pattern`` is a regular expression for whole words, whatever their capitals,
    with ``'`` for every apostrophe. ``examples`` are texts in which it must be
    found, ``allowed`` texts in which it must not: the tests read them.
    ``why`` and ``preferred`` are for the writer, in the writer's language.
    ``status`` says how well the row is founded: ``seen`` and ``flagged`` in its
    source, ``recalled`` (not looked up again), ``proposed`` (our own wording).
    """

    language: str
    pattern: str
    severity: Severity
    why: Texts
    preferred: Texts
    examples: list[str]
    code: str = ""
    allowed: list[str] = field(default_factory=list)
    source: str = ""
    status: str = ""

    def find(self, text: str) -> Iterator[Span]:
        """Yield the places in ``text`` where this wording is used."""
        for found in _compiled(self.pattern).finditer(text):
            yield Span(*found.span())

    def finding(self, passage: Passage, span: Span, code: Code) -> Finding:
        """Return the finding that the words at ``span`` make."""
        return passage.finding(
            Severity(self.severity),
            Code(self.code or code),
            span,
            why=self.why,
            preferred=self.preferred,
        )


@lru_cache
def read_wordings(table: str, lang: str) -> tuple[Wording, ...]:
    """Return the rows of ``table`` for the language ``lang``."""
    return tuple(Wording(**row) for row in read_table(table) if row["language"] == lang)


def count_wordings(lang: str) -> int:
    """Return how many rows are looked for in anybody's texts in ``lang``."""
    return sum(len(read_wordings(table, lang)) for table in TABLES)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
