"""What somebody typed, in every way in which it can be understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from glossary import languages
from glossary.search.keys import compact, joined, name_words, pieces
from glossary.text import accented_words, fold, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.languages import Language

_Found = TypeVar("_Found")

_LONGEST = 1000
_MOST_WORDS = 32
_LONGEST_NAME = 10  # words
_SHORTEST_CHANGED = 3


class Tongue(NamedTuple):
    """A language of the index by its number; without rules if it has no module."""

    number: int
    language: Language | None

    def changed(self, word: str) -> tuple[str, ...]:
        """Return the words that may have become ``word`` by a change of beginning."""
        if self.language is None or len(word) < _SHORTEST_CHANGED:
            return ()
        return tuple(self.language.radicals(word))

    def forms(self, word: str) -> tuple[str, ...]:
        """Return all that a prepared text can have for ``word``."""
        folded = fold(word)
        found = self.language.search_words(word) if self.language else ()
        lemmas = (part for one in found for part in name_words(one))
        return _once([folded, *self.changed(folded), *lemmas])


class Reading(NamedTuple):
    """A query in a language: for each of its words the folded words that would do."""

    lang: int
    words: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A text to look for.

    ``keys`` is its own key and those of it without a leading article;
    ``words`` are its words with their accents: closed up where they have hyphens
    or apostrophes, and a second time, where that differs, in their parts.
    """

    text: str
    folded: str
    keys: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    tongues: tuple[Tongue, ...]

    @classmethod
    def of(cls, text: str, lang: str | None, known: Sequence[str]) -> Query:
        """Read ``text`` in ``lang``, or in all the ``known`` languages of an index."""
        text = normalise(" ".join(text[:_LONGEST].split()))
        tongues = tuple(
            Tongue(number, languages.get(code) if code in languages.codes() else None)
            for number, code in enumerate(known)
            if lang in {None, code}
        )
        spoken = [tongue.language for tongue in tongues if tongue.language]
        plain = (language.without_article(text) for language in spoken)
        keys = (key for key in map(compact, [text, *plain]) if key)
        return cls(text, fold(text), _once(keys), _words(text), tongues)

    @property
    def key(self) -> str:
        """The key of the text itself, empty where it has no letter or digit."""
        return self.keys[0] if self.keys else ""

    def changed(self, word: str) -> tuple[str, ...]:
        """Return the words that may have become ``word``, in any of the languages."""
        return _once(one for tongue in self.tongues for one in tongue.changed(word))

    def starts(self) -> list[tuple[int, str]]:
        """Return the keys, each with the number of a language."""
        return [(tongue.number, key) for tongue in self.tongues for key in self.keys]

    def changed_starts(self) -> list[tuple[int, str]]:
        """Return what the key may have been before its beginning changed."""
        return [
            (tongue.number, key)
            for tongue in self.tongues
            for key in tongue.changed(self.key)
        ]

    def as_written(self) -> list[Reading]:
        """Return readings in which no word has an alternative."""
        return [
            Reading(tongue.number, tuple((fold(word),) for word in words))
            for tongue in self.tongues
            for words in self.words
        ]

    def with_changes(self) -> list[Reading]:
        """Return readings in which the beginning of a word may have changed."""
        return [
            Reading(
                tongue.number,
                tuple((fold(word), *tongue.changed(fold(word))) for word in words),
            )
            for tongue in self.tongues
            for words in self.words
        ]

    def with_lemmas(self) -> list[Reading]:
        """Return readings with all that a prepared text can have for each word."""
        return [
            Reading(tongue.number, tuple(map(tongue.forms, words)))
            for tongue in self.tongues
            for words in self.words
        ]

    def names_inside(self) -> tuple[str, ...]:
        """Return the keys of the shorter runs of words in the text."""
        words = [fold(word) for word in self.words[0]] if self.words else []
        lengths = range(1, min(len(words), _LONGEST_NAME + 1))
        return _once(
            "".join(words[start : start + length])
            for length in lengths
            for start in range(len(words) - length + 1)
        )


def _words(text: str) -> tuple[tuple[str, ...], ...]:
    found = [*accented_words(text)][:_MOST_WORDS]
    closed = tuple(map(joined, found))
    parts = tuple(part for word in found for part in pieces(word))[:_MOST_WORDS]
    return _once(words for words in (closed, parts) if words)


def _once(found: Iterable[_Found]) -> tuple[_Found, ...]:
    return tuple(dict.fromkeys(found))
