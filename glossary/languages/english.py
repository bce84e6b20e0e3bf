"""English: the Latin alphabet, plurals as stored, possessives, and both spellings."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from glossary.closed_lists import ABBREVIATED, TermType
from glossary.languages.dictionary import lemma_of
from glossary.languages.english_families import family_of
from glossary.languages.english_queries import (
    ACCUSING_WORDS,
    CLAUSE_WORDS,
    HARMED_WORDS,
    LITTLE_WORDS,
    without_question,
)
from glossary.languages.english_spellings import other_endings
from glossary.languages.grammar import Grammar
from glossary.languages.order import Order
from glossary.languages.protocol import (
    ASCII_SLUG,
    Direction,
    Language,
    SurfaceForm,
    TermFacts,
)
from glossary.languages.spelling import search_spellings, spellings
from glossary.text import PLAIN, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ALPHABET = tuple("abcdefghijklmnopqrstuvwxyz")
_ORDER = Order(_ALPHABET)
_SHORTEST_PLURAL = 3
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)


class English:
    """English, as ``glossary.languages.Language`` asks."""

    code = "en"
    name = "English"
    direction: Direction = "ltr"
    folding = PLAIN
    grammar = Grammar
    alphabet = _ALPHABET
    clitics: Sequence[str] = ()
    conjunctions: Sequence[str] = ("and",)
    slug_letters = ASCII_SLUG
    path_words: Mapping[str, str] = MappingProxyType({})
    little_words = LITTLE_WORDS
    clause_words = CLAUSE_WORDS
    harmed_words = HARMED_WORDS
    accusing_words = ACCUSING_WORDS

    def sort_key(self, text: str) -> str:
        """Return a key in which accents, hyphens and capitals only break ties."""
        return _ORDER.key(text)

    def letter(self, text: str) -> str:
        """Return the first letter of ``text``; figures and signs have none."""
        return _ORDER.letter(text)

    def without_article(self, text: str) -> str:
        """Return ``text`` without a leading ``the``, ``a`` or ``an``."""
        article = _ARTICLE.match(text)
        return text[article.end() :] if article else text

    def surface_forms(self, term: TermFacts) -> Sequence[SurfaceForm]:
        """Return the term, its plural, their possessives and its other forms.

        In every spelling.
        """
        found = {term.text: "exact"}
        for name, text in self._forms(term):
            found.setdefault(text, name)
        return tuple(SurfaceForm(text, name) for text, name in found.items())

    def search_words(self, text: str) -> Sequence[str]:
        """Return the folded words of ``text`` without possessives, and singulars."""
        return tuple(found for word in words(text) for found in _search_word(word))

    def radicals(self, word: str) -> Sequence[str]:
        """Return nothing: an English word keeps its first letter."""
        del word
        return ()

    def family(self, word: str) -> str:
        """Return the verb to which ``word`` belongs, or its singular."""
        return family_of(word)

    def knows(self, word: str) -> bool:
        """Say whether ``word`` is in the dictionary, in any of its forms."""
        return lemma_of(self.code, word) is not None

    def without_question(self, text: str) -> str:
        """Return what ``text`` asks for."""
        return without_question(text)

    def _forms(self, term: TermFacts) -> Iterator[tuple[str, str]]:
        """Yield a name and a text for each form, repeats included."""
        for text in self._spellings(term.text, term):
            yield "variant", text
            yield from (("possessive", form) for form in _possessives(text))
        for text in self._spellings(term.plural or _plural(term), term):
            yield "plural", text
            if term.plural:
                ending = "'" if text.endswith("s") else "'s"
                yield "plural-possessive", text + ending
        for form in term.forms:
            yield from (("inflected", text) for text in self._spellings(form, term))

    def _spellings(self, text: str, term: TermFacts) -> Iterator[str]:
        """Yield the spellings of ``text``, with and without a leading article."""
        if not text:
            return
        for one in dict.fromkeys((text, self.without_article(text))):
            yield from spellings(one, term)
            if term.type not in ABBREVIATED:
                yield from other_endings(one)


def _search_word(word: str) -> Iterator[str]:
    """Yield what ``word``, folded, is found under."""
    stem = word.removesuffix("'s")
    forms = dict.fromkeys(search_spellings(stem))
    forms.setdefault(_singular(stem.replace("-", "").replace("'", "")))
    yield from forms


def _singular(word: str) -> str:
    """Return what ``word`` would be the plural of, or ``word``.

    By the rules of D. Harman, “How effective is suffixing?”, JASIS 42(1), 1991,
    which leave ``status`` and ``access`` alone, and ours ``this`` and ``basis``.
    """
    if len(word) <= _SHORTEST_PLURAL or not word.endswith("s"):
        return word
    if word.endswith("ies") and word[-4] not in "ae":
        return f"{word[:-3]}y"
    if word.endswith("es") and word[-3] not in "aeo":
        return word[:-1]
    return word if word[-2] in "eius" else word[:-1]


def _plural(term: TermFacts) -> str:
    """Return the plural of an abbreviation, which is made in one way: *ACCs*."""
    is_short = term.type in ABBREVIATED and term.type != TermType.CODE
    is_made = is_short and term.text[-1:].isupper() and term.text.isalpha()
    return f"{term.text}s" if is_made and not term.text.endswith("S") else ""


def _possessives(text: str) -> Iterator[str]:
    """Yield the possessives of a singular: the police's, HMICFRS's, HMICFRS'."""
    yield f"{text}'s"
    if text.endswith(("s", "S")):
        yield f"{text}'"


language: Language = English()
