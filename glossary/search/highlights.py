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
from glossary.text import MARKS, PLAIN, WHOLE_WORD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from glossary.languages import Language
    from glossary.search.lookup import Found
    from glossary.search.query import Query
    from glossary.search.tongues import Reading
    from glossary.text import Folding

_ONLY_SOME = {MatchTier.NAME_WORDS, MatchTier.SOME_WORDS, MatchTier.CLOSE_WORDS}
_START = "*"
_LETTER = re.compile(rf".[{MARKS}]*", re.DOTALL)
_PART = re.compile(r"[^'\-]+")


def matched_words(query: Query, found: Found) -> tuple[str, ...]:
    """Return the folded words to highlight for what was found, if they carry anything.

    Those that end in ``*`` are beginnings of words. Of a name that is not shown, only
    words of one that is too general are.
    """
    read = query.read[found.label.lang]
    if found.label.written is not None:
        is_general = found.label.rank == TOO_GENERAL and not found.label.is_older
        words = _flat(query.as_written()) if is_general else set()
    elif found.match is MatchTier.TEXT:
        words = _flat(query.with_lemmas())
    elif found.match is MatchTier.TEXT_WORD_STARTS:
        words = _starts(_flat(query.as_written()))
    elif found.match in {MatchTier.NAME_START, MatchTier.NAME_WORD_STARTS}:
        words = _starts({*read.keys} | _flat(query.with_changes()))
    else:
        words = {*name_words(read.folding.fold(found.label.text))}
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
    folding = language.folding if language else PLAIN
    folded, origins = _fold_with_origins(text, folding)
    return [
        (origins[start][0], origins[end - 1][1])
        for word in WHOLE_WORD.finditer(folded)
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


def _fold_with_origins(
    text: str, folding: Folding
) -> tuple[str, list[tuple[int, int]]]:
    """Return ``text`` folded, and for each of its characters where it was.

    A letter is there with all the marks behind it.
    """
    letters = [*_LETTER.finditer(text)]
    parts = [_folded(letter.group(), folding) for letter in letters]
    found = zip(letters, parts, strict=True)
    return "".join(parts), [letter.span() for letter, part in found for _ in part]


@lru_cache(maxsize=4096)
def _folded(letter: str, folding: Folding) -> str:
    """Return a letter as ``folding`` leaves it within a text."""
    folded = folding.fold(letter)
    is_gap = " " in unicodedata.normalize("NFKC", letter) or letter.isspace()
    return " " if is_gap and not folded else folded


def _flat(readings: Iterable[Reading]) -> set[str]:
    return {one for reading in readings for word in reading.words for one in word}


def _starts(words: Iterable[str]) -> set[str]:
    return {word + _START for word in words}
