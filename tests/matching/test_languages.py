"""Two languages at once, and what is said of entries."""

import pytest

from glossary.matching import Match, first_occurrences
from tests.matching.marking import acronym, marked, term, vocabulary

SHARED = (
    acronym("CSE", "cse", "en"),
    acronym("CSE", "cse", "cy"),
    term("plant", "factory", "en"),
    term("plant", "children", "cy", name="plural"),
)


@pytest.mark.parametrize(
    ("langs", "candidates", "lang"),
    [
        pytest.param(None, ("factory", "children"), "en", id="no-preference"),
        pytest.param(("en", "cy"), ("factory", "children"), "en", id="english-first"),
        pytest.param(("cy", "en"), ("children", "factory"), "cy", id="welsh-first"),
        pytest.param(("cy",), ("children",), "cy", id="welsh-alone"),
    ],
)
def test_the_same_word_in_both_languages(langs, candidates, lang):
    (match,) = vocabulary(*SHARED).find("plant", langs=langs)

    assert (match.candidates, match.lang) == (candidates, lang)


def test_a_term_that_both_languages_share_is_one_candidate():
    (match,) = vocabulary(*SHARED).find("CSE", langs=("cy", "en"))

    assert match == Match(0, 3, ("cse",), "cy", "exact")


FOREIGN = (
    acronym("DPP", "training", "cy"),
    term("datblygiad proffesiynol parhaus", "training", "cy"),
    acronym("CSE", "cse", "en"),
)


@pytest.mark.parametrize(
    ("text", "langs", "quotes"),
    [
        pytest.param("The DPP and CSE", ("en", "cy"), ["CSE"], id="english"),
        pytest.param("Y DPP a CSE", ("cy", "en"), ["DPP"], id="welsh"),
        pytest.param("Y DPP a CSE", ("cy",), ["DPP"], id="welsh-alone"),
        pytest.param("DPP a CSE", None, ["DPP", "CSE"], id="no-language-known"),
        pytest.param("DPP?", ("en", "cy"), ["DPP"], id="nothing-but-it"),
        pytest.param(
            "CPD is datblygiad proffesiynol parhaus (DPP) in Welsh. The DPP",
            ("en", "cy"),
            ["datblygiad proffesiynol parhaus", "DPP", "DPP"],
            id="the-text-says-so",
        ),
    ],
)
def test_an_abbreviation_is_one_of_the_language_of_the_text(text, langs, quotes):
    assert marked(text, *FOREIGN, langs=langs) == quotes


def test_without_languages_nothing_is_found():
    assert vocabulary(*SHARED).find("plant CSE", langs=()) == []


def test_an_excluded_entry_is_no_candidate():
    (match,) = vocabulary(*SHARED).find("plant", exclude=["factory"])

    assert match.candidates == ("children",)


def test_what_is_spelled_alike_comes_first():
    forms = (term("gwydd", "goose"), term("gŵydd", "presence"))

    (match,) = vocabulary(*forms).find("gŵydd")

    assert match.candidates == ("presence", "goose")
    assert match.form == "exact"


def test_a_clitic_chooses_among_forms_spelled_alike():
    (match,) = vocabulary(*SHARED).find("plant’n")

    assert match.candidates == ("children",)


def test_first_occurrences_meet_each_entry_once():
    matches = [
        Match(0, 1, ("a",), "en", "exact"),
        Match(2, 3, ("a",), "en", "plural"),
        Match(4, 5, ("a", "b"), "en", "exact"),
        Match(6, 7, ("b",), "en", "exact"),
    ]

    assert first_occurrences(matches) == [matches[0], matches[2]]


def test_a_vocabulary_of_nothing_finds_nothing():
    assert vocabulary().find("child") == []
