"""English: the Latin alphabet, plurals as stored, and possessives."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from glossary.languages.order import Order
from glossary.languages.protocol import Language, SurfaceForm, TermFacts
from glossary.languages.spelling import search_spellings, spellings
from glossary.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ALPHABET = tuple("abcdefghijklmnopqrstuvwxyz")
_ORDER = Order(_ALPHABET)
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)


class English:
    """English, as ``glossary.languages.Language`` asks."""

    code = "en"
    name = "English"
    alphabet = _ALPHABET
    clitics: Sequence[str] = ()
    path_words: Mapping[str, str] = MappingProxyType({})

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
        """Return the term, its plural and their possessives, in every spelling."""
        found = {term.text: "exact"}
        for name, text in self._forms(term):
            found.setdefault(text, name)
        return tuple(SurfaceForm(text, name) for text, name in found.items())

    def search_words(self, text: str) -> Sequence[str]:
        """Return the folded words of ``text`` without their possessive endings."""
        return tuple(
            found
            for word in words(text)
            for found in search_spellings(word.removesuffix("'s"))
        )

    def radicals(self, word: str) -> Sequence[str]:
        """Return nothing: an English word keeps its first letter."""
        del word
        return ()

    def _forms(self, term: TermFacts) -> Iterator[tuple[str, str]]:
        """Yield a name and a text for each form, repeats included."""
        for text in self._spellings(term.text, term):
            yield "variant", text
            yield from (("possessive", form) for form in _possessives(text))
        for text in self._spellings(term.plural or "", term):
            yield "plural", text
            ending = "'" if text.endswith("s") else "'s"
            yield "plural-possessive", text + ending

    def _spellings(self, text: str, term: TermFacts) -> Iterator[str]:
        """Yield the spellings of ``text``, with and without a leading article."""
        if not text:
            return
        yield from spellings(text, term)
        bare = self.without_article(text)
        if bare != text:
            yield from spellings(bare, term)


def _possessives(text: str) -> Iterator[str]:
    """Yield the possessives of a singular: the police's, HMICFRS's, HMICFRS'."""
    yield f"{text}'s"
    if text.endswith(("s", "S")):
        yield f"{text}'"


language: Language = English()
