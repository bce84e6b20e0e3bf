"""Counts of words and sentences: what makes a text easy to read in any language.

Grade formulas are unreliable on short texts and have no Welsh calibration, so
words and sentences are counted and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.plain_language.findings import Severity
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
    words = sum(span.start <= word.start < span.end for word in passage.words)
    return _Count(span, words)


def _long_sentences(
    passage: Passage, counts: list[_Count], longest: int
) -> Iterator[Finding]:
    for count in counts:
        if count.words > longest:
            yield passage.finding(
                Severity.ERROR,
                "long-sentence",
                count.span,
                f"The sentence has {count.words} words; the most is {longest}.",
                "Make two sentences of it, one thought each.",
            )


def _not_short(passage: Passage, counts: list[_Count]) -> Iterator[Finding]:
    whole = Span(0, len(passage.text))
    words = sum(count.words for count in counts)
    if words > SHORT_WORDS:
        yield passage.finding(
            Severity.ERROR,
            "short-too-long",
            whole,
            f"The short version has {words} words; the most is {SHORT_WORDS}.",
            "Say what the thing is, and leave the rest to the explanation.",
        )
    if len(counts) > SHORT_SENTENCES:
        yield passage.finding(
            Severity.ERROR,
            "short-too-many-sentences",
            whole,
            f"The short version has {len(counts)} sentences;"
            f" the most is {SHORT_SENTENCES}.",
            "Say what the thing is, and leave the rest to the explanation.",
        )


def _long_on_average(passage: Passage, counts: list[_Count]) -> Iterator[Finding]:
    words = sum(count.words for count in counts)
    if counts and words > MEAN_SENTENCE * len(counts):
        is_explanation = passage.part == "explanation"
        yield passage.finding(
            Severity.ERROR if is_explanation else Severity.NOTE,
            "long-sentences-on-average",
            Span(0, len(passage.text)),
            f"Sentences have {words / len(counts):.1f} words on average;"
            f" {MEAN_SENTENCE} is the most for an explanation.",
            "Shorten the longest ones.",
        )
