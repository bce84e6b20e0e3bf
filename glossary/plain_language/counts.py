"""Counts of words and sentences: what makes a text easy to read in any language.

Grade formulas are unreliable on short texts and have no Welsh calibration, so
words and sentences are counted and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.plain_language.findings import Code, Severity
from glossary.plain_language.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage

LONGEST_SENTENCE = 25
MEAN_SENTENCE = 15
SHORT_WORDS = 40
SHORT_SENTENCES = 3
SHORT_LONGEST_SENTENCE = 20
_UNCOUNTED = frozenset({"term", "label"})


@dataclass(frozen=True, slots=True)
class _Count:
    """A sentence and the number of its words."""

    span: Span
    words: int


def check_counts(passage: Passage) -> Iterator[Finding]:
    """Yield sentences that are too long, and a short version that is not short."""
    if passage.part in _UNCOUNTED:
        return
    counts = [_count(passage, span) for span in passage.sentences]
    short = passage.part == "short"
    longest = SHORT_LONGEST_SENTENCE if short else LONGEST_SENTENCE
    yield from _long_sentences(passage, counts, longest)
    if short:
        yield from _not_short(passage, counts)
    else:
        yield from _long_on_average(passage, counts)


def _count(passage: Passage, span: Span) -> _Count:
    return _Count(span, passage.words.count_in(span))


def _long_sentences(
    passage: Passage, counts: list[_Count], longest: int
) -> Iterator[Finding]:
    for count in counts:
        if count.words > longest:
            yield passage.finding(
                Severity.ERROR,
                Code.LONG_SENTENCE,
                count.span,
                words=count.words,
                most=longest,
            )


def _not_short(passage: Passage, counts: list[_Count]) -> Iterator[Finding]:
    whole = Span(0, len(passage.text))
    words = sum(count.words for count in counts)
    if words > SHORT_WORDS:
        yield passage.finding(
            Severity.ERROR,
            Code.SHORT_TOO_LONG,
            whole,
            words=words,
            most=SHORT_WORDS,
        )
    if len(counts) > SHORT_SENTENCES:
        yield passage.finding(
            Severity.ERROR,
            Code.SHORT_TOO_MANY_SENTENCES,
            whole,
            sentences=len(counts),
            most=SHORT_SENTENCES,
        )


def _long_on_average(passage: Passage, counts: list[_Count]) -> Iterator[Finding]:
    words = sum(count.words for count in counts)
    if counts and words > MEAN_SENTENCE * len(counts):
        is_explanation = passage.part == "explanation"
        yield passage.finding(
            Severity.ERROR if is_explanation else Severity.NOTE,
            Code.LONG_ON_AVERAGE,
            Span(0, len(passage.text)),
            average=f"{words / len(counts):.1f}",
            most=MEAN_SENTENCE,
        )
