"""Where the words that were found stand in a text that a reader sees."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from glossary.search.keys import joined, name_words
from glossary.search.results import Match
from glossary.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from glossary.languages import Language
    from glossary.search.lookup import Found
    from glossary.search.query import Query, Reading

_START = "*"
_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_PART = re.compile(r"[^'\-]+")


def matched_words(query: Query, found: Found) -> tuple[str, ...]:
    """Return the folded words to highlight for what was found.

    Those that end in ``*`` are beginnings of words.
    """
    if found.match is Match.TEXT:
        words = _flat(query.with_lemmas())
    elif found.match is Match.TEXT_WORD_STARTS:
        words = _starts(_flat(query.as_written()))
    elif found.match is Match.NAME_WORDS:
        words = _flat(query.with_changes())
    elif found.match in {Match.NAME_START, Match.NAME_WORD_STARTS}:
        words = _starts({*query.keys} | _flat(query.with_changes()))
    else:
        words = {*name_words(found.label.text)}
    return tuple(sorted(words))


def highlight(
    text: str, words: Iterable[str], language: Language | None = None
) -> list[tuple[int, int]]:
    """Return where ``words`` stand in ``text``, as starts and ends in code points.

    ``words`` are those of a ``SearchHit``. With a language, a word with another
    beginning is found too (``blant`` for ``plant``).
    """
    wanted = frozenset(words)
    starts = tuple(word[:-1] for word in wanted if word.endswith(_START))

    def is_wanted(word: str) -> bool:
        forms = [word, *(language.radicals(word) if language else ())]
        return any(form in wanted or form.startswith(starts) for form in forms)

    folded, origins = _fold_with_origins(text)
    return [
        (origins[start], _end(text, origins[end - 1]))
        for start, end in _spans(folded, is_wanted)
    ]


def _spans(folded: str, is_wanted: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield where wanted words stand, or else the wanted parts of a word."""
    for word in _WORD.finditer(folded):
        if is_wanted(joined(word.group())):
            yield word.span()
            continue
        for part in _PART.finditer(folded, *word.span()):
            if is_wanted(part.group()):
                yield part.span()


def _fold_with_origins(text: str) -> tuple[str, list[int]]:
    """Return ``text`` folded, and for each of its characters where it was."""
    parts = [_folded(character) for character in text]
    origins = [at for at, part in enumerate(parts) for _ in part]
    return "".join(parts), origins


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """Return a character as ``fold`` leaves it within a text."""
    if " " in unicodedata.normalize("NFKC", character) or character.isspace():
        return " "
    return fold(character)


def _end(text: str, last: int) -> int:
    """Return the end of the letter at ``last``, the accents behind it included."""
    end = last + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _flat(readings: Iterable[Reading]) -> set[str]:
    return {one for reading in readings for word in reading.words for one in word}


def _starts(words: Iterable[str]) -> set[str]:
    return {word + _START for word in words}
