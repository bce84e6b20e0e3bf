"""Which language a text is likely in."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from glossary.plain_language.spans import unify_signs, word_spans
from glossary.plain_language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENOUGH = 20_000  # characters tell


def likely_language(text: str, langs: Sequence[str]) -> str:
    """Return the one of ``langs`` whose common words ``text`` has most of.

    Where it has none, or as many of several, that is the first of them.
    """
    words = unify_signs(text[:_ENOUGH]).lower()
    counts = Counter(words[start:end] for start, end in word_spans(words))
    return max(langs, key=lambda lang: sum(counts[word] for word in common_words(lang)))


@lru_cache
def common_words(lang: str) -> tuple[str, ...]:
    """Return the words that give ``lang`` away; none where we have no list."""
    rows = read_table("common_words")
    return tuple(
        word for row in rows if row["language"] == lang for word in row["words"]
    )
