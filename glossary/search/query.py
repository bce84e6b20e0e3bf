"""What somebody typed, in every way in which it can be understood."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from glossary import languages
from glossary.search.keys import (
    compact,
    family_key,
    fixed_words,
    joined,
    pieces,
)
from glossary.search.tongues import QueryReading, Tongue, is_little, once
from glossary.text import (
    PLAIN,
    mended,
    normalise,
    without_glued_notes,
    without_notes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from glossary.text import Folding

_LONGEST = 1000
_MOST_WORDS = 32
_MOST_SIGNS = 3
_LONGEST_CODE = 4
_LONGEST_NAME = 10  # words


class Read(NamedTuple):
    """A text as it is read where a folding says what does not count.

    ``keys`` is its own key and those of it without a leading article; ``words`` are
    its words with their accents: closed up where they have hyphens or apostrophes,
    and a second time, where that differs, in their parts. ``content`` has the same
    without the words that carry nothing. ``fixed`` are folded words that stand there
    in capitals or with figures.
    """

    folding: Folding
    folded: str
    keys: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    content: tuple[tuple[str, ...], ...]
    fixed: frozenset[str]

    @property
    def key(self) -> str:
        """The key of the text itself, empty where it has no letter or digit."""
        return self.keys[0] if self.keys else ""

    @property
    def weighty_key(self) -> str:
        """The key of its words that carry something."""
        return "".join(map(self.folding.fold, self.content[0])) if self.content else ""

    def is_code(self, word: str) -> bool:
        """Say whether a word of it is a short code: NCC is no mutation of DCC."""
        return len(word) <= _LONGEST_CODE and self.folding.fold(word) in self.fixed


@dataclass(frozen=True, slots=True)
class Query:
    """A text to look for: what a question asks for, where it is one.

    ``read`` has it as it is read in each of the languages, by their numbers; the
    first of these readings stands for it where no language is concerned.
    """

    text: str
    first: Read
    read: Mapping[int, Read]
    tongues: tuple[Tongue, ...]

    @classmethod
    def of(
        cls, text: str, lang: str | None, known: Sequence[str], *, unfinished: bool
    ) -> Query:
        """Read ``text`` in ``lang``, or in all the ``known`` languages of an index.

        The last word of an ``unfinished`` text may become another one.
        """
        typed = normalise(" ".join(without_notes(mended(text[:_LONGEST])).split()))
        asked = _subject(typed)
        tongues = tuple(
            Tongue(number, languages.get(code) if code in languages.codes() else None)
            for number, code in enumerate(known)
            if lang in {None, code}
        )
        texts = _without_articles(_ways_to_write([asked, typed], tongues), tongues)
        foldings = dict.fromkeys(tongue.folding for tongue in tongues) or [PLAIN]
        readings = {one: _read(texts, one, unfinished=unfinished) for one in foldings}
        return cls(
            text=asked,
            first=next(iter(readings.values())),
            read={tongue.number: readings[tongue.folding] for tongue in tongues},
            tongues=tongues,
        )

    @property
    def says_something(self) -> bool:
        """Whether a word of it carries anything."""
        fold = self.first.folding.fold
        found = (word for words in self.first.words for word in words)
        return any(not is_little(fold(word)) for word in found)

    @property
    def is_sentence(self) -> bool:
        """Whether somebody says something, and does not give a name or some words."""
        return self.first.content != self.first.words and any(
            language.folding.fold(word) in language.clause_words
            for words in self.first.words
            for word in words
            for language in languages.all_languages()
        )

    def readings(self) -> tuple[Read, ...]:
        """Return the text as it is read, once for all languages that read it alike."""
        return once(self.read.values())

    def changed(self, word: str) -> tuple[str, ...]:
        """Return the words that may have become ``word``, in any of the languages."""
        return once(one for tongue in self.tongues for one in tongue.changed(word))

    def keys(self) -> list[tuple[int, str]]:
        """Return the keys, each with the number of a language."""
        return [(lang, key) for lang, read in self.read.items() for key in read.keys]

    def changed_starts(self) -> list[tuple[int, str]]:
        """Return what the key may have been before its beginning changed."""
        return [
            (tongue.number, key)
            for tongue in self.tongues
            for key in tongue.changed(self.read[tongue.number].key)
        ]

    def as_written(self) -> list[QueryReading]:
        """Return readings in which no word has an alternative."""
        return self._readings(lambda tongue, word: (tongue.folding.fold(word),))

    def with_changes(self) -> list[QueryReading]:
        """Return readings in which the beginning of a word may have changed."""
        return self._readings(Tongue.written)

    def with_kin(self) -> list[QueryReading]:
        """Return readings in which a word of the same family would do."""
        return self._readings(Tongue.kin)

    def with_lemmas(self) -> list[QueryReading]:
        """Return readings with all that a prepared text can have for each word."""
        return self._readings(Tongue.forms)

    def content_keys(self) -> list[tuple[int, str]]:
        """Return the keys of the text without what carries nothing, by family too."""
        plain = [
            (lang, "".join(map(read.folding.fold, words)))
            for lang, read in self.read.items()
            for words in read.content
        ]
        return plain + self._family_runs(whole=True)

    def names_inside(self) -> list[tuple[int, str]]:
        """Return the keys of the shorter runs of words in the text, by family too."""
        plain = [
            (lang, "".join(run))
            for lang, read in self.read.items()
            for words in read.words[:1]
            for run in _runs([*map(read.folding.fold, words)])
        ]
        return plain + self._family_runs(whole=False)

    def _readings(
        self, forms: Callable[[Tongue, str], tuple[str, ...]]
    ) -> list[QueryReading]:
        """Return the text with the forms that each word may have; a code has one."""
        return [
            QueryReading(
                tongue.number,
                tuple(
                    (read.folding.fold(word),)
                    if read.is_code(word)
                    else forms(tongue, word)
                    for word in words
                ),
            )
            for tongue in self.tongues
            for read in (self.read[tongue.number],)
            for words in read.content
        ]

    def _family_runs(self, *, whole: bool) -> list[tuple[int, str]]:
        """Return the family keys of the text, or of its shorter runs of words."""
        found = []
        for tongue in self.tongues:
            for words in self.read[tongue.number].content[-1:]:
                families = [tongue.family(word) for word in words]
                runs = [families] if whole else _runs(families)
                found += [(tongue.number, family_key(tongue.number, r)) for r in runs]
        return found


def _subject(typed: str) -> str:
    """Return what a question asks for, in whatever language it is asked."""
    for language in languages.all_languages():
        asked = language.without_question(typed)
        typed = asked if compact(asked) else typed
    return typed


def _ways_to_write(texts: Sequence[str], tongues: Sequence[Tongue]) -> list[str]:
    """Return each text, what it is with words for ``&``, and without a note's number.

    That is a number that stands at a word like a part of it: *safeguarding1*.
    """
    spoken = [tongue.language for tongue in tongues if tongue.language]
    return [
        way
        for text in texts
        for way in (
            text,
            *(
                way
                for language in spoken
                for way in _with_words_for_signs(text, language.conjunctions)
            ),
            *({without_glued_notes(text)} - {text}),
        )
    ]


def _with_words_for_signs(text: str, words: Sequence[str]) -> Iterator[str]:
    """Yield ``text`` with each ``&`` as one of ``words``, in every way."""
    first, *others = text.split("&", _MOST_SIGNS)
    if others:
        for chosen in product(words, repeat=len(others)):
            parts = zip(chosen, others, strict=True)
            yield first + "".join(f" {word} {other}" for word, other in parts)


def _without_articles(texts: Sequence[str], tongues: Sequence[Tongue]) -> list[str]:
    """Return each text, and what it is without a leading article."""
    spoken = [tongue.language for tongue in tongues if tongue.language]
    return [
        form
        for text in texts
        for form in (text, *(language.without_article(text) for language in spoken))
    ]


def _read(texts: Sequence[str], folding: Folding, *, unfinished: bool) -> Read:
    """Read the first of ``texts``; all of them are what it may be the name of."""
    asked, words = texts[0], _words(texts[0], folding)
    return Read(
        folding=folding,
        folded=folding.fold(asked),
        keys=once(key for text in texts if (key := compact(text, folding))),
        words=words,
        content=once(_content(one, folding, unfinished=unfinished) for one in words),
        fixed=fixed_words(asked, folding),
    )


def _content(
    words: Sequence[str], folding: Folding, *, unfinished: bool
) -> tuple[str, ...]:
    """Return the words that carry something; all of them where none does."""
    last = len(words) - 1
    return tuple(
        word
        for at, word in enumerate(words)
        if not is_little(folding.fold(word)) or (unfinished and at == last)
    ) or tuple(words)


def _runs(words: Sequence[str]) -> list[Sequence[str]]:
    """Return the runs of words that may be a name."""
    lengths = range(1, min(len(words), _LONGEST_NAME + 1))
    return [
        words[start : start + length]
        for length in lengths
        for start in range(len(words) - length + 1)
    ]


def _words(text: str, folding: Folding) -> tuple[tuple[str, ...], ...]:
    found = [*folding.accented_words(text)][:_MOST_WORDS]
    closed = tuple(map(joined, found))
    parts = tuple(part for word in found for part in pieces(word))[:_MOST_WORDS]
    return once(words for words in (closed, parts) if words)
