"""The languages in which a query is read, and what each makes of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from glossary import languages
from glossary.search.keys import name_words
from glossary.text import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.languages import Language
    from glossary.text import Folding

_Found = TypeVar("_Found")

_SHORTEST_CHANGED = 3


class Tongue(NamedTuple):
    """A language of the index by its number; without rules if it has no module."""

    number: int
    language: Language | None

    @property
    def folding(self) -> Folding:
        """What does not count in its spellings."""
        return self.language.folding if self.language else PLAIN

    def changed(self, word: str) -> tuple[str, ...]:
        """Return the words that may have become ``word`` by a change of beginning."""
        if self.language is None or len(word) < _SHORTEST_CHANGED:
            return ()
        return tuple(self.language.radicals(word))

    def written(self, word: str) -> tuple[str, ...]:
        """Return ``word``, and what may have become it."""
        folded = self.folding.fold(word)
        return (folded, *self.changed(folded))

    def forms(self, word: str) -> tuple[str, ...]:
        """Return all that a prepared text can have for ``word``."""
        folded = self.folding.fold(word)
        found = self.language.search_words(word) if self.language else ()
        lemmas = (part for one in found for part in name_words(one))
        weighty = (lemma for lemma in lemmas if not is_little(lemma))
        return once([folded, *self.changed(folded), *weighty])

    def kin(self, word: str) -> tuple[str, ...]:
        """Return all that a name can have for ``word`` or another of its family."""
        folded = self.folding.fold(word)
        return once([folded, *self.changed(folded), self.family(word)])

    def family(self, word: str) -> str:
        """Return the word that stands for the family of ``word``."""
        return self.language.family(word) if self.language else PLAIN.fold(word)


class QueryReading(NamedTuple):
    """A query in a language: for each of its words the folded words that would do."""

    lang: int
    words: tuple[tuple[str, ...], ...]


def folding_of(lang: str) -> Folding:
    """Return what does not count in the spellings of a language, known or not."""
    return languages.get(lang).folding if lang in languages.codes() else PLAIN


def is_little(word: str) -> bool:
    """Say whether a folded word carries nothing, in one of the languages."""
    return any(word in language.little_words for language in languages.all_languages())


def once(found: Iterable[_Found]) -> tuple[_Found, ...]:
    """Return each of ``found`` once, in order."""
    return tuple(dict.fromkeys(found))
