"""Where the words that were found stand in a text that a reader sees."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from glossary.closed_lists import MatchTier
from glossary.memory import briefly
from glossary.search.guesses import TOO_GENERAL, is_close
from glossary.search.keys import joined, name_words
from glossary.search.tongues import is_little
from glossary.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from glossary.languages import Language
    from glossary.search.lookup import Found
    from glossary.search.query import Query
from glossary.search.tongues import Reading

_ONLY_SOME = {MatchTier.NAME_WORDS, MatchTier.SOME_WORDS, MatchTier.CLOSE_WORDS}
_START = "*"
_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_PART = re.compile(r"[^'\-]+")


def matched_words(query: Query, found: Found) -> tuple[str, ...]:
    """Return the folded words to highlight for what was found, if they carry anything.

    Those that end in ``*`` are beginnings of words. Of a name that is not shown, only
    words of one that is too general are.
    """
    if found.label.written is not None:
        is_general = found.label.rank == TOO_GENERAL and not found.label.is_older
        words = _flat(query.as_written()) if is_general else set()
    elif found.match is MatchTier.TEXT:
        words = _flat(query.with_lemmas())
    elif found.match is MatchTier.TEXT_WORD_STARTS:
        words = _starts(_flat(query.as_written()))
    elif found.match in {MatchTier.NAME_START, MatchTier.NAME_WORD_STARTS}:
        words = _starts({*query.keys} | _flat(query.with_changes()))
    else:
        words = {*name_words(found.label.text)}
        if found.match in _ONLY_SOME:
            words = {word for word in words if _is_asked_for(query, found, word)}
    weighty = {word for word in words if not is_little(word)}
    return tuple(sorted(weighty or words))


def _is_asked_for(query: Query, found: Found, word: str) -> bool:
    """Say whether a word of the name that was found is one of the query's."""
    lang = found.label.lang
    asked = {
        one
        for reading in query.with_kin()
        if reading.lang == lang
        for forms in reading.words
        for one in forms
    }
    kin = (tongue.family(word) for tongue in query.tongues if tongue.number == lang)
    return (
        word in asked
        or any(one in asked for one in kin)
        or (
            found.match is MatchTier.CLOSE_WORDS
            and any(is_close(one, word) for one in asked)
        )
    )


def highlight(
    text: str, words: Collection[str], language: Language | None = None
) -> list[tuple[int, int]]:
    """Return where ``words`` stand in ``text``, as starts and ends in code points.

    ``words`` are those of a ``SearchHit``. With a language, a word with another
    beginning is found too (``blant`` for ``plant``).
    """
    wanted = _Wanted(words, language)
    folded, origins = _fold_with_origins(text)
    return [
        (origins[start], _end(text, origins[end - 1]))
        for word in _WORD.finditer(folded)
        for start, end in _spans(word, wanted)
    ]


class _Wanted:
    """The words to highlight, whole ones and beginnings."""

    def __init__(self, words: Collection[str], language: Language | None) -> None:
        self._words = frozenset(words)
        self._starts = tuple(word[:-1] for word in words if word.endswith(_START))
        self._language = language

    def has(self, word: str) -> bool:
        """Say whether a folded word is wanted as it is."""
        return not self._words.isdisjoint(self._forms(word))

    def has_start(self, word: str) -> bool:
        """Say whether a folded word begins as a wanted one does."""
        starts = self._starts
        return any(form.startswith(starts) for form in starts and self._forms(word))

    def _forms(self, word: str) -> tuple[str, ...]:
        return _forms(word, self._language)


@briefly(8192)
def _forms(word: str, language: Language | None) -> tuple[str, ...]:
    """Return a folded word, and what it may have been before its beginning changed.

    Kept, because the same words stand in text after text.
    """
    return (word, *(language.radicals(word) if language else ()))


def _spans(word: re.Match[str], wanted: _Wanted) -> list[tuple[int, int]]:
    """Return where a word is wanted: whole, or else parts, or else by its start."""
    whole = joined(word.group())
    if wanted.has(whole):
        return [word.span()]
    if whole == word.group():
        return [word.span()] * wanted.has_start(whole)
    parts = [
        part.span()
        for part in _PART.finditer(word.string, *word.span())
        if wanted.has(part.group()) or wanted.has_start(part.group())
    ]
    return parts or [word.span()] * wanted.has_start(whole)


def _fold_with_origins(text: str) -> tuple[str, list[int]]:
    """Return ``text`` folded, and for each of its characters where it was."""
    parts = [_folded(character) for character in text]
    origins = [at for at, part in enumerate(parts) for _ in part]
    return "".join(parts), origins


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """Return a character as ``fold`` leaves it within a text."""
    folded = fold(character)
    is_gap = " " in unicodedata.normalize("NFKC", character) or character.isspace()
    return " " if is_gap and not folded else folded


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
