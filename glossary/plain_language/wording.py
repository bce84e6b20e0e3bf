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
_KIND = re.compile(r"<([A-Z_]{2,})>")
_BEFORE = 100
"""So many characters are looked at before some words."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One row of a data file.

    ``pattern`` is a regular expression for whole words, whatever their capitals,
    with ``'`` for every apostrophe; ``<SELF>`` in it stands for the words of that
    kind in ``data/kinds.yaml``. Where ``unless_after`` is right before it, it is
    something else. ``examples`` are texts in which it must be found, ``allowed``
    texts in which it must not: the tests read them.
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
    unless_after: str = ""
    allowed: list[str] = field(default_factory=list)
    source: str = ""
    status: str = ""

    def find(self, text: str) -> Iterator[Span]:
        """Yield the places in ``text`` where this wording is used."""
        for found in _compiled(self.pattern, self.language).finditer(text):
            if not self._is_something_else(text, found.start()):
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

    def _is_something_else(self, text: str, start: int) -> bool:
        """Whether what stands before ``start`` says that something else is meant."""
        if not self.unless_after:
            return False
        before = text[max(0, start - _BEFORE) : start]
        return bool(_ending(self.unless_after, self.language).search(before))


@lru_cache
def read_wordings(table: str, lang: str) -> tuple[Wording, ...]:
    """Return the rows of ``table`` for the language ``lang``."""
    return tuple(Wording(**row) for row in read_table(table) if row["language"] == lang)


def count_wordings(lang: str) -> int:
    """Return how many rows are looked for in anybody's texts in ``lang``."""
    return sum(len(read_wordings(table, lang)) for table in TABLES)


@cache
def _compiled(pattern: str, lang: str) -> re.Pattern[str]:
    words = _spelt_out(pattern, lang)
    return re.compile(rf"(?<!\w)(?=\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _ending(pattern: str, lang: str) -> re.Pattern[str]:
    words = _spelt_out(pattern, lang)
    return re.compile(rf"(?<!\w)(?:{words})\s*$", re.IGNORECASE)


def _spelt_out(pattern: str, lang: str) -> str:
    """Return ``pattern`` with the words of every kind that it names."""
    kinds = _kinds(lang)
    return _KIND.sub(lambda name: kinds[name[1]], pattern)


@cache
def _kinds(lang: str) -> dict[str, str]:
    """Return the words of each kind; a kind may name those above it."""
    kinds: dict[str, str] = {}
    for row in read_table("kinds"):
        if row["language"] == lang:
            words = _KIND.sub(lambda name: kinds[name[1]], row["pattern"])
            kinds[row["kind"]] = f"(?:{words})"
    return kinds
