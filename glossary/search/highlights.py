"""Where the words that were found stand in a text that a reader sees."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from glossary.memory import briefly
from glossary.search.guesses import TOO_GENERAL, is_close
from glossary.search.keys import joined, name_words
from glossary.search.results import Match
from glossary.search.tongues import is_little
from glossary.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from glossary.languages import Language
    from glossary.search.lookup import Found
    from glossary.search.query import Query
from glossary.search.tongues import Reading

_ONLY_SOME = {Match.NAME_WORDS, Match.SOME_WORDS, Match.CLOSE_WORDS}
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
    elif found.match is Match.TEXT:
        words = _flat(query.with_lemmas())
    elif found.match is Match.TEXT_WORD_STARTS:
        words = _starts(_flat(query.as_written()))
    elif found.match in {Match.NAME_START, Match.NAME_WORD_STARTS}:
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
            found.match is Match.CLOSE_WORDS
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
    wanted = _wanted(frozenset(words), language)
    folded, origins = _fold_with_origins(text)
    return [
        (origins[at + start], _end(text, origins[at + end - 1]))
        for at, word in _words(folded)
        for start, end in wanted.spans(word)
    ]


def _words(folded: str) -> Iterator[tuple[int, str]]:
    return ((word.start(), word.group()) for word in _WORD.finditer(folded))


class _Wanted:
    """The words to highlight, whole ones and beginnings.

    What is found out about a word is remembered: the same ones stand in text after
    text.
    """

    def __init__(self, words: frozenset[str], language: Language | None) -> None:
        self._words = words
        self._starts = tuple(word[:-1] for word in words if word.endswith(_START))
        self._language = language
        self._known: dict[str, Sequence[tuple[int, int]]] = {}

    def spans(self, word: str) -> Sequence[tuple[int, int]]:
        """Return where a folded word is wanted: whole, or else parts, or its start."""
        if word not in self._known:
            self._known[word] = self._find(word)
        return self._known[word]

    def _find(self, word: str) -> Sequence[tuple[int, int]]:
        every = [(0, len(word))]
        whole = joined(word)
        if self._has(whole):
            return every
        if whole == word:
            return every * self._has_start(whole)
        parts = [
            part.span()
            for part in _PART.finditer(word)
            if self._has(part.group()) or self._has_start(part.group())
        ]
        return parts or every * self._has_start(whole)

    def _has(self, word: str) -> bool:
        """Say whether a folded word is wanted as it is."""
        return not self._words.isdisjoint(self._forms(word))

    def _has_start(self, word: str) -> bool:
        """Say whether a folded word begins as a wanted one does."""
        return bool(self._starts) and any(
            form.startswith(self._starts) for form in self._forms(word)
        )

    def _forms(self, word: str) -> tuple[str, ...]:
        """Return a word, and what it may have been before its beginning changed."""
        return (word, *(self._language.radicals(word) if self._language else ()))


@briefly(256)
def _wanted(words: frozenset[str], language: Language | None) -> _Wanted:
    return _Wanted(words, language)


class _Folding(dict[int, str]):
    """Each character as ``fold`` leaves it within a text, found out when it is met.

    ``odd`` are those of which another number of characters is left than one.
    """

    def __init__(self) -> None:
        self.odd: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = fold(character)
        is_gap = " " in unicodedata.normalize("NFKC", character) or character.isspace()
        found = self[code] = " " if is_gap and not folded else folded
        if len(found) != 1:
            self.odd.add(character)
        return found


_folding = _Folding()


def _fold_with_origins(text: str) -> tuple[str, Sequence[int]]:
    """Return ``text`` folded, and for each of its characters where it was."""
    folded = text.translate(_folding)
    if _folding.odd.isdisjoint(text):
        return folded, range(len(text))
    return folded, [
        at for at, character in enumerate(text) for _ in _folding[ord(character)]
    ]


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
