"""A language that has nothing of its own yet: what a test says about one is beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from glossary.languages import ASCII_SLUG, Direction, Grammar, SurfaceForm, TermFacts
from glossary.languages.order import Order
from glossary.text import PLAIN, Folding


class Small:
    """All that the glossary asks of a language, in as few words as can be."""

    code = "kw"
    name = "Kernewek"
    direction: Direction = "ltr"
    folding: Folding = PLAIN
    grammar: type[Grammar] = Grammar
    alphabet: Sequence[str] = tuple("abcdefghijklmnopqrstuvwxyz")
    clitics: Sequence[str] = ()
    conjunctions: Sequence[str] = ()
    slug_letters = ASCII_SLUG
    path_words: Mapping[str, str] = {}
    little_words = clause_words = frozenset[str]()
    harmed_words = accusing_words = frozenset[str]()

    def sort_key(self, text: str) -> str:
        return self._order.key(text)

    def letter(self, text: str) -> str:
        return self._order.letter(text)

    def without_article(self, text: str) -> str:
        return text

    def surface_forms(self, term: TermFacts) -> Sequence[SurfaceForm]:
        return (SurfaceForm(term.text, "exact"),)

    def search_words(self, text: str) -> Sequence[str]:
        return tuple(self.folding.words(text))

    def radicals(self, word: str) -> Sequence[str]:
        return ()

    def family(self, word: str) -> str:
        return self.folding.fold(word)

    def knows(self, word: str) -> bool:
        return False

    def without_question(self, text: str) -> str:
        return text

    @property
    def _order(self) -> Order:
        return Order(self.alphabet, folding=self.folding)
