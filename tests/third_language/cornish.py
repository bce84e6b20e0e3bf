"""Cornish, as far as the glossary needs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from glossary.languages import SurfaceForm, TermFacts
from glossary.languages.order import Order
from glossary.text import fold, words


class Cornish:
    """A language with a digraph of its own."""

    code = "kw"
    name = "Kernewek"
    alphabet = tuple("a b c ch d e f g h i j k l m n o p r s t u v w y".split())
    clitics: Sequence[str] = ()
    path_words: Mapping[str, str] = {"terms": "termow", "search": "hwilas"}
    little_words = clause_words = frozenset[str]()
    harmed_words = accusing_words = frozenset[str]()
    _order = Order(alphabet)

    def sort_key(self, text: str) -> str:
        return self._order.key(text)

    def letter(self, text: str) -> str:
        return self._order.letter(text)

    def without_article(self, text: str) -> str:
        return text.removeprefix("an ")

    def surface_forms(self, term: TermFacts) -> Sequence[SurfaceForm]:
        return (SurfaceForm(term.text, "exact"),)

    def search_words(self, text: str) -> Sequence[str]:
        return tuple(words(text))

    def radicals(self, word: str) -> Sequence[str]:
        return ()

    def family(self, word: str) -> str:
        return fold(word)

    def knows(self, word: str) -> bool:
        return False

    def without_question(self, text: str) -> str:
        return text


language = Cornish()
