"""Spelling, by the dictionary of the passage's language and the project's words.

The project's words are in ``data/words.yaml``. Not looked at: addresses, figures,
abbreviations, and the glossary's terms where a text uses them (a term itself is
checked once, in its own entry). In quotation marks and in names of several words, a
word of any language will do.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from glossary.plain_language.abbreviations import find_abbreviations
from glossary.plain_language.dictionaries import find_dictionary
from glossary.plain_language.findings import Code, Severity
from glossary.plain_language.spans import Span, Spans
from glossary.plain_language.tables import read_table
from glossary.text import MARKS, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.plain_language.context import Context
    from glossary.plain_language.findings import Finding
    from glossary.plain_language.passages import Passage

_LETTERS = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"
_WORD = re.compile(
    rf"(?<![\w{MARKS}])(?!\w(?![\w{MARKS}'-])){_LETTERS}(?:['\-]{_LETTERS})*"
)
LONGEST_WORD = 100  # characters, clitics and hyphens included


def check_spelling(passage: Passage, context: Context) -> Iterator[Finding]:
    """Yield the words of ``passage`` that its language's dictionary lacks.

    Nothing is yielded where there is no dictionary: see ``can_check_spelling``.
    """
    if not can_check_spelling(passage.lang):
        return
    skipped = _skipped(passage, context)
    is_right = cache(partial(is_spelled, lang=passage.lang))  # forgotten afterwards
    for found in _WORD.finditer(passage.text):
        span, word = Span(*found.span()), normalise(found[0])
        if is_right(word) or skipped.cover(span):
            continue
        is_foreign = passage.is_quoted(span) or passage.names.cover(span)
        if not (is_foreign and _is_spelled_somewhere(word)):
            yield passage.finding(Severity.ERROR, Code.UNKNOWN_WORD, span)


def can_check_spelling(lang: str) -> bool:
    """Whether the dictionary of ``lang`` is installed."""
    return find_dictionary(lang) is not None


def is_spelled(word: str, lang: str) -> bool:
    """Whether ``word`` is right in ``lang``, clitics and hyphens taken apart."""
    dictionary = find_dictionary(lang)
    if dictionary is None:
        return True
    if len(word) > LONGEST_WORD:
        return False
    if dictionary.spell(word):
        return True
    base, _, clitic = word.rpartition("'")
    if base and (clitic in clitics(lang) or len(base) == 1):
        return is_spelled(base if clitic in clitics(lang) else clitic, lang)
    parts = word.split("-")
    return len(parts) > 1 and all(is_spelled(part, lang) for part in parts)


def _skipped(passage: Passage, context: Context) -> Spans:
    """Return the parts of ``passage`` whose spelling is no question here."""
    skipped = [*passage.addresses, *find_abbreviations(passage.text)]
    if passage.part != "term":
        terms = context.terms_in(passage)
        skipped += (Span(term.start, term.end) for term in terms)
    return Spans(skipped)


def _is_spelled_somewhere(word: str) -> bool:
    return any(is_spelled(word, row["language"]) for row in read_table("dictionaries"))


@lru_cache
def clitics(lang: str) -> frozenset[str]:
    """Return what an apostrophe may join to the end of a word of ``lang``."""
    rows = read_table("dictionaries")
    return frozenset(
        clitic for row in rows if row["language"] == lang for clitic in row["clitics"]
    )
