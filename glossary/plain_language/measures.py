"""How hard a text of somebody else's is: words and sentences, no grade.

Grade formulas are unreliable on short texts and have no Welsh calibration.
``measures.js`` counts in the same way in the browser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from glossary.plain_language.counts import LONGEST_SENTENCE
from glossary.plain_language.guessing import common_words
from glossary.plain_language.spans import (
    Spans,
    join_lines,
    sentence_spans,
    unify_signs,
    word_spans,
)
from glossary.plain_language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_SHOWN = 5


class LongSentence(NamedTuple):
    """``text[start:end]`` is a sentence of so many ``words``."""

    start: int
    end: int
    words: int


class Measures(NamedTuple):
    """The counts of a text, and its longest sentences in the order of the text."""

    words: int
    sentences: int
    longest: tuple[LongSentence, ...]
    long: int
    """How many sentences are too long, shown or not."""

    @property
    def average(self) -> int:
        """How many words a sentence has on average, rounded half up."""
        return (2 * self.words + self.sentences) // max(1, 2 * self.sentences)


def measure(text: str, lang: str) -> Measures:
    """Count the words and sentences of ``text``, also over the ends of its lines."""
    unified = join_lines(unify_signs(text))
    words = Spans(word_spans(unified))
    counted = [
        LongSentence(*sentence, words.count_in(sentence))
        for sentence in sentence_spans(unified, lang)
    ]
    sentences = [row for row in counted if row.words]
    too_long = [row for row in sentences if row.words > LONGEST_SENTENCE]
    longest = sorted(too_long, key=lambda row: -row.words)[:MOST_SHOWN]
    return Measures(
        words=len(words),
        sentences=len(sentences),
        longest=tuple(sorted(longest)),
        long=len(too_long),
    )


def counting_rules(langs: Sequence[str]) -> dict[str, Any]:
    """Return what ``measures.js`` needs to know to count as ``measure`` does."""
    rows = read_table("sentences")
    abbreviations = {row["language"]: row["abbreviations"] for row in rows}
    return {
        "too_long": LONGEST_SENTENCE,
        "most_shown": MOST_SHOWN,
        "abbreviations": {lang: abbreviations.get(lang, []) for lang in langs},
        "common_words": {lang: list(common_words(lang)) for lang in langs},
    }
