"""Hebrew, as far as the glossary needs it: from right to left, with points on letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from glossary.closed_lists import Gender
from glossary.languages import Direction, Grammar, SurfaceForm, TermFacts
from glossary.text import ACCENTS, NIQQUD, Folding
from tests.third_language.small import Small

PREFIXES = "הבלכמשו"


class HebrewGrammar(Grammar):
    """The gender of a noun, and its form before another noun."""

    gender: Literal[Gender.MASCULINE, Gender.FEMININE] | None = None
    before_noun: str | None = None

    @property
    def shown_gender(self) -> Gender | None:
        return self.gender


class Hebrew(Small):
    """A language whose little words are written joined to the next one."""

    code = "he"
    name = "עברית"
    direction: Direction = "rtl"
    folding = Folding(silent=ACCENTS + NIQQUD)
    grammar = HebrewGrammar
    alphabet = tuple("אבגדהוזחטיכלמנסעפצקרשת")
    slug_letters = "a-z0-9א-ת"
    path_words: Mapping[str, str] = {
        "terms": "מונחים",
        "search": "חיפוש",
        "a-to-z": "א-ת",
    }
    little_words = frozenset({"של", "את"})

    def surface_forms(self, term: TermFacts) -> Sequence[SurfaceForm]:
        found: dict[str, str] = {}
        for text, name in self._forms(term):
            found.setdefault(text, name)
        for text in [*found]:
            found.setdefault(text.replace("״", '"'), "variant")
        return tuple(SurfaceForm(text, name) for text, name in found.items())

    def radicals(self, word: str) -> Sequence[str]:
        return [word[1:]] if word[:1] in PREFIXES and len(word) > 2 else []

    def _forms(self, term: TermFacts) -> Iterator[tuple[str, str]]:
        """Yield the name, the same before a noun, and each with a little word joined."""
        before_noun = HebrewGrammar(**term.grammar).before_noun
        stems = {
            term.text: "exact",
            **({before_noun: "construct"} if before_noun else {}),
        }
        yield from stems.items()
        for stem in stems:
            yield from ((f"{prefix}{stem}", "prefixed") for prefix in PREFIXES)


language = Hebrew()
