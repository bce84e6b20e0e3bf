"""Cornish, as far as the glossary needs it."""

from __future__ import annotations

from collections.abc import Mapping

from tests.third_language.small import Small


class Cornish(Small):
    """A language with a digraph of its own."""

    alphabet = tuple("a b c ch d e f g h i j k l m n o p r s t u v w y".split())
    path_words: Mapping[str, str] = {"terms": "termow", "search": "hwilas"}

    def without_article(self, text: str) -> str:
        return text.removeprefix("an ")


language = Cornish()
