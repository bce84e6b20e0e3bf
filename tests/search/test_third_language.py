"""Languages that this code has never heard of."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from glossary import languages
from glossary.closed_lists import MatchTier
from glossary.languages import SurfaceForm, TermFacts
from tests.search.vocabulary import GLOSSARY, Described, Name, index_of
from tests.third_language.small import Small


class Cornish(Small):
    """As much of a language as a test needs."""

    alphabet = ("a", "b", "ch", "c", "g", "k", "kr")
    little_words = frozenset({"an", "yw", "pyth"})
    clause_words = frozenset({"yw", "pyth"})

    def sort_key(self, text: str) -> str:
        return text.casefold()

    def letter(self, text: str) -> str:
        return "kr" if text.casefold().startswith("kr") else text[:1].casefold()

    def without_article(self, text: str) -> str:
        return text.removeprefix("an ")

    def surface_forms(self, term: TermFacts) -> Sequence[SurfaceForm]:
        forms = [SurfaceForm(term.text, "exact")]
        if term.text.startswith("kr"):
            forms.append(SurfaceForm(f"g{term.text[1:]}", "soft-mutation"))
        return forms

    def search_words(self, text: str) -> Sequence[str]:
        return [text, "kres"] if text == "gres" else [text]

    def radicals(self, word: str) -> Sequence[str]:
        return [f"k{word[1:]}"] if word.startswith("g") else []

    def without_question(self, text: str) -> str:
        return text.removeprefix("pyth yw ")


PEACE = Described(
    "peace",
    {"kw": [Name("kres an wlas")], "en": [Name("public order")]},
    {"kw": "Gres yw kres."},
)


@pytest.fixture
def cornish():
    """Cornish beside the other languages, until it is taken away."""
    languages._languages["kw"] = Cornish()
    return languages._languages


@pytest.fixture
def index(cornish):
    return index_of([*GLOSSARY, PEACE])


def test_its_names_are_found_in_every_way(index):
    assert index.lookup("gres an wlas")[0].match == MatchTier.GENERATED_FORM
    assert index.lookup("an kres an wlas")[0].match == MatchTier.PREFERRED_FOLDED
    assert index.search("gres", lang="kw").hits[0].entry_id == "peace"
    assert index.suggest("gre", lang="kw")[0].entry_id == "peace"
    assert index.lookup("pyth yw kres an wlas")[0].entry_id == "peace"
    assert index.search("kres wlas", lang="kw").hits[0].match == MatchTier.INFLECTED
    close = index.search("kres an wlass", lang="kw").hits[0]
    assert (close.entry_id, close.match) == ("peace", MatchTier.CLOSE_SPELLING)


def test_its_lists_have_its_letters(index):
    assert ("kr", 1) in index.letters("kw")
    assert [one.entry_id for one in index.by_letter("kw", "kr")] == ["peace"]
    missing = index.entries(state="missing", lang="kw")
    assert [*missing] == [one.id for one in GLOSSARY]


def test_rows_of_a_language_that_is_taken_away_stay_readable(index, cornish):
    cornish.pop("kw")

    assert index.lookup("kres an wlas", lang="kw")[0].entry_id == "peace"
    assert index.search("kres", lang="kw").hits[0].entry_id == "peace"
    assert index.search("gres", lang="kw").hits[0].is_in_text
    assert index.letters("kw") == [("kr", 1)]
