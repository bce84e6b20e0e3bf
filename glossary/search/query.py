"""What somebody typed, in every way in which it can be understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary import languages
from glossary.search.keys import (
    compact,
    family_key,
    fixed_words,
    joined,
    pieces,
)
from glossary.search.tongues import Reading, Tongue, is_little, once
from glossary.text import accented_words, fold, normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LONGEST = 1000
_MOST_WORDS = 32
_LONGEST_CODE = 4
_LONGEST_NAME = 10  # words


@dataclass(frozen=True, slots=True)
class Query:
    """A text to look for: what a question asks for, where it is one.

    ``keys`` is its own key and those of it without a leading article; ``words`` are
    its words with their accents: closed up where they have hyphens or apostrophes,
    and a second time, where that differs, in their parts. ``content`` has the same
    without the words that carry nothing. ``fixed`` are folded words that stand there
    in capitals or with figures.
    """

    text: str
    folded: str
    keys: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    content: tuple[tuple[str, ...], ...]
    fixed: frozenset[str]
    tongues: tuple[Tongue, ...]

    @classmethod
    def of(
        cls, text: str, lang: str | None, known: Sequence[str], *, unfinished: bool
    ) -> Query:
        """Read ``text`` in ``lang``, or in all the ``known`` languages of an index.

        The last word of an ``unfinished`` text may become another one.
        """
        typed = normalise(" ".join(text[:_LONGEST].split()))
        asked = _subject(typed)
        tongues = tuple(
            Tongue(number, languages.get(code) if code in languages.codes() else None)
            for number, code in enumerate(known)
            if lang in {None, code}
        )
        words = _words(asked)
        return cls(
            text=asked,
            folded=fold(asked),
            keys=_keys([asked, typed], tongues),
            words=words,
            content=once(_content(one, unfinished=unfinished) for one in words),
            fixed=fixed_words(asked),
            tongues=tongues,
        )

    @property
    def key(self) -> str:
        """The key of the text itself, empty where it has no letter or digit."""
        return self.keys[0] if self.keys else ""

    @property
    def weighty_key(self) -> str:
        """The key of its words that carry something."""
        return "".join(map(fold, self.content[0])) if self.content else ""

    @property
    def says_something(self) -> bool:
        """Whether a word of it carries anything."""
        return any(not is_little(fold(word)) for words in self.words for word in words)

    @property
    def is_sentence(self) -> bool:
        """Whether somebody says something, and does not give a name or some words."""
        return self.content != self.words and any(
            fold(word) in language.clause_words
            for words in self.words
            for word in words
            for language in languages.all_languages()
        )

    def changed(self, word: str) -> tuple[str, ...]:
        """Return the words that may have become ``word``, in any of the languages."""
        return once(one for tongue in self.tongues for one in tongue.changed(word))

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
        return self._readings(lambda tongue, word: (fold(word),))

    def with_changes(self) -> list[Reading]:
        """Return readings in which the beginning of a word may have changed."""
        return self._readings(
            lambda tongue, word: (fold(word), *tongue.changed(fold(word)))
        )

    def with_kin(self) -> list[Reading]:
        """Return readings in which a word of the same family would do."""
        return self._readings(Tongue.kin)

    def with_lemmas(self) -> list[Reading]:
        """Return readings with all that a prepared text can have for each word."""
        return self._readings(Tongue.forms)

    def content_keys(self) -> tuple[str, ...]:
        """Return the keys of the text without what carries nothing, by family too."""
        plain = ("".join(map(fold, words)) for words in self.content)
        return once([*plain, *self._family_runs(whole=True)])

    def names_inside(self) -> tuple[str, ...]:
        """Return the keys of the shorter runs of words in the text, by family too."""
        words = [fold(word) for word in self.words[0]] if self.words else []
        plain = ("".join(run) for run in _runs(words))
        return once([*plain, *self._family_runs(whole=False)])

    def _readings(
        self, forms: Callable[[Tongue, str], tuple[str, ...]]
    ) -> list[Reading]:
        """Return the text with the forms that each word may have.

        A short code has one: NCC is no mutation of DCC.
        """
        return [
            Reading(
                tongue.number,
                tuple(
                    (fold(word),) if self._is_code(word) else forms(tongue, word)
                    for word in words
                ),
            )
            for tongue in self.tongues
            for words in self.content
        ]

    def _is_code(self, word: str) -> bool:
        return len(word) <= _LONGEST_CODE and fold(word) in self.fixed

    def _family_runs(self, *, whole: bool) -> list[str]:
        """Return the family keys of the text, or of its shorter runs of words."""
        if not self.content:
            return []
        found = []
        for tongue in self.tongues:
            families = [tongue.family(word) for word in self.content[-1]]
            runs = [families] if whole else _runs(families)
            found += [family_key(tongue.number, run) for run in runs]
        return found


def _subject(typed: str) -> str:
    """Return what a question asks for, in whatever language it is asked."""
    for language in languages.all_languages():
        asked = language.without_question(typed)
        typed = asked if compact(asked) else typed
    return typed


def _keys(texts: Sequence[str], tongues: Sequence[Tongue]) -> tuple[str, ...]:
    spoken = [tongue.language for tongue in tongues if tongue.language]
    found = [
        form
        for text in texts
        for form in (text, *(language.without_article(text) for language in spoken))
    ]
    return once(key for key in map(compact, found) if key)


def _content(words: Sequence[str], *, unfinished: bool) -> tuple[str, ...]:
    """Return the words that carry something; all of them where none does."""
    last = len(words) - 1
    return tuple(
        word
        for at, word in enumerate(words)
        if not is_little(fold(word)) or (unfinished and at == last)
    ) or tuple(words)


def _runs(words: Sequence[str]) -> list[Sequence[str]]:
    """Return the runs of words that may be a name."""
    lengths = range(1, min(len(words), _LONGEST_NAME + 1))
    return [
        words[start : start + length]
        for length in lengths
        for start in range(len(words) - length + 1)
    ]


def _words(text: str) -> tuple[tuple[str, ...], ...]:
    found = [*accented_words(text)][:_MOST_WORDS]
    closed = tuple(map(joined, found))
    parts = tuple(part for word in found for part in pieces(word))[:_MOST_WORDS]
    return once(words for words in (closed, parts) if words)
