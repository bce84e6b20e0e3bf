"""What FTS5 is given and asked: words that know their language, and nothing else.

Every word is quoted, so nothing that somebody types is an operator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.search.keys import OFTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from glossary.search.tongues import QueryReading

NOTHING = "()"
"""What all of these return where there is nothing to ask for."""

_SHORTEST_START = 2
_LONGEST_INDEXED = 4  # letters: longer beginnings have no index of their own


def word_of(lang: int, word: str) -> str:
    """Return a word of a language."""
    return f"{lang}={word}"


def words_of(lang: int, words: str) -> str:
    """Return words of a language that have spaces between them."""
    return word_of(lang, words.replace(" ", f" {lang}="))


def name_of(lang: int, key: str) -> str:
    """Return a whole name, by its key."""
    return f"{lang}=+{key}"


def scope(number: int) -> str:
    """Return a scope, by its number."""
    return f"={number}"


def whole_words(readings: Iterable[QueryReading]) -> str:
    """Ask for every word of one of the readings."""
    return _every_word(readings, lambda lang, word: [_whole(lang, word)])


def often_used_words(readings: Iterable[QueryReading]) -> str:
    """Ask for texts that use every word of one of the readings often."""
    return _every_word(readings, lambda lang, word: [_whole(lang, word + OFTEN)])


def beginnings(readings: Iterable[QueryReading]) -> set[str]:
    """Return the words of readings that are long, as beginnings of others."""
    return {
        word_of(lang, one)
        for lang, words in readings
        for word in words
        for one in word
        if len(one) > _LONGEST_INDEXED
    }


def word_starts(
    readings: Iterable[QueryReading], begun_so: Mapping[str, Sequence[str]]
) -> str:
    """Ask for words that begin with each word of one of the readings.

    ``begun_so`` has all words there are for some beginnings: for others FTS5 gathers
    every name that has one of them, however few have the words beside it.
    """

    def begun(lang: int, word: str) -> list[str]:
        if len(word) < _SHORTEST_START:
            return [_whole(lang, word)]
        words = begun_so.get(word_of(lang, word))
        return [_start(lang, word)] if words is None else [*map(_quoted, words)]

    return _every_word(readings, begun)


def last_word_starts(readings: Iterable[QueryReading]) -> str:
    """Ask for every word of one of the readings, the last one being unfinished."""
    return _any(
        _all(
            [
                *(_any(_whole(lang, one) for one in word) for word in words[:-1]),
                _any(_start(lang, one) for one in words[-1]),
            ]
        )
        for lang, words in readings
    )


def name_starts(keys: Iterable[tuple[int, str]]) -> str:
    """Ask for names that begin with one of the keys, each of a language."""
    return _any(f'"{name_of(lang, key)}" *' for lang, key in keys)


def within(expression: str, scopes: Iterable[int]) -> str:
    """Ask for the same within all the scopes."""
    return _all([expression, *(f'"{scope(number)}"' for number in scopes)])


def _every_word(
    readings: Iterable[QueryReading], ask: Callable[[int, str], list[str]]
) -> str:
    return _any(
        _all(_any(asked for one in word for asked in ask(lang, one)) for word in words)
        for lang, words in readings
    )


def _whole(lang: int, word: str) -> str:
    return _quoted(word_of(lang, word))


def _quoted(word: str) -> str:
    return f'"{word}"'


def _start(lang: int, word: str) -> str:
    return f'"{word_of(lang, word)}" *'


def _any(expressions: Iterable[str]) -> str:
    return f"({' OR '.join(one for one in expressions if one != NOTHING)})"


def _all(expressions: Iterable[str]) -> str:
    found = []
    for one in expressions:
        if one == NOTHING:
            return NOTHING
        found.append(one)
    return f"({' AND '.join(found)})"
