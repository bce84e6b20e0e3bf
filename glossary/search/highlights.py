"""Where the words that were found stand in a text that a reader sees."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from glossary.closed_lists import MatchTier
from glossary.memory import briefly
from glossary.search.guesses import TOO_GENERAL, is_close
from glossary.search.keys import joined, name_words
from glossary.search.tongues import is_little
from glossary.text import MARKS, PLAIN, WHOLE_WORD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from glossary.languages import Language
    from glossary.search.lookup import Found
    from glossary.search.query import Query
    from glossary.search.tongues import QueryReading
    from glossary.text import Folding

_ONLY_SOME = {MatchTier.NAME_WORDS, MatchTier.SOME_WORDS, MatchTier.CLOSE_WORDS}
_START = "*"
_LETTER = re.compile(rf".[{MARKS}]*", re.DOTALL)
_MARK = re.compile(f"[{MARKS}]")
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
    wanted = _wanted(frozenset(words), language)
    folded, starts, ends = _folded(text, language.folding if language else PLAIN)
    return [
        (starts[word.start() + start], ends[word.start() + end - 1])
        for word in WHOLE_WORD.finditer(folded)
        for start, end in wanted.spans(word.group())
    ]


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
        whole = joined(word)
        if self._has(whole):
            return [(0, len(word))]
        parts = [
            part.span()
            for part in (_PART.finditer(word) if whole != word else ())
            if self._has(part.group()) or self._has_start(part.group())
        ]
        return parts or [(0, len(word))] * self._has_start(whole)

    def _has(self, word: str) -> bool:
        """Say whether a folded word is wanted as it is."""
        return not self._words.isdisjoint(_forms(word, self._language))

    def _has_start(self, word: str) -> bool:
        """Say whether a folded word begins as a wanted one does."""
        return bool(self._starts) and any(
            form.startswith(self._starts) for form in _forms(word, self._language)
        )


@briefly(8192)
def _forms(word: str, language: Language | None) -> tuple[str, ...]:
    """Return a folded word, and what it may have been before its beginning changed."""
    return (word, *(language.radicals(word) if language else ()))


@briefly(256)
def _wanted(words: frozenset[str], language: Language | None) -> _Wanted:
    return _Wanted(words, language)


class _Letters(dict[int, str]):
    """Letters as a folding leaves them within a text, found out when they are met.

    ``odd`` are characters that are not one letter of one character then, and marks.
    """

    def __init__(self, folding: Folding) -> None:
        self._folding = folding
        self.odd: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = self[code] = self.folded(character)
        if len(folded) != 1 or _MARK.match(character):
            self.odd.add(character)
        return folded

    def folded(self, letter: str) -> str:
        """Return a letter, with the marks behind it, as it is left."""
        folded = self._folding.fold(letter)
        is_gap = " " in unicodedata.normalize("NFKC", letter) or letter.isspace()
        return " " if is_gap and not folded else folded


@cache
def _letters(folding: Folding) -> _Letters:
    return _Letters(folding)


def _folded(text: str, folding: Folding) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return ``text`` folded, and where each of its characters began and ended.

    A letter is there with all the marks behind it.
    """
    known = _letters(folding)
    folded = text.translate(known)
    if known.odd.isdisjoint(text):
        return folded, range(len(text)), range(1, len(text) + 1)
    letters = [*_LETTER.finditer(text)]
    parts = [known.folded(letter.group()) for letter in letters]
    spans = [
        letter.span() for letter, part in zip(letters, parts, strict=True) for _ in part
    ]
    return "".join(parts), [start for start, _ in spans], [end for _, end in spans]


def _flat(readings: Iterable[QueryReading]) -> set[str]:
    return {one for reading in readings for word in reading.words for one in word}


def _starts(words: Iterable[str]) -> set[str]:
    return {word + _START for word in words}
