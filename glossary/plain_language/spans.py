"""Pieces of a text: words, sentences, and what stands in quotation marks.

Positions are kept: every piece is ``text[start:end]`` of the text it is from.
Signs are unified one for one, so that nobody else needs to know how many kinds
of apostrophe there are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from glossary.plain_language.tables import read_table
from glossary.text import APOSTROPHES, HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SIGNS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(HYPHENS, "-")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
    | dict.fromkeys("\u00a0\u202f\u2007\u2009", " ")
)
_WORD = re.compile(r"[^\W_]+(?:(?:['\-./&]|(?<=\d),(?=\d))[^\W_]+)*")
_QUOTED = re.compile(
    r'"[^"\n]+"'
    # An apostrophe before a letter is inside a word, so it closes nothing.
    r"|(?<!\w)'(?=\S)(?:[^'\n]|'(?=\w))*(?<=\S)'(?!\w)"
)
_ADDRESS = re.compile(
    r"(?i)\S+(?:://|@)\S+|(?:[\w-]+\.)+(?:com|cymru|org|uk|wales)\b\S*"
)
# Possessive, and only from the first of a row: ten thousand dots are read once.
_SENTENCE_END = re.compile(
    r"(?<![.!?])[.!?]++[\"')\]]*+(?=\s++[\"'(\[]*+(?:[^\W_a-z]|\d))"
)


class Span(NamedTuple):
    """``text[start:end]`` of some text."""

    start: int
    end: int

    def is_inside(self, others: Iterable[Span]) -> bool:
        """Whether one of ``others`` covers all of this span."""
        return any(one.start <= self.start and self.end <= one.end for one in others)


def unify_signs(text: str) -> str:
    """Return ``text``, as long as before, with one kind of each sign."""
    return text.translate(_SIGNS)


def word_spans(text: str) -> list[Span]:
    """Return the words and figures of ``text``; ``mae'r`` and ``1,000`` are one."""
    return [Span(*found.span()) for found in _WORD.finditer(text)]


def quoted_spans(text: str) -> list[Span]:
    """Return what stands in quotation marks, the marks included."""
    return [Span(*found.span()) for found in _QUOTED.finditer(text)]


def name_spans(text: str) -> list[Span]:
    """Return the names of several words in ``text``, in any language.

    They are words with a capital, with little words between them: ``Working
    Together to Safeguard Children``.
    """
    return [Span(*found.span()) for found in _name_pattern().finditer(text)]


def address_spans(text: str) -> list[Span]:
    """Return the addresses of pages and mail boxes in ``text``."""
    return [Span(*found.span()) for found in _ADDRESS.finditer(text)]


def sentence_spans(text: str, lang: str) -> list[Span]:
    """Return the sentences of ``text``; a line that ends, ends a sentence."""
    found: list[Span] = []
    place = 0
    for line in text.split("\n"):
        found += (
            Span(place + start, place + end) for start, end in _in_line(line, lang)
        )
        place += len(line) + 1
    return found


def _in_line(line: str, lang: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _SENTENCE_END.finditer(line):
        word = max(start, line.rfind(" ", start, stop.start()) + 1)
        last = line[word : stop.start()].lstrip("(\"'")
        if f"{last}." not in _abbreviations(lang):
            yield start, stop.end()
            start = stop.end() + 1
    if line[start:].strip():
        yield start, len(line)


@lru_cache
def _name_pattern() -> re.Pattern[str]:
    rows = read_table("sentences")
    little = "|".join(word for row in rows for word in row["little_words"])
    word = r"[^\W\d_a-zà-ÿŵŷ][^\W\d_]*(?:['\-][^\W\d_]+)*"
    return re.compile(rf"(?<![\w'-]){word}(?:(?: (?:{little}))*,? {word})+")


@lru_cache
def _abbreviations(lang: str) -> frozenset[str]:
    """Return the abbreviations whose full stop ends no sentence."""
    rows = read_table("sentences")
    return frozenset(
        text for row in rows if row["language"] == lang for text in row["abbreviations"]
    )
